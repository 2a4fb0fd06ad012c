#!/bin/sh
# The files that the program writes about itself: compares them with what was reviewed, or writes them anew.
#
#     sh tests/generated.sh compare target/debug/throughgate
#     sh tests/generated.sh update target/debug/throughgate
set -eu
cd "$(dirname "$0")/.."
task=$1
program=$2
stale=0

generated() { # what the program is asked for, the file
    case $task in
    compare)
        if ! "$program" "$1" | diff -u "$2" -; then
            echo "$2 is not what the program writes now. Run make update, and review the difference." >&2
            stale=1
        fi
        ;;
    update)
        # Beside the file first, so that it stays as it is where the program fails.
        "$program" "$1" >"$2.new"
        mv "$2.new" "$2"
        ;;
    *)
        echo "usage: $0 compare|update PROGRAM" >&2
        exit 1
        ;;
    esac
}

generated schema api/schema.graphql
generated policy docs/policy-matrix.md
exit "$stale"
