#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the engine on simulated markets, whose truth is planted: every scenario with every seed once.

    simulations.py CABALSCOPE_CLI --scenario busy launch-hour --seed 1 2 3 [--rate R] [--duration S] [--json FILE]

For each scenario: mean and worst precision, recall and F1 over the seeds, and beside them the counts of all
seeds together; delay as the mean of the seeds' medians and the worst of their 90th percentiles; clusters the
same way; Brier score and calibration error over all claims together. A seed that cannot say a number (nothing
was claimed, nothing was true) takes no part in its mean, and the number of seeds that do stands beside it.

Scores of a simulation are scores of a simulation: they say that a detector does what it is for, not how often
it is right in the world.
"""
import argparse
import json
import pathlib
import statistics
import sys
import tempfile

import scores

TABLES = {"wallet_tags": "wallet tags", "token_tags": "token tags", "events": "events"}
NUMBERS = ("precision", "recall", "f1")
CLUSTER_NUMBERS = ("pair_precision", "pair_recall", "pair_f1", "b3_precision", "b3_recall", "b3_f1",
                   "adjusted_rand_index", "base_rate")


def run_once(program, scenario, seed, arguments):
    with tempfile.TemporaryDirectory() as name:
        capture, truth = pathlib.Path(name) / "sim.jsonl.zst", pathlib.Path(name) / "truth.json"
        options = ["--scenario", scenario, "--seed", seed, "--out", capture, "--truth", truth]
        if arguments.rate is not None:
            options += ["--rate", arguments.rate]
        if arguments.duration is not None:
            options += ["--duration", arguments.duration]
        scores.cli(program, "simulate", *options)
        return scores.evaluate(program, truth, "--input", capture, "--tolerance", arguments.tolerance)


def summary(values, worst=min):
    known = [value for value in values if value is not None]
    if not known:
        return {"seeds": 0}
    return {"mean": statistics.fmean(known), "worst": worst(known), "seeds": len(known)}


def of_kind(rows):
    out = {name: summary([row.get(name) for row in rows]) for name in NUMBERS}
    for count in ("judged", "right", "truths", "found", "not_judged", "positives", "population", "repeats"):
        out[count] = sum(row.get(count, 0) for row in rows)
    out["base_rate"] = scores.ratio(out["positives"], out["population"])
    delays = [row["delay_slots"] for row in rows if row.get("delay_slots", {}).get("n")]
    if delays:
        out["delay_slots"] = {"n": sum(delay["n"] for delay in delays),
                              "mean_of_medians": statistics.fmean(delay["median"] for delay in delays),
                              "worst_p90": max(delay["p90"] for delay in delays)}
    return out


def of_clusters(rows):
    if not rows:
        return None
    out = {name: summary([row.get(name) for row in rows]) for name in CLUSTER_NUMBERS}
    for count in ("wallets", "pairs", "predicted_pairs", "true_pairs", "joint_pairs"):
        out[count] = sum(row[count] for row in rows)
    out["unrelated"] = {count: sum(row["unrelated"][count] for row in rows) for count in ("n", "joined")}
    out["unlabelled"] = {count: sum(row["unlabelled"][count] for row in rows) for count in ("wallets", "pairs")}
    return out


def of_calibration(rows):
    """Exact over all claims: the Brier scores by their numbers, the error from the bins put together."""
    total = sum(row["n"] for row in rows)
    out = {"n": total, "without_confidence": sum(row["without_confidence"] for row in rows)}
    if total == 0:
        return out
    out["brier"] = sum(row["brier"] * row["n"] for row in rows if row["n"]) / total
    error = right = 0
    for bins in zip(*(row["bins"] for row in rows)):
        hits = sum(b["right"] * b["n"] for b in bins if b["n"])
        sure = sum(b["mean_confidence"] * b["n"] for b in bins if b["n"])
        error += abs(hits - sure)
        right += hits
    out["expected_calibration_error"] = error / total
    out["base_rate"] = right / total
    return out


def averaged(runs):
    out = {}
    for table in TABLES:
        kinds = sorted({row["kind"] for run in runs for row in run[table]})
        out[table] = {kind: of_kind([row for run in runs for row in run[table] if row["kind"] == kind])
                      for kind in kinds}
    out["clusters"] = of_clusters([run["clusters"] for run in runs if "clusters" in run])
    out["calibration"] = of_calibration([run["calibration"] for run in runs])
    return out


def cell(number, part, whole):
    if not number["seeds"]:
        return f"- ({part}/{whole})"
    small = "*" if whole < scores.SMALL_SAMPLE else ""
    return f"{number['mean']:.3f} >{number['worst']:.3f} ({part}/{whole}){small} s{number['seeds']}"


def print_row(name, *cells):
    print((f"  {name:<20}" + "".join(f"{text:<34}" for text in cells)).rstrip())


def print_scores(name, seeds, result):
    print(f"SIMULATED {name}, {seeds} seeds: mean >worst (counts of all seeds) s = seeds that take part")
    for table, title in TABLES.items():
        if not result[table]:
            continue
        print_row(title, "precision", "recall", "F1, base rate")
        for kind, row in result[table].items():
            print_row(kind, cell(row["precision"], row["right"], row["judged"]),
                      cell(row["recall"], row["found"], row["truths"]),
                      f"{scores.number(row['f1'].get('mean'))}, {scores.number(row['base_rate'])} of {row['population']}")
            if "delay_slots" in row:
                delay = row["delay_slots"]
                print_row("", f"delay {delay['mean_of_medians']:.1f} slots (mean of medians), worst p90 "
                              f"{delay['worst_p90']}, n={delay['n']}")
    clusters = result["clusters"]
    if clusters:
        print_row("clusters", "precision", "recall", "F1, base rate")
        print_row("pairs", cell(clusters["pair_precision"], clusters["joint_pairs"], clusters["predicted_pairs"]),
                  cell(clusters["pair_recall"], clusters["joint_pairs"], clusters["true_pairs"]),
                  f"{scores.number(clusters['pair_f1'].get('mean'))}, "
                  f"{scores.number(clusters['base_rate'].get('mean'), 6)} of {clusters['pairs']}")
        print_row("B3", *(scores.number(clusters[f"b3_{part}"].get("mean")) for part in ("precision", "recall", "f1")))
        print_row("adjusted Rand", scores.number(clusters["adjusted_rand_index"].get("mean")))
        print_row("unrelated joined", f"{clusters['unrelated']['joined']} of {clusters['unrelated']['n']}")
        print_row("not judged", f"{clusters['unlabelled']['wallets']} wallets")
    calibration = result["calibration"]
    print_row("calibration", f"Brier {scores.number(calibration.get('brier'), 4)}, error "
                             f"{scores.number(calibration.get('expected_calibration_error'), 4)} over 10 bins, base rate "
                             f"{scores.number(calibration.get('base_rate'))}, n={calibration['n']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--scenario", nargs="+", required=True)
    parser.add_argument("--seed", nargs="+", type=int, required=True)
    parser.add_argument("--rate", type=float)
    parser.add_argument("--duration", type=int)
    parser.add_argument("--tolerance", type=int, default=150)
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    results = {}
    for scenario in arguments.scenario:
        runs = []
        for seed in arguments.seed:
            runs.append(run_once(arguments.cli, scenario, seed, arguments))
            print(f"{scenario} seed {seed}", file=sys.stderr)
        results[scenario] = averaged(runs)
        print_scores(scenario, len(runs), results[scenario])
    print(f"* fewer than {scores.SMALL_SAMPLE} cases over all seeds")
    if arguments.json:
        arguments.json.write_text(json.dumps({"seeds": arguments.seed, "scenarios": results}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
