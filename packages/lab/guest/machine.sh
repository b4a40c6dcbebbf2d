#!/bin/sh
# First program of a guest that is one machine of its own. As in init.sh the machine's root lies over this computer's, which
# is read-only; but what it writes lies on a disk, and is there after a reboot. LAB comes from the kernel's command line.
set -e
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
mount -n -t proc proc /proc
read -r release </proc/sys/kernel/osrelease
modules=/usr/lib/uml/modules/$release
insmod "$modules/kernel/fs/overlayfs/overlay.ko"
mount -n -t ext4 -o noatime /dev/ubda /mnt
mkdir -p /mnt/upper /mnt/work /mnt/root
lower=/
while read -r layer; do
  # A mount of its own: overlayfs refuses a layer inside another one.
  at=/mnt/$(basename "$layer")
  mkdir -p "$at"
  mount -n -t hostfs none "$at" -o "$layer"
  lower=$at:$lower
done <"$LAB/job/layers"
mount -n -t overlay overlay -o "lowerdir=$lower,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
cd /mnt/root
mkdir -p .machine
mount -n -t hostfs none ".$LAB/share" -o "$LAB/share"
mount -n --move /proc proc
mount -n --move /dev dev
pivot_root . .machine
exec chroot . /bin/sh "$LAB/job/machine-boot.sh" "$modules"
