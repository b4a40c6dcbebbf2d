#!/bin/sh
# First process of a lab that runs on the machine's own kernel, in fresh network, mount, process and name spaces.
mount -a -T "$LAB/job/netns.fstab" 2>"$LAB/share/broken"
. "$LAB/job/env.sh"
sh "$LAB/job/cluster.sh" 2>>"$LAB/share/broken" || exit 125
rm "$LAB/share/broken"
if [ -n "$LAB_TERMINAL" ]; then
  sh "$LAB/job/command.sh"
  echo $? >"$LAB/share/exit-code"
  exit
fi
# Pipes of our own: the launcher's ends are sockets, and a command may want to open /dev/stdout.
mkfifo /run/lab/stdout /run/lab/stderr
cat /run/lab/stdout &
stdout=$!
cat /run/lab/stderr >&2 &
stderr=$!
sh "$LAB/job/command.sh" </dev/null >/run/lab/stdout 2>/run/lab/stderr
echo $? >"$LAB/share/exit-code"
wait $stdout $stderr
