#!/bin/sh
# nightly.sh CUSTOMERS FOLDER RECIPIENT: checks every line of CUSTOMERS and mails what differs from the last mail. docs/support-desk.md explains it.
set -u; if [ $# -ne 3 ]; then echo "usage: nightly.sh CUSTOMERS FOLDER RECIPIENT" >&2; exit 2; fi; mkdir -p "$2" || exit
customers=$1 folder=$2 recipient=$3 night=$2/$(date -u +%F).ndjson
"${POSTWAY:-postway}" check --list "$customers" --resume "$night" >> "$night"
status=$?
case $status in 0 | 1) ;; 3) rm "$night"; exit 3 ;; *) exit "$status" ;; esac
jq -rR 'fromjson? | [.input, .verdict.code // "not readable", (.recommendation.outgoing | if . then "\(.host):\(.port)/\(.security)" else "no setting" end)] | @tsv' "$night" | LC_ALL=C sort > "$folder/now.tsv"
touch "$folder/before.tsv"
if diff "$folder/before.tsv" "$folder/now.tsv" > "$folder/changes.diff"; then exit 0; fi
grep '^[<>]' "$folder/changes.diff" | "${MAILER:-mail}" -s "Mail checks: what changed" "$recipient" && mv "$folder/now.tsv" "$folder/before.tsv"
