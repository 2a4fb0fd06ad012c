#!/bin/sh
# Loads a private PostgreSQL with a large network and measures the gateway on it, beside the limit: the same rows by
# the best single statement. Writes docs/performance.md.
#
#     sh tests/load/run.sh target/release/throughgate
#
# For a trial: BENCH_PEOPLE, BENCH_REFERRALS, BENCH_SECONDS (of one round), BENCH_ROUNDS; BENCH_ONLY=refer prints what
# refer and accept takes, and writes nothing.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/release/throughgate}")
: "${BENCH_PEOPLE:=200000}" "${BENCH_REFERRALS:=1000000}" "${BENCH_SECONDS:=8}" "${BENCH_ROUNDS:=3}"

if ! command -v wrk >/dev/null 2>&1; then
    install="apt-get install -y --no-install-recommends wrk"
    if [ "$(id -u)" != 0 ]; then
        echo "The load generator is missing. Run this first, once: sudo sh -c 'apt-get update && $install'" >&2
        exit 1
    fi
    DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null
    DEBIAN_FRONTEND=noninteractive $install </dev/null
fi
cargo build --release --package load

folder=$(mktemp -d -t throughgate-bench.XXXXXX)
cleanup() {
    # What the programs said, since the folder goes.
    [ $? = 0 ] || tail -n 20 "$folder/gateway.log" "$folder/worker.log" >&2 || true
    trap - EXIT
    # PostgreSQL goes when the other end of its input does.
    exec 9>&- || true
    [ -z "${server:-}" ] || wait "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

# As it is run in earnest: what is committed is on the disk.
mkfifo "$folder/open"
sh tests/postgres.sh -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=1GB \
    -c max_wal_size=8GB -c checkpoint_timeout=30min -c autovacuum_naptime=1min \
    -c shared_preload_libraries=pg_stat_statements <"$folder/open" >"$folder/address" &
server=$!
exec 9>"$folder/open"
while [ ! -s "$folder/address" ]; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.1
done
maintenance=$(head -n 1 "$folder/address")
SERVER=${maintenance%/postgres}
psql -qX "$maintenance" -c "ALTER SYSTEM SET pg_stat_statements.track = 'none'" -c "SELECT pg_reload_conf()" >/dev/null

THROUGHGATE_MASTER_KEY=$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')
export THROUGHGATE_MASTER_KEY SERVER
load() { # database, people, referrals
    psql -qX "$maintenance" -c "CREATE DATABASE $1"
    DATABASE_URL="$SERVER/$1" THROUGHGATE_LOG=warn "$program" demo --people "$2" --referrals "$3"
    # Rows as they are after a night: their visibility known, statistics fresh.
    psql -qX "$SERVER/$1" -c "VACUUM (ANALYZE)"
}
load large "$BENCH_PEOPLE" "$BENCH_REFERRALS"
load tenth "$((BENCH_PEOPLE / 10))" "$((BENCH_REFERRALS / 10))"
psql -qX "$maintenance" -c CHECKPOINT

SERVER_LOG=$(psql -qXAt "$maintenance" -c "SHOW data_directory")/../server.log
RUSTC_VERSION=$(rustc --version | cut -d ' ' -f 1,2)
WRK_VERSION=$(wrk -v 2>&1 | head -n 1 | cut -d ' ' -f 1,2)
export SERVER_LOG RUSTC_VERSION WRK_VERSION BENCH_SECONDS BENCH_ROUNDS
# The measuring itself is bounded: whatever hangs, it ends.
PROGRAM="$program" LIMIT="$PWD/target/release/limit" FOLDER="$folder" LARGE=large TENTH=tenth \
    timeout --foreground 2400 node tests/load/measure.mjs
