#!/bin/sh
# PID 1 of one lab host ($1), already in its own namespaces. It becomes a sleep that reaps orphans; killing it kills the host.
host=$1
own=/run/lab/hosts/$host
exec 3<>/run/lab/ready
trap 'echo "$host broken" >&3' EXIT
set -e
read -r pid _ </proc/self/stat
echo "$host" >/proc/sys/kernel/hostname
cd "$own"
if [ ! -e wired ]; then
  ip -batch "$LAB/job/$host.ip" >&2
  [ ! -s "$LAB/job/$host.tc" ] || tc -batch "$LAB/job/$host.tc" >&2
  : >wired
fi
mount -a -T "$LAB/job/$host.fstab"
# By a relative name: /run is the host's own by now, and this folder is reached only by having been here before.
echo "$pid" >pid
cd /
trap - EXIT
echo "$host up" >&3
# A parent that ignores SIGCHLD has no zombies; this shell cannot ignore it for what it becomes, env can.
exec env --ignore-signal=CHLD sleep infinity 3>&-
