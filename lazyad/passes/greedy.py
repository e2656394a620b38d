"""Greed: of what can be taken out of several rows, what saves most is taken first.

In: rows, each of weights by key: a product holds exponents of literals, a sum coefficients of
products. Out: the same rows, in which what several of them held is a key of its own. A room of its
own because sums and products share what they hold alike.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Row = dict[int, Any]  # weights by key: ints, or floats
Pair = tuple[int, int, float]  # two keys, and the second's weight by the first's: 1, -1, or a float


def take_greedily(
    gains: Mapping[Key, int],
    gain: Callable[[Key], int],
    take: Callable[[Key], Iterable[tuple[Key, int]]],
) -> None:
    """Take what gains most while anything gains; of two that gain alike, what was seen first.

    `gains` is what each gains at first, or more, and `gain` what it does when its turn comes;
    `take` says of what else the gain has changed.

    >>> take_greedily({"a": 1, "b": 3, "c": 0}, {"a": 1, "b": 3}.get, lambda key: print(key) or ())
    b
    a
    """
    serial = {key: n for n, key in enumerate(gains)}
    heap = [(-most, serial[key], key) for key, most in gains.items() if most > 0]
    heapq.heapify(heap)
    while heap:
        most, _, key = heapq.heappop(heap)
        now = gain(key)
        for other, least in take(key) if now >= -most else [(key, now)]:
            if least > 0:
                heapq.heappush(heap, (-least, serial.setdefault(other, len(serial)), other))


def share_pairs(
    rows: Mapping[int, Row],
    held: Counter[int],
    pairs: Callable[[int, int | None], Iterator[tuple[Pair, int]]],
    make: Callable[[Pair, list[int]], tuple[int, Row, int | None]],
) -> None:
    """Pairs of keys that several rows hold become one key.

    `pairs(i, key)` are those of a row, with that key if it is given, and how often it holds each;
    `make` gives a pair that the rows listed hold its own key, what that stands for, and which of
    the rows is that already. `held` is how often a key is held at all.
    """
    users: dict[Pair, dict[int, int]] = {}  # rows, and how often each holds the pair
    totals: Counter[Pair] = Counter()

    def count(i: int, only: int | None = None) -> Iterator[Pair]:
        for pair, times in pairs(i, only):
            mine = users.setdefault(pair, {})
            totals[pair] += times - mine.get(i, 0)
            mine[i] = times
            yield pair

    def forget(i: int, key: int) -> None:
        for pair, _ in pairs(i, key):
            totals[pair] -= users[pair].pop(i, 0) if pair in users else 0

    def take(pair: Pair) -> Iterator[tuple[Pair, int]]:
        holders = users[pair].copy()
        made, inner, itself = make(pair, [*holders])
        held[made] += totals[pair]
        first = pair[0]
        again: dict[Pair, None] = {}
        for i, times in holders.items():
            if i == itself:
                continue
            row = rows[i]
            for key in (*inner, made):
                forget(i, key)
            whole = isinstance(row[first], int)
            amount = (times if row[first] > 0 else -times) if whole else row[first] / inner[first]
            for key, weight in inner.items():
                row[key] -= amount * weight if whole else row[key]
                if not row[key]:
                    del row[key]
            row[made] = row.get(made, 0) + amount
            if not row[made]:
                del row[made]
            for key in (*inner, made):
                again.update(dict.fromkeys(count(i, key)))
        return iter([(other, totals[other] - 1) for other in again])

    for i in rows:
        for _ in count(i):
            pass
    take_greedily(
        {pair: total - 1 for pair, total in totals.items()}, lambda p: totals[p] - 1, take
    )
