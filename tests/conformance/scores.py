# SPDX-License-Identifier: GPL-3.0-or-later
"""What launches.py and simulations.py share: running cabalscope-cli and printing scores."""
import json
import subprocess
import sys

SMALL_SAMPLE = 30


def cli(program, *arguments):
    """Standard output of one run; ends the script with the program's own words when it fails."""
    run = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{program} {arguments[0]} ended with {run.returncode}: {run.stderr.strip()}")
    return run.stdout


def evaluate(program, truth, *arguments):
    return json.loads(cli(program, "evaluate", "--truth", truth, "--json", "-", *arguments))


def kind_of(table, kind):
    return next((row for row in table if row["kind"] == kind), {})


def ratio(part, whole):
    return part / whole if whole else None


def share(value, part, whole):
    """0.900 (9/10)*: the star says that it stands on few cases."""
    if value is None:
        return f"- ({part}/{whole})"
    return f"{value:.3f} ({part}/{whole})" + ("*" if whole < SMALL_SAMPLE else "")


def number(value, digits=3):
    return "-" if value is None else f"{value:.{digits}f}"


class Targets:
    """Prints one line per target and keeps how many were missed."""

    def __init__(self):
        self.missed = 0

    def line(self, name, value, shown, at_least=None, at_most=None):
        if value is None:
            verdict = "not measured"
        elif (at_least is None or value >= at_least) and (at_most is None or value <= at_most):
            verdict = "reached"
        else:
            verdict = "MISSED"
        if verdict != "reached":
            self.missed += 1
        bound = f">= {at_least}" if at_least is not None else f"<= {at_most}"
        print(f"  {name:<44} {shown:<22} {bound:<9} {verdict}")
