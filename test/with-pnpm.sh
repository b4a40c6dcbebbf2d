#!/bin/sh
# Runs a TypeScript program of this repository: sh test/with-pnpm.sh SCRIPT.ts [arguments].
# Makes a fresh clone runnable first. Nothing but SCRIPT writes to stdout, and SCRIPT replaces this shell,
# so its exit code and the signals it is sent are its own.
set -eu

pnpm_version=10.34.9
lock_wait_s=1200
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"

# The inputs of an install: the lock file, every manifest, and the Node whose ABI the SQLite driver is built for.
fingerprint() {
  { node --version; uname -m; cat pnpm-lock.yaml pnpm-workspace.yaml package.json packages/*/package.json; } | cksum
}

stamp=node_modules/.install-stamp
current() {
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ]
}

# Node 22.14 and newer carry node:sqlite; older ones compile better-sqlite3, which needs python3, make and g++.
compiles_sqlite() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a < 22 || (a === 22 && b < 14) ? 0 : 1)'
}

compiler() {
  compiles_sqlite || return 0
  missing=
  for tool in python3 make g++; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing: Node $(node --version) has no SQLite of its own, so its driver is compiled once." >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >&2
    return 0
  fi
  echo "Install$missing first (Debian: apt-get install$missing), or use Node 22.14 or newer, which needs no compiler." >&2
  exit 1
}

install() {
  compiler
  # Headers beside the running Node spare node-gyp a download.
  prefix=$(node -p 'require("node:path").resolve(process.execPath, "../..")')
  if [ -f "$prefix/include/node/node.h" ]; then
    npm_config_nodedir=$prefix
    export npm_config_nodedir
  fi
  # A log level inherited from `npm run -s` would hide why an install failed.
  unset npm_config_loglevel
  echo "Installing dependencies (once; compiling the SQLite driver takes about a minute) ..." >&2
  CI=true npx --yes "pnpm@$pnpm_version" install --frozen-lockfile >&2
  fingerprint >"$stamp"
}

if [ "$#" -eq 0 ]; then
  echo "Usage: sh test/with-pnpm.sh SCRIPT.ts [arguments]" >&2
  exit 2
fi

if ! current; then
  # The repository's folder itself is the lock: no file to leave behind, released when its holder dies.
  exec 9<"$root"
  if command -v flock >/dev/null 2>&1; then
    flock -w "$lock_wait_s" 9 || { echo "Another install of this clone has not ended in $lock_wait_s s; end it and try again." >&2; exit 1; }
  fi
  current || install
  exec 9<&-
fi

script=$1
shift
exec node --import "$root/node_modules/tsx/dist/loader.mjs" "$script" "$@"
