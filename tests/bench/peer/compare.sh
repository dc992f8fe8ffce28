#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Decoded transactions per second per venue, beside the npm package solana-dex-parser on the same files in the
# same run. Installs the package into a temporary folder; it is no dependency of the project.
# Usage: compare.sh BUILD_FOLDER FILE...
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! (cd "$work" && npm init -y && npm install --no-audit --no-fund solana-dex-parser@2.6.7) >"$work/npm.log" 2>&1; then
    cat "$work/npm.log" >&2
    echo "compare.sh: npm could not install solana-dex-parser" >&2
    exit 1
fi
for file in "$@"; do
    "$build/app/cabalscope-cli" decode "$file" 2>/dev/null || true
done >"$work/events.jsonl"
python3 - "$work/events.jsonl" >"$work/groups.json" <<'P'
import collections, json, sys
groups = collections.defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    event = json.loads(line)
    if event["type"] == "trade" and event["signature"] not in groups[event["venue"]]:
        groups[event["venue"]].append(event["signature"])
print(json.dumps(groups))
P
files=""
for file in "$@"; do files="$files $(realpath "$file")"; done
# shellcheck disable=SC2086 # the list is meant to split
ours=$("$build/tests/bench/decode_transactions" $files)
# shellcheck disable=SC2086
theirs=$(cd "$work" && node "$here/peer.mjs" "$work/groups.json" $files)
python3 - "$ours" "$theirs" <<'P'
import json, sys
ours, theirs = json.loads(sys.argv[1]), json.loads(sys.argv[2])
print(f"trades found: {ours['trades']} here, {theirs['trades']} by solana-dex-parser 2.6.7\n")
print("| venue | transactions | here, tx/s | solana-dex-parser, tx/s | ratio |\n|---|---|---|---|---|")
for venue, row in sorted(ours.items()):
    peer = theirs.get(venue)
    if venue == "trades" or not peer:
        continue
    print(f"| {venue} | {row['transactions']} | {row['per_second']:,} | {peer['per_second']:,} | "
          f"{row['per_second'] / peer['per_second']:.1f} |")
P
