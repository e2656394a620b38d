"""Containers that a join made of two others: which variables share them is told by a condition.

In: each list, dict, array or object that is one on one side and another on the other, and so has
become a new one; and later what everything holds. Out: the branch that is not to join, if one of
them was changed and another of them may still be read. A room of its own because it alone asks
which containers are the same, and not what they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_array

Contents = dict[int, tuple[Any, Any]]


class Link(NamedTuple):
    """What was made, what it stands for, and what these held then."""

    site: Any
    made: Any
    stands: list[Any]
    held: dict[int, Any]


class Aliases:
    """Those of a trace."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], Any] = {}  # in the join that goes on
        self._site: Any = None  # of its branch
        self._made: list[tuple[Any, Any, tuple[Any, ...]]] = []  # in joins that are not yet over
        self._links: dict[int, list[Link]] = {}  # by the identity of each container in them
        self._harmless: dict[int, Any] = {}  # what containers held when nobody read the others

    def __bool__(self) -> bool:
        return bool(self._links)

    def begin(self, site: Any) -> None:
        """Another join: the same two are another one there."""
        self._known.clear()
        self._site = site

    def known(self, one: Any, other: Any) -> Any:
        """What was made of the same two."""
        return self._known.get((id(one), id(other)))

    def note(self, made: Any, *sides: Any) -> Any:
        """It is one of these, on each side another one."""
        self._known[tuple(map(id, sides))] = made
        self._made.append((self._site, made, sides))
        return made

    def mark(self) -> int:
        """How much was made so far in the joins that are not yet over."""
        return len(self._made)

    def undo(self, mark: int) -> None:
        """Nothing has become of what was made since."""
        for _, _, sides in self._made[mark:]:
            self._known.pop(tuple(map(id, sides)), None)
        del self._made[mark:]

    def settle(self, live: Callable[[], Contents]) -> None:
        """The joins are over: remember what stands for something that is still there."""
        if not self._made:
            return
        reached = live()
        stands: dict[int, dict[tuple[int, int], Any]] = {}  # by side and identity
        for _, made, sides in self._made:
            mine = stands[id(made)] = {}
            for side, one in enumerate(sides):
                for old in (one, *self._stands_for(one, stands)):
                    mine[side, id(old)] = old
        new = [one for one in self._made if id(one[1]) in reached]
        shared = Counter(key for _, made, _ in new for key in stands[id(made)])
        for site, made, _ in new:
            mine = stands[id(made)]
            others = {at: one for (_, at), one in mine.items() if at in reached}
            twice = {key for key in mine if shared[key] > 1}
            for _, other, _ in new if twice else ():
                if other is not made and not twice.isdisjoint(stands[id(other)]):
                    others[id(other)] = other
            if others:
                held = {at: reached[at][1] for at in (id(made), *others)}
                for at in held:
                    self._links.setdefault(at, []).append(
                        Link(site, made, [*others.values()], held)
                    )
        self._made = []

    def _stands_for(self, one: Any, stands: dict[int, dict[tuple[int, int], Any]]) -> list[Any]:
        """What it was made of itself."""
        found = [*stands.get(id(one), {}).values()]
        return found + [
            old for link in self._links.get(id(one), ()) if link.made is one for old in link.stands
        ]

    def broken(self, held: Contents, live: Callable[[], Contents]) -> Any:
        """The branch of one that was changed while another of them is still there, if any."""
        reached = None
        for key in [key for key in held if key in self._links]:
            owner, copy = held[key]
            for link in self._links[key]:
                if not _is_same(copy, link.held[key]):
                    reached = live() if reached is None else reached
                    others = link.stands if owner is link.made else [link.made]
                    if any(id(one) in reached for one in others):
                        return link.site
                    self._harmless[key] = copy
        return None

    def broken_at_last(self, contents: Callable[[list[Any]], Contents]) -> Any:
        """The same where nobody can say any more what was still there."""
        for key, links in self._links.items():
            for link in links:
                owner = next(one for one in (link.made, *link.stands) if id(one) == key)
                copy = contents([owner])[key][1]
                known = (link.held[key], self._harmless.get(key, link.held[key]))
                if not any(_is_same(copy, one) for one in known):
                    return link.site
        return None


def _is_same(now: Any, then: Any) -> bool:
    """Whether it holds the very same."""
    if is_array(now):
        now, then = now.ravel().tolist(), then.ravel().tolist()
    if isinstance(now, dict):
        return [*now] == [*then] and all(now[key] is then[key] for key in now)
    pairs = zip(now, then, strict=False)
    return len(now) == len(then) and all(a is b or _is_equal(a, b) for a, b in pairs)


def _is_equal(one: Any, other: Any) -> bool:
    """Of numbers that an array made anew."""
    return type(one) is type(other) is float and repr(one) == repr(other)
