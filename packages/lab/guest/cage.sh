#!/bin/sh
# Runs "$@" so that it can write on this machine nothing but the share of the run folder LAB: in the caller's private mount
# namespace every mount becomes read-only, except the share and a file system in memory for the guest's own memory.
# A mount that cannot be made read-only is taken away; one that cannot even be taken away ends the attempt.
set -e
mount -t proc proc /proc
mount --bind "$LAB/share" "$LAB/share"
while read -r _ _ _ _ target options _; do
  target=$(printf '%b' "$(printf %s "$target" | sed 's/\\/\\0/g')")
  [ "$target" != "$LAB/share" ] || continue
  case ,$options, in *,ro,*) continue ;; esac
  mount -o remount,bind,ro "$target" 2>/dev/null || umount -l "$target" 2>/dev/null || ! mountpoint -q "$target"
done <<END
$(cat /proc/self/mountinfo)
END
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$LAB/memory"
# Not exec: as first process of its process namespace the guest could not end itself after a panic.
"$@"
