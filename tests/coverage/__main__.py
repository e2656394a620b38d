"""Tries every form of the table and prints what is right, refused, wrong or crashes.

python -m tests.coverage                # per function, and in total
python -m tests.coverage nanvar         # the forms that match, each with what it says
python -m tests.coverage --mark         # write which forms are refused into the table
python -m tests.coverage --peer jax     # the same of who JAX (or autograd) gets right
"""

import argparse
import re
from collections import Counter

from tests.coverage import Form, forms, judged, mark
from tests.coverage.peers import PEERS

VERDICTS = ("right", "refused", "wrong", "crashed", "absent")


def show(found: list[tuple[Form, str, str]], per_function: bool) -> None:
    """Print the counts of each section, and of each function in it, and the shares of the peers."""
    sections = list(dict.fromkeys(form.section for form, _, _ in found))
    print(f"{'':52}", *[f"{verdict:>8}" for verdict in VERDICTS])
    for section in sections:
        inside = [(form, verdict) for form, verdict, _ in found if form.section == section]
        _row(section, [verdict for _, verdict in inside])
        for name in dict.fromkeys(form.name for form, _ in inside) if per_function else ():
            _row(f"  {name}", [verdict for form, verdict in inside if form.name == name])
    _row("in total", [verdict for _, verdict, _ in found])
    for peer in PEERS:
        theirs = [verdict for form, verdict, _ in found if peer[0] in form.marks]
        right = theirs.count("right")
        share = 100.0 * right / max(len(theirs), 1)
        print(f"of the {len(theirs)} forms that {peer} has right, {right} are: {share:.1f} %")


def _row(title: str, verdicts: list[str]) -> None:
    counts = Counter(verdicts)
    print(f"{title:52}", *[f"{counts[verdict] or '':>8}" for verdict in VERDICTS])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.coverage")
    parser.add_argument("pattern", nargs="?", default="")
    parser.add_argument("--mark", action="store_true")
    parser.add_argument("--peer", choices=PEERS)
    options = parser.parse_args()
    if options.peer:
        mark(options.peer[0], {form.text for form in forms() if PEERS[options.peer](form)})
        return
    chosen = [form for form in forms() if re.search(options.pattern, form.text)]
    found = [(form, *judged(form)) for form in chosen]
    for form, verdict, said in found:
        if options.pattern or verdict in ("wrong", "crashed"):
            print(f"{verdict:8} {form.text}   {said.splitlines()[0] if said else ''}")
            if verdict == "wrong":
                print(*said.splitlines()[1:], sep="\n")
    show(found, not options.pattern)
    if options.mark:
        mark("r", {form.text for form, verdict, _ in found if verdict == "refused"})


main()
