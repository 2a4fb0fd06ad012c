#!/bin/sh
# A private PostgreSQL that lives for as long as this script's standard input stays open: whoever
# holds the other end may die in any way, and the server and its folder still go.
# Prints the address of its maintenance database on the first line, once it answers.
set -eu

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    echo "PostgreSQL is not installed; run: sudo apt-get install postgresql" >&2
    exit 1
fi

home=$(mktemp -d -t throughgate-postgres.XXXXXX)
server=
# shellcheck disable=SC2317 # called by the trap
cleanup() {
    trap - EXIT
    if [ -n "$server" ]; then
        kill -QUIT "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$home"
}
trap cleanup EXIT
# An interrupted test run ends its side of our input; until then the server is still needed.
trap '' INT HUP
trap 'exit 1' TERM

# PostgreSQL refuses to run as root.
as_user=
if [ "$(id -u)" = 0 ]; then
    user=nobody
    id postgres >/dev/null 2>&1 && user=postgres
    chown "$user" "$home"
    as_user="--reuid=$user --regid=$(id -g "$user") --clear-groups"
fi

cd "$home"
# shellcheck disable=SC2086 # the options are several words
setpriv $as_user "$bin/initdb" --pgdata="$home/data" --username=throughgate --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$home/initdb.log" 2>&1 || {
    cat "$home/initdb.log" >&2
    exit 1
}

# Another program may take the port between our choice and its use, so try a few.
for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + ($$ * 7 + attempt * 1511) % 12000))
    # shellcheck disable=SC2086
    setpriv $as_user --pdeathsig QUIT "$bin/postgres" -D "$home/data" -k "$home" -p "$port" \
        -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off \
        -c full_page_writes=off -c max_connections=400 -c shared_buffers=128MB \
        -c autovacuum_naptime=10min "$@" >>"$home/server.log" 2>&1 &
    server=$!
    # Up to half a minute, for a machine that is busy compiling.
    for _ in $(seq 300); do
        kill -0 "$server" 2>/dev/null || break
        if "$bin/pg_isready" -q -h "$home" -p "$port" -U throughgate -d postgres; then
            echo "postgres://throughgate@127.0.0.1:$port/postgres"
            # Nothing of ours may keep the caller's output open after it has gone.
            cat >/dev/null 2>&1
            exit 0
        fi
        sleep 0.1
    done
    kill -QUIT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
done
cat "$home/server.log" >&2
exit 1
