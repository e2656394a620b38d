"""python -m tests.fuzz [--minutes N] [--seed S]: look for what lazyad does wrong.

Case number S is made by random.Random(S); `--seed S` alone repeats it.
"""

import argparse
import collections
import random
import time
import warnings

from tests.fuzz.checks import Finding, ask, check
from tests.fuzz.programs import Program, program
from tests.fuzz.shrink import shrunk
from tests.fuzz.subjects import Passed


def case(seed):
    """(program, or the seed of a graph; what is asked)."""
    rng = random.Random(seed)
    made = program(rng) if rng.random() < 0.85 else rng.randrange(10**9)
    return made, ask(rng)


def run(made, asked):
    """None, a Finding, or Passed."""
    what = made if isinstance(made, Program) else random.Random(made)
    try:
        check(what, asked)
    except (Finding, Passed) as found:
        return found
    except Exception as error:
        return Finding(f"raises {type(error).__name__}", error)
    return None


def show(seed, made, asked, found):
    """Print a finding, with its program as small as it gets."""
    print(f"\n==== seed {seed}: {found}\n{asked}")
    if isinstance(made, Program):
        if found.kind != "hang":

            def again(one):
                other = run(one, asked)
                return isinstance(other, Finding) and other.kind == found.kind

            made = shrunk(made, again)
            print("small:", run(made, asked))
        print(made, flush=True)
    else:
        print(f"graph of seed {made}", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, help="repeat this case alone")
    parser.add_argument("--start", type=int, default=0, help="the first case")
    given = parser.parse_args()
    if given.seed is not None:
        made, asked = case(given.seed)
        found = run(made, asked)
        if isinstance(found, Finding):
            show(given.seed, made, asked, found)
        else:
            print(made, asked, found or "all right", sep="\n")
        return
    warnings.simplefilter("ignore")
    end, seed = time.monotonic() + 60 * given.minutes, given.start
    kinds, why = collections.Counter(), collections.Counter()
    while time.monotonic() < end:
        made, asked = case(seed)
        found = run(made, asked)
        if isinstance(found, Finding):
            kinds[found.kind] += 1
            if kinds[found.kind] <= 5:
                show(seed, made, asked, found)
        elif found is not None:
            why[str(found)] += 1
        seed += 1
    checked = seed - given.start - sum(why.values())
    print(
        f"\ncases {given.start} to {seed - 1}: {checked} checked, {sum(why.values())} passed over"
    )
    for reason, count in why.most_common(25):
        print(f"  {count:6d}  {reason}")
    print("findings:", dict(kinds) or "none")


if __name__ == "__main__":
    main()
