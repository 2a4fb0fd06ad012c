#!/bin/sh
# Are the files that the program writes about itself the ones that were reviewed?
set -eu
cd "$(dirname "$0")/.."
program=$1
stale=0

compare() { # what the program says, the file, how to write it anew
    if ! "$program" "$1" | diff -u "$2" -; then
        echo "$2 is not what the program says now. Review the difference, then: $program $1 > $2" >&2
        stale=1
    fi
}
compare schema api/schema.graphql
compare policy docs/policy-matrix.md
exit $stale
