#!/bin/sh
# nightly.sh CUSTOMERS FOLDER RECIPIENT: checks every line of CUSTOMERS and mails what differs from the last mail. docs/support-desk.md explains it.
set -u; if [ $# -ne 3 ]; then echo "usage: nightly.sh CUSTOMERS FOLDER RECIPIENT" >&2; exit 2; fi; mkdir -p "$2" || exit
customers=$1 folder=$2 recipient=$3 night=$2/$(date -u +%F).ndjson
"${POSTWAY:-postway}" check --list "$customers" --resume "$night" >> "$night"; status=$?
case $status in 0 | 1) ;; 3) rm "$night"; exit 3 ;; *) exit "$status" ;; esac
touch "$folder/before.tsv"
jq -rRn --rawfile before "$folder/before.tsv" '($before | split("\n") | map(select(. != "") | {key: split("\t")[0], value: .}) | from_entries) as $was | reduce (inputs | fromjson? | select(.input?)) as $line ({}; .[[[$line.input, $line.server // empty] | join(" ")] | @tsv] = $line)
  | map_values(.open = (.recommendation == null and (.verdict.code // "" | test("^(offline|dns-unreachable|captive-portal|inconclusive)$")))) | (map(select(.verdict).open) | length > 0 and all) as $nothing | if $nothing then "" | halt_error(3) else to_entries end
  | map(if .value.open then $was[.key] // empty else .key + "\t" + (.value | [.verdict.code // "not readable", (.recommendation.outgoing | if . then "\(.host):\(.port)/\(.security)" else "no setting" end)] | @tsv) end) | sort[]' "$night" > "$folder/now.tsv" || { status=$?; rm "$night"; exit "$status"; }
if diff "$folder/before.tsv" "$folder/now.tsv" > "$folder/changes.diff"; then exit 0; fi
grep '^[<>]' "$folder/changes.diff" | "${MAILER:-mail}" -s "Mail checks: what changed" "$recipient" && mv "$folder/now.tsv" "$folder/before.tsv"
