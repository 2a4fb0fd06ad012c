#!/bin/sh
# Installs what the tests need and cargo does not bring. Debian's packages only as root; anybody
# else is told the one command to run first.
set -eu
cd "$(dirname "$0")"

missing=
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
command -v curl >/dev/null 2>&1 || missing="$missing curl"
command -v shellcheck >/dev/null 2>&1 || missing="$missing shellcheck"
# Chromium without any font draws no text, and the pictures would be empty.
ls /usr/share/fonts/truetype/*/*.ttf >/dev/null 2>&1 || missing="$missing fonts-dejavu"

if [ -n "$missing" ]; then
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" != 0 ]; then
        echo "The tests need some of Debian's packages. Run this first, once:" >&2
        echo "    sudo sh -c 'apt-get update && $install'" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q </dev/null
    # shellcheck disable=SC2086 # several packages
    $install </dev/null
fi

for folder in . graphql-http; do
    [ -f "$folder/package-lock.json" ] || continue
    # npm keeps a copy of the lock in what it installed, so the same age or newer means nothing to do.
    # shellcheck disable=SC3013 # every sh of today compares ages
    if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
        (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts </dev/null)
        touch "$folder/node_modules/.package-lock.json"
    fi
done
