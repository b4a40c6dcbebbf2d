#!/bin/sh
# Builds the cluster: modules, links, then one process tree for each host. Any failure fails the lab.
set -e
cd /
echo lab >/proc/sys/kernel/hostname
read -r hosts <"$LAB/job/hosts"
# Without max_bonds=0 the driver makes a bond0 of its own. A driver that is built in needs no modprobe, so no error here:
# the batch below is what tells.
modprobe -q bonding max_bonds=0 || true
modprobe -q -a veth bridge sch_tbf sch_netem overlay || true
mkdir -p /run/lab
mkfifo /run/lab/ready
ip -batch "$LAB/job/root.batch" >&2
exec 3<>/run/lab/ready
"$LAB/job/bin/lab" start $hosts
for host in $hosts; do
  read -r name state <&3
  [ "$state" = up ] || { cat "/run/lab/hosts/$name/log" >&2; exit 1; }
done
