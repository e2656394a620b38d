"""Tries every call of the table and prints what is right, refused, wrong or crashes.

python -m tests.published                # each package, and the reasons of what is not right
python -m tests.published fluids.flow    # the calls whose text holds that
python -m tests.published --all          # with every call that is not right, in a line
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable

from tests.published import PLACES, SECONDS, Verdict, table, verdicts


def show(verdicts: Iterable[Verdict], each: bool) -> None:
    """Print the calls that are not right as they come, the commonest reasons, and the counts."""
    found = []
    for one in verdicts:
        found.append(one)
        if one.place in ("wrong", "crashed", "slow") or (each and one.place == "refused"):
            print(f"{one.place:8} {one.call:.160}   {one.said:.400}", flush=True)
    refused = Counter(reason(one.said) for one in found if one.place == "refused")
    for text, count in refused.most_common(None if each else 40):
        print(f"{count:5}  {text}")
    print(f"{'':14}", *[f"{place:>8}" for place in (*PLACES, "tried", "share")])
    for package in dict.fromkeys(one.package for one in found):
        _row(package, [one for one in found if one.package == package])
    _row("in total", found)


def reason(said: str) -> str:
    """What a refusal says first, without the names and numbers that differ."""
    what = re.sub(r"%?\d[\d.e+-]*", "n", said.partition(" |")[0])
    return re.sub(r"[<(].*[>)]", "(...)", what)[:120]


def _row(title: str, found: list[Verdict]) -> None:
    counts = Counter(one.place for one in found)
    tried = len(found) - counts["untried"]
    cells = [*(counts[place] or "" for place in PLACES), tried]
    print(
        f"{title:14}", *[f"{cell:>8}" for cell in cells], f"{counts['right'] / max(tried, 1):8.1%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.published")
    parser.add_argument("pattern", nargs="?", default="")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of CPU for one call")
    parser.add_argument("--every", type=int, default=1, help="take one call of so many")
    parser.add_argument("--first", type=int, default=0, help="and begin at that one")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    calls = table(options.pattern)[options.first :: options.every]
    found = verdicts(calls, options.seconds, options.processes)
    show(found, options.all or bool(options.pattern))


if __name__ == "__main__":
    main()
