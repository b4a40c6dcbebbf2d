#!/bin/sh
# PID 1 of the guest once its root is in place: cluster up, command, exit code, power off.
mkdir -p /dev/pts /dev/shm
cp -P "$LAB"/job/dev/* /dev/
mount -a -T "$LAB/job/guest.fstab" 2>"$LAB/share/broken"
umount -l /.machine
. "$LAB/job/env.sh"
if [ -n "$LAB_TERMINAL" ]; then
  stty -F /dev/tty0 sane $LAB_TERMINAL
else
  stty -F /dev/tty0 raw -echo
  stty -F /dev/tty1 raw -echo
fi
if sh "$LAB/job/cluster.sh" 2>>"$LAB/share/broken"; then
  rm "$LAB/share/broken"
  if [ -n "$LAB_TERMINAL" ]; then
    setsid --ctty --wait sh "$LAB/job/command.sh" </dev/tty0 >/dev/tty0 2>&1
  else
    sh "$LAB/job/command.sh" </dev/null >/dev/tty0 2>/dev/tty1
  fi
  echo $? >"$LAB/share/exit-code"
fi
echo o >/proc/sysrq-trigger
sleep 9
