#!/bin/sh
# The command of a run in a machine, at each boot anew and once the machine has come up. When it ends, so does the machine;
# a command that asks for a reboot waits to be ended by it.
. "$LAB/job/env.sh"
read -r boots 2>/dev/null <"$LAB/share/boots" || boots=0
LAB_BOOT=$((boots + 1))
echo "$LAB_BOOT" >"$LAB/share/boots"
export LAB_BOOT
stty -F /dev/tty0 raw -echo
stty -F /dev/tty1 raw -echo
systemctl is-system-running --wait >/dev/null
sh "$LAB/job/command.sh" </dev/null >/dev/tty0 2>/dev/tty1
code=$?
[ "$(systemctl is-system-running)" != stopping ] || exit
echo "$code" >"$LAB/share/exit-code"
echo o >/proc/sysrq-trigger
sleep 9
