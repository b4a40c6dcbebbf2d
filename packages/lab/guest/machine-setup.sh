#!/bin/sh
# Makes a machine of this computer's files, once: its own name and units, none of the services that are enabled here, and
# then what the run asks for (job/setup.sh).
set -e
mkdir -p /lib/modules /etc/modprobe.d
ln -sfn "$1" /lib/modules/
# With this file systemd believes it is in a container and leaves the kernel's command line unread.
rm -f /.dockerenv
echo machine >/etc/hostname
# Without an id the first boot would enable every unit there is.
echo 0123456789abcdef0123456789abcdef >/etc/machine-id
: >/etc/fstab
rm -rf /etc/systemd/system/*.wants /etc/systemd/system/*.requires
mkdir -p /etc/systemd/system/multi-user.target.wants /etc/systemd/journald.conf.d
printf '[Journal]\nStorage=volatile\n' >/etc/systemd/journald.conf.d/lab.conf
# There is no hardware to look for, nobody logs in, and cleaning the files of this computer would take eight seconds.
while read -r unit; do ln -sfn /dev/null "/etc/systemd/system/$unit"; done <<END
systemd-udevd.service
systemd-udevd-control.socket
systemd-udevd-kernel.socket
systemd-udev-trigger.service
ifupdown-pre.service
systemd-tmpfiles-setup.service
systemd-tmpfiles-setup-dev.service
systemd-tmpfiles-clean.timer
systemd-update-utmp.service
systemd-update-utmp-runlevel.service
systemd-user-sessions.service
systemd-logind.service
dbus.service
dbus.socket
getty.target
systemd-binfmt.service
proc-sys-fs-binfmt_misc.automount
systemd-sysusers.service
systemd-sysctl.service
systemd-random-seed.service
systemd-journal-flush.service
systemd-journald-audit.socket
systemd-initctl.socket
systemd-remount-fs.service
kmod-static-nodes.service
dev-hugepages.mount
dev-mqueue.mount
sys-kernel-debug.mount
sys-kernel-tracing.mount
sys-kernel-config.mount
sys-fs-fuse-connections.mount
END
cat >/etc/systemd/system/lab.service <<END
[Unit]
Description=the command of the lab
[Service]
Environment=LAB=$LAB
ExecStart=/bin/sh $LAB/job/machine-command.sh
END
ln -s ../lab.service /etc/systemd/system/multi-user.target.wants/
. "$LAB/job/env.sh"
sh -e "$LAB/job/setup.sh"
