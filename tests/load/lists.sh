#!/bin/sh
# Brings in a list of 100,000 people on a private PostgreSQL, by the program and by the gateway, and writes what it
# took to docs/performance-lists.md.
#
#     sh tests/load/lists.sh target/release/throughgate
#
# shellcheck disable=SC2046 # what was measured comes as several words
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/release/throughgate}")
: "${BENCH_ROWS:=100000}"

folder=$(mktemp -d -t throughgate-lists.XXXXXX)
cleanup() {
    trap - EXIT
    exec 9>&- || true
    [ -z "${server:-}" ] || wait "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

# As it is run in earnest: what is committed is on the disk.
mkfifo "$folder/open"
sh tests/postgres.sh -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=512MB \
    -c max_wal_size=4GB <"$folder/open" >"$folder/address" &
server=$!
exec 9>"$folder/open"
while [ ! -s "$folder/address" ]; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.1
done
maintenance=$(head -n 1 "$folder/address")
THROUGHGATE_MASTER_KEY=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
export DATABASE_URL THROUGHGATE_MASTER_KEY THROUGHGATE_LOG=warn THROUGHGATE_DATA="$folder/data"
# A network on its first day.
network() {
    psql -qX "$maintenance" -c "CREATE DATABASE $1"
    DATABASE_URL="${maintenance%/postgres}/$1"
    "$program" init --organisation Kolonija --kind PRISON --province LT-KU --name Rasa --email rasa@prison.test \
        --role MANAGER >/dev/null 2>&1
}

# People who differ, with two needs each, where they go, when they come out, and a number of the prison's.
awk -v rows="$BENCH_ROWS" 'BEGIN {
    print "Bylos nr.;Pavardė;Vardas;Gimimo data;Lytis;Paleidimo data;Savivaldybė;Poreikiai;Telefonas"
    for (n = 0; n < rows; n++)
        printf "K-%d/2026;Pavard%denis;Vardas%d;%d-%02d-%02d;%s;2027-%02d-%02d;%s;būstas, darbas;+370 6%07d\n", n, n % 9973,
            n % 997, 1950 + n % 55, n % 12 + 1, n % 28 + 1, n % 10 ? "v" : "m", n % 12 + 1, n % 28 + 1,
            n % 2 ? "Kaunas" : "Marijampolė", n
}' >"$folder/list.csv"

# Seconds, and megabytes at most, of one call.
measure() {
    begun=$(date +%s%N)
    "$program" import people "$folder/list.csv" --organisation Kolonija --json "$@" >"$folder/said.json" &
    call=$!
    most=0
    while kill -0 "$call" 2>/dev/null; do
        now=$(awk '/VmHWM/ { print $2 }' "/proc/$call/status" 2>/dev/null || true)
        [ "${now:-0}" -gt "$most" ] && most=$now
        sleep 0.1
    done
    wait "$call"
    echo "$(((($(date +%s%N)) - begun) / 100000000)) $((most / 1024))"
}
tenths() { echo "$(($1 / 10)).$(($1 % 10))"; }

network by_program
set -- $(measure --dry-run) && judged=$(tenths "$1") judged_memory=$2
grep -q "\"NEW\": $BENCH_ROWS" "$folder/said.json"
set -- $(measure) && written=$(tenths "$1") written_memory=$2
grep -q "\"written\": $BENCH_ROWS" "$folder/said.json"
set -- $(measure) && again=$(tenths "$1") again_memory=$2
grep -q "\"KNOWN\": $BENCH_ROWS" "$folder/said.json"

network by_gateway
set -- $(node tests/load/lists.mjs "$program" "$folder/list.csv" "$BENCH_ROWS" rasa@prison.test)
gateway_judged=$1 gateway_written=$2 gateway_memory=$3

cat >docs/performance-lists.md <<END
# How fast a list comes in

Written by \`sh tests/load/lists.sh\` from what it measured on $(date +%F): a list of $BENCH_ROWS people, CSV, $(($(wc -c <"$folder/list.csv") / 1048576)) MB, nine
columns, two needs each, on a PostgreSQL of its own that shares the machine ($(nproc) processors,
$(awk -F: '/model name/ { print $2; exit }' /proc/cpuinfo | sed 's/^ *//')) and writes what is committed to the disk. The tables are empty at first, and nobody has counted them. Memory
is that of the program that does it, at most; its target is 200 MB.

| what | target | measured | memory |
| --- | --- | --- | --- |
| sent up through the gateway, sealed, and every row judged | under 20 s | $gateway_judged s | $gateway_memory MB |
| taken, and every row written | under 90 s | $gateway_written s | the same server |
| \`throughgate import people --dry-run\`: every row judged | under 20 s | $judged s | $judged_memory MB |
| \`throughgate import people\`: every row judged and written | under 90 s | $written s | $written_memory MB |
| the same list once more: every row is known | | $again s | $again_memory MB |
END
cat docs/performance-lists.md
