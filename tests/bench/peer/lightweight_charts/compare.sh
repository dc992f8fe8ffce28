#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Frames of the chart beside the npm package lightweight-charts: same bars, same size, same operations, same run.
# Both sides draw into memory without a screen; a figure ends when the pixels are there. Installs the packages into
# a temporary folder; they are no dependency of the project. Needs node, npm and Debian's chromium.
# Usage: compare.sh BUILD_FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! (cd "$work" && npm init -y && npm install --no-audit --no-fund lightweight-charts@5 playwright-core) \
    >"$work/npm.log" 2>&1; then
    cat "$work/npm.log" >&2
    echo "compare.sh: npm could not install lightweight-charts and playwright-core" >&2
    exit 1
fi
QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1 "$build/tests/bench/chart_bench" --json "$work/ours.json" >"$work/ours.txt" 2>/dev/null
cp "$here/driver.mjs" "$here/page.js" "$work/"
(cd "$work" && node driver.mjs) >"$work/theirs.json"
python3 - "$work/ours.json" "$work/theirs.json" <<'P'
import json, sys
ours, theirs = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
print(f"lightweight-charts {theirs.pop('version')}, {theirs.pop('browser')}; medians in ms\n")
print("| operation @bars | here | lightweight-charts | ratio |\n|---|---|---|---|")
for name, mine in ours.items():
    if name in theirs:
        print(f"| {name} | {mine:.2f} | {theirs[name]:.2f} | {theirs[name] / mine:.1f} |")
P
