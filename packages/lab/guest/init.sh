#!/bin/sh
# First program of the guest kernel. LAB, the run folder, comes as an environment variable from the kernel's command line.
# The machine's own root file system (hostfs) stays read-only below an overlay in memory; only the share is written through.
set -e
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
mount -n -t proc proc /proc
read -r release </proc/sys/kernel/osrelease
modules=/usr/lib/uml/modules/$release
insmod "$modules/kernel/fs/overlayfs/overlay.ko"
mount -n -t tmpfs -o mode=755,size=75% tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -n -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
cd /mnt/root
mkdir -p .machine lib/modules etc/modprobe.d
ln -sfn "$modules" lib/modules/
mount -n -t hostfs none ".$LAB/share" -o "$LAB/share"
mount -n --move /proc proc
mount -n --move /dev dev
pivot_root . .machine
exec chroot . /bin/sh "$LAB/job/guest.sh"
