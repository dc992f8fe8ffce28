#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns published trade streams that are no raw frames into event lines, and log frames into a capture.

    streams.py swaps-csv  swaps.csv          > events.jsonl    pump.fun trades, one row each, raw integers
    streams.py tapes      tapes.jsonl.xz     > events.jsonl    swaps of one coin a line, decimals
    streams.py events     events.jsonl.xz    > events.jsonl    event lines with rows of other kinds between them
    streams.py log-frames frames.jsonl       > capture.jsonl   {"t_wall": seconds, "raw": frame} lines

Rows that name no address (redacted ones) or no amount are left out and counted on stderr.
"""
import csv
import decimal
import json
import lzma
import re
import sys

ADDRESS = re.compile(r"^[1-9A-HJ-NP-Za-km-z]{32,44}$")
COIN_DECIMALS = 6
SOL_DECIMALS = 9
WSOL = "So11111111111111111111111111111111111111112"


def lines_of(path):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as stream:
        yield from stream


def raw_units(value, decimals):
    # Through the decimal text: a double cannot hold 10^15 units exactly.
    units = decimal.Decimal(str(value)).scaleb(decimals).to_integral_value(decimal.ROUND_HALF_UP)
    return str(int(units))


def swaps_csv(path):
    with open(path, newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            yield {
                "type": "trade",
                "signature": row["sig"],
                "slot": int(row["slot"]),
                "block_time": int(row["timestamp"]),
                "venue": "pumpfun",
                "mint": row["mint"],
                "quote_mint": WSOL,
                "wallet": row["user"],
                "side": "buy" if row["is_buy"] == "1" else "sell",
                "base_amount": row["token_raw"],
                "base_decimals": COIN_DECIMALS,
                "quote_amount": row["sol_lamports"],
                "quote_decimals": SOL_DECIMALS,
            }


def tapes(path):
    for line in lines_of(path):
        tape = json.loads(line)
        for swap in tape["swaps"]:
            yield {
                "type": "trade",
                "signature": swap.get("sig"),
                "block_time": int(swap["ts"]),
                "venue": "pumpswap",
                "pool": tape.get("pool"),
                "mint": tape["mint"],
                "quote_mint": WSOL,
                "wallet": swap["trader"],
                "side": swap["side"],
                "base_amount": raw_units(swap["tokens"], COIN_DECIMALS),
                "base_decimals": COIN_DECIMALS,
                "quote_amount": raw_units(swap["sol"], SOL_DECIMALS),
                "quote_decimals": SOL_DECIMALS,
            }


def events(path):
    kinds = {"token_created", "trade", "token_transfer", "graduated", "liquidity_added", "liquidity_removed"}
    for line in lines_of(path):
        event = json.loads(line)
        if event.get("type") in kinds:
            yield event


def print_events(rows):
    left_out = 0
    for row in rows:
        keys = [row.get(name) for name in ("mint", "wallet", "creator", "from", "to", "pool") if row.get(name)]
        if row.get("signature") is None:
            row.pop("signature", None)
        if any(ADDRESS.match(key) is None for key in keys):
            left_out += 1
            continue
        print(json.dumps(row, separators=(",", ":")))
    print(f"{left_out} rows without a full address left out", file=sys.stderr)


def print_capture(path):
    print(json.dumps({"cabalscope_capture": 1, "created": "2026-07-04T00:00:00Z", "source": "solana-rpc",
                      "endpoint": "recorded", "note": "published log frames"}, separators=(",", ":")))
    for line in lines_of(path):
        frame = json.loads(line)
        nanoseconds = int(decimal.Decimal(repr(frame["t_wall"])).scaleb(9))
        # The frame's own text goes through untouched.
        print('{"t":%d,"ch":"ws","msg":%s}' % (nanoseconds, frame["raw"]))


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("swaps-csv", "tapes", "events", "log-frames"):
        print(__doc__, file=sys.stderr)
        return 2
    form, path = sys.argv[1:]
    if form == "log-frames":
        print_capture(path)
    else:
        print_events({"swaps-csv": swaps_csv, "tapes": tapes, "events": events}[form](path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
