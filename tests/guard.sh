#!/bin/sh
# Runs a program and all it starts for as long as our standard input stays open, so that a test
# that is killed leaves no browser behind. The program's output goes to ours.
setsid "$@" </dev/null &
program=$!
trap '' INT HUP
cat >/dev/null 2>&1
# Everything of the program's session: a browser gives its parts process groups of their own.
for stat in /proc/[0-9]*/stat; do
    # The name in brackets may hold anything; the session is the fourth word behind it.
    line=$(cat "$stat" 2>/dev/null) || continue
    pid=${line%% *}
    rest=${line##*) }
    # shellcheck disable=SC2086 # split into words
    set -- $rest
    [ "$4" = "$program" ] && kill -KILL "$pid" 2>/dev/null
done
exit 0
