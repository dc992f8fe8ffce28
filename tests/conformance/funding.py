#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores links by money on the early buyers of 35 real launches whose inflows before their buys are known.

    funding.py CABALSCOPE_CLI DATA_FOLDER [--groups N] [--seed S]

DATA_FOLDER holds funding/{wallets,inflows}.csv.xz; without it the script says that it skips, and ends well.

Each launch becomes event lines (the inflows that were no sale, the creation, each first buy) and goes through
`analyze` alone. Printed: launches with a cluster of at least 3 early buyers by group; whether the one certain case
(4 wallets paid in one transaction) is found and exact; and the null: N groups of 40 early buyers drawn over all
launches, set to begin together. A cluster of 3 that joins wallets of two launches is an error; one inside a launch is
counted apart, since 40 of so few launches cannot be one of each, and friends may be drawn together. Only wallets whose history
before the buy is known take part. The lines have times and no slots, so the families of slots are blind here.
"""
import argparse
import collections
import csv
import hashlib
import json
import lzma
import pathlib
import random
import re
import sys
import tempfile

import scores

ADDRESS = re.compile(r"^[1-9A-HJ-NP-Za-km-z]{32,44}$")
SMALL_CLUSTER = 3
GROUP = 40
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LAMPORTS = 1_000_000_000
WSOL = "So11111111111111111111111111111111111111112"
VENUE = "pumpfun"
SUPPLY = 10**15


def rows(folder, name):
    with lzma.open(folder / "funding" / name, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


class Buyer:
    def __init__(self, row):
        self.wallet = row["wallet"]
        self.launch = int(row["launch_ts"])
        self.buy = int(row["first_buy_ts"])
        self.paid = round(float(row["sol_first_buy"] or 0) * LAMPORTS)
        self.coins = round(float(row["tokens_first_buy"] or 0) * 10**6)
        self.known = row["genesis_reached"] == "1" or row["prebuy_window_reached"] == "1"
        self.inflows = []


def read(folder):
    launches = collections.defaultdict(dict)
    groups = {}
    mints = {}
    for row in rows(folder, "wallets.csv.xz"):
        if not ADDRESS.match(row["wallet"]):
            continue
        launches[row["token"]][row["wallet"]] = Buyer(row)
        groups[row["token"]] = row["group"]
        mints[row["token"]] = row["mint"]
    for row in rows(folder, "inflows.csv.xz"):
        buyer = launches[row["token"]].get(row["wallet"])
        if buyer is None or row["nature"] != "funding" or not ADDRESS.match(row["source"]):
            continue
        if float(row["amount_sol"]) > 0:
            buyer.inflows.append((int(row["ts"]), row["source"], round(float(row["amount_sol"]) * LAMPORTS), row["sig16"]))
    for buyers in launches.values():
        for buyer in buyers.values():
            if not buyer.paid:  # not published for one launch: what came in stands for it
                buyer.paid = sum(amount for _, _, amount, _ in buyer.inflows)
                buyer.coins = buyer.coins or 10**9
    return launches, groups, mints


def signature(key):
    """A made-up one: only the first characters of the real ones are published."""
    number = int.from_bytes(hashlib.sha512(repr(key).encode()).digest(), "big")
    text = ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return text


def lines(buyers, mint, launch, shift):
    """Event lines in order of time; `shift(buyer)` moves a buyer's whole past."""
    out = []
    out.append((launch, 0, {"type": "token_created", "block_time": launch, "venue": VENUE, "mint": mint,
                            "name": "Coin", "symbol": "COIN", "supply": str(SUPPLY),
                            "signature": signature("creation")}))
    for buyer in buyers:
        moved = shift(buyer)
        for time, source, amount, short in buyer.inflows:
            out.append((time + moved, 1, {"type": "sol_transfer", "block_time": time + moved, "from": source,
                                          "to": buyer.wallet, "amount": str(amount),
                                          "signature": signature((short, moved))}))
        if buyer.paid and buyer.coins:
            out.append((buyer.buy + moved, 2, {
                "type": "trade", "block_time": buyer.buy + moved, "venue": VENUE, "mint": mint, "quote_mint": WSOL,
                "wallet": buyer.wallet, "side": "buy", "base_amount": str(buyer.coins), "base_decimals": 6,
                "quote_amount": str(buyer.paid), "quote_decimals": 9,
                "signature": signature(("buy", buyer.wallet))}))
    out.sort(key=lambda entry: entry[:2])
    paths = collections.Counter()
    for _, _, event in out:
        event["path"] = str(paths[event["signature"]])
        paths[event["signature"]] += 1
    return [event for _, _, event in out]


def clusters(program, folder, buyers, mint, launch, shift):
    file = folder / "events.jsonl"
    analysis = folder / "analysis.json"
    file.write_text("\n".join(json.dumps(event) for event in lines(buyers, mint, launch, shift)) + "\n")
    scores.cli(program, "analyze", file, "--json", analysis)
    members = {buyer.wallet for buyer in buyers}
    found = []
    for cluster in json.loads(analysis.read_text())["clusters"]:
        both = members & {wallet["address"] for wallet in cluster["wallets"]}
        if len(both) >= SMALL_CLUSTER:
            found.append(both)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--groups", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not (arguments.data / "funding" / "wallets.csv.xz").exists():
        print(f"skipped: no funding data in {arguments.data}")
        return 0
    launches, groups, mints = read(arguments.data)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fired = collections.Counter()
        total = collections.Counter()
        for token in sorted(launches):
            buyers = [buyer for buyer in launches[token].values() if buyer.known]
            if not buyers:
                continue
            group = groups[token]
            total[group] += 1
            found = clusters(arguments.program, folder, buyers, mints[token], buyers[0].launch, lambda _: 0)
            fired[group] += bool(found)
            if found:
                print(f"  {group:<18} {token:<14} clusters of {sorted(map(len, found), reverse=True)} "
                      f"among {len(buyers)} early buyers")
        print("\n| group | launches | with a cluster of 3 or more |\n|---|---|---|")
        for group in sorted(total):
            print(f"| {group} | {total[group]} | {fired[group]} |")
        pool = [buyer for token in sorted(launches) for buyer in launches[token].values()
                if buyer.known and buyer.inflows and groups[token] != "discovery_case"]
        chance = random.Random(arguments.seed)
        launch_of = {wallet: token for token in launches for wallet in launches[token]}
        wrong = within = 0
        start = 1_780_000_000
        for _ in range(arguments.groups):
            drawn = {buyer.wallet: buyer for buyer in chance.sample(pool, GROUP)}
            moves = {wallet: start + chance.randrange(60) - buyer.buy for wallet, buyer in drawn.items()}
            found = clusters(arguments.program, folder, list(drawn.values()), mints[sorted(mints)[0]], start,
                             lambda buyer: moves[buyer.wallet])
            mixed = [len({launch_of[wallet] for wallet in members}) > 1 for members in found]
            wrong += any(mixed)
            within += bool(found) and not any(mixed)
        print(f"\nnull: {wrong} of {arguments.groups} groups of {GROUP} early buyers have a cluster of 3 or more over two "
              f"launches; {within} more inside one launch (seed {arguments.seed}, {len(pool)} wallets to draw from)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
