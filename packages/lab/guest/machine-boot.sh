#!/bin/sh
# What a machine does at each boot before its service manager starts: NICs, as drivers would bring them.
umount -l /.machine
if [ ! -e /.furnished ]; then
  if sh "$LAB/job/machine-setup.sh" "$1" >"$LAB/share/broken" 2>&1; then
    rm "$LAB/share/broken"
    : >/.furnished
  else
    echo o >/proc/sysrq-trigger
    sleep 9
  fi
fi
modprobe -q bonding max_bonds=0
modprobe -q veth
ip -batch "$LAB/job/nics.batch"
exec /lib/systemd/systemd
