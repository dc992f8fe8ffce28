#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the shipped alert rules by back-tests: on the bundled recording, on simulated markets whose truth is planted,
and on published launches.

    alert_scores.py CABALSCOPE_CLI [--rules FILE] [--bundled] [--seed 31 32 ...] [--scenario mixed] [--duration S]
                    [--rate R] [--launches EVENTS ...]

Simulated markets are told as whole transactions. Even seeds are for tuning, odd ones for the check. A fall counts only
where all ten minutes behind the alert were seen.
"""
import argparse
import json
import pathlib
import statistics
import sys
import tempfile

import scores

ROOT = pathlib.Path(__file__).resolve().parents[2]


def backtest(program, rules, *arguments):
    return json.loads(scores.cli(program, "backtest", "--rule", rules, "--json", "-", "--progress", "none", *arguments))


def rate(parts):
    hits, of = sum(part["hits"] for part in parts), sum(part["of"] for part in parts)
    return scores.share(scores.ratio(hits, of), hits, of)


def print_table(name, runs):
    print(f"{name}: base rate of falls {rate([run['base_rate'] for run in runs])}")
    print("| rule | alerts | precision (truth) | recall (truth) | fell by half in 10 min | median lead, slots |")
    print("|---|---|---|---|---|---|")
    for rule in [row["rule"] for row in runs[0]["rules"]]:
        rows = [row for run in runs for row in run["rules"] if row["rule"] == rule]
        leads = [alert["lead_slots"] for run in runs for alert in run["alerts"]
                 if alert["alert"]["rule"] == rule and "lead_slots" in alert]
        middle = "-" if not leads else f"{statistics.median(leads):g} (n={len(leads)})"
        print(f"| {rule} | {sum(row['alerts'] for row in rows)} | {rate([row['precision'] for row in rows])} | "
              f"{rate([row['recall'] for row in rows])} | {rate([row['fell'] for row in rows])} | {middle} |")


def simulated(arguments, seeds):
    runs = []
    with tempfile.TemporaryDirectory() as name:
        capture, truth = pathlib.Path(name) / "sim.jsonl.zst", pathlib.Path(name) / "truth.json"
        for seed in seeds:
            scores.cli(arguments.cli, "simulate", "--scenario", arguments.scenario, "--seed", seed, "--rate",
                       arguments.rate, "--duration", arguments.duration, "--feed", "transactions", "--out", capture,
                       "--truth", truth)
            runs.append(backtest(arguments.cli, arguments.rules, "--input", capture, "--truth", truth))
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--rules", type=pathlib.Path, default=ROOT / "resources/rules.toml")
    parser.add_argument("--seed", type=int, nargs="*", default=[])
    parser.add_argument("--scenario", default="mixed")
    parser.add_argument("--duration", type=int, default=3600)
    parser.add_argument("--rate", type=float, default=10)
    parser.add_argument("--bundled", action="store_true")
    parser.add_argument("--launches", type=pathlib.Path, nargs="*", default=[])
    arguments = parser.parse_args()
    if arguments.bundled:
        print_table("bundled recording", [backtest(arguments.cli, arguments.rules, "--input",
                                                   ROOT / "resources/bundled.jsonl.zst")])
    for half, parity in (("tuned on (even seeds)", 0), ("checked on (odd seeds)", 1)):
        seeds = [seed for seed in arguments.seed if seed % 2 == parity]
        if seeds:
            print_table(f"simulated {arguments.scenario}, {arguments.duration} s, {half} {seeds}",
                        simulated(arguments, seeds))
    for events in arguments.launches:
        if not events.is_file():
            print(f"skipped: no {events}")
            continue
        print_table(events.name, [backtest(arguments.cli, arguments.rules, "--input", events)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
