#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links by buying together on real swap tapes, against the same tapes with their traders shuffled inside each coin.

    tape_links.py CABALSCOPE_CLI TAPES.jsonl.xz [--shuffles N] [--seed S]

Nobody knows who is who on these tapes, so a link is no hit; what a shuffle leaves is chance, and has to be close to
nothing. The tapes state seconds and no slots: one second stands for one slot here, which is coarser than the chain
and lets more be chance. Without the file the script says that it skips, and ends well.
"""
import argparse
import collections
import json
import pathlib
import random
import statistics
import sys
import tempfile

import scores
import streams


def links(program, folder, events):
    file = folder / "events.jsonl"
    analysis = folder / "analysis.json"
    file.write_text("\n".join(json.dumps(event) for event in events) + "\n")
    scores.cli(program, "analyze", file, "--json", analysis)
    pairs = set()
    for cluster in json.loads(analysis.read_text())["clusters"]:
        for link in cluster["links"]:
            pairs.add((link["a"], link["b"]))
    return len(pairs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tapes", type=pathlib.Path)
    parser.add_argument("--shuffles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.tapes.exists():
        print(f"skipped: {arguments.tapes} is not there")
        return 0
    events = [event for event in streams.tapes(str(arguments.tapes)) if streams.ADDRESS.match(event["wallet"])]
    for event in events:
        event["slot"] = event["block_time"]
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        real = links(arguments.program, folder, events)
        by_coin = collections.defaultdict(list)
        for event in events:
            by_coin[event["mint"]].append(event)
        shuffled = []
        for _ in range(arguments.shuffles):
            out = []
            for mint in sorted(by_coin):
                # Whole wallets change places: each keeps its number of trades, and no wallet keeps its time.
                wallets = sorted({event["wallet"] for event in by_coin[mint]})
                mixed = wallets[:]
                chance.shuffle(mixed)
                place = dict(zip(wallets, mixed))
                out += [dict(event, wallet=place[event["wallet"]]) for event in by_coin[mint]]
            shuffled.append(links(arguments.program, folder, out))
    wallets = len({event["wallet"] for event in events})
    print(f"{len(events)} swaps of {wallets} wallets on {len(by_coin)} coins: {real} accepted links; shuffled: mean "
          f"{statistics.mean(shuffled):.2f}, most {max(shuffled)} over {len(shuffled)} shuffles (seed {arguments.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
