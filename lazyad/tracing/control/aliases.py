"""Containers that a join made of two others: which variables share them is told by a condition.

In: each list, dict, array, object or number that is one on one side and another on the other, and
so has become a new one; and later what everything holds. Out: the branch that is not to join, if
one of them was changed and another of them may still be read, or where it is asked which it is. A
view of an array is there as long as another one of the same elements is. A room of its own because
it alone asks which containers are the same, and not what they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from lazyad.graph import Node
from lazyad.tracing.variables import HOLDERS
from lazyad.values.rows import NamedTuple
from lazyad.values.structure import is_array

Contents = dict[int, tuple[Any, Any]]


class Link(NamedTuple):
    """What was made, what it stands for, and what these held then."""

    site: Any
    made: Any
    stands: list[Any]
    held: dict[int, Any]

    def of(self, key: int) -> list[Any]:
        """Those that the container of that identity is, or that are views of it."""
        every = [self.made, *self.stands]
        return [one for one in every if key in (id(one), id(_whole(one)))]


class Aliases:
    """Those of a trace."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], Any] = {}  # in the join that goes on
        self._site: Any = None  # of its branch
        self._made: list[tuple[Any, Any, tuple[Any, ...]]] = []  # in joins that are not yet over
        self._links: dict[int, list[Link]] = {}  # by the identity of each container in them
        self._harmless: dict[int, Any] = {}  # what containers held when nobody read the others
        self._numbers: dict[int, tuple[Any, Any]] = {}  # that joins or loops made of others

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

    def note_number(self, made: Any, site: Any = None) -> Any:
        """It is one of two numbers, or another one in each round."""
        self._numbers[id(made)] = made, site or self._site
        return made

    def asked(self, one: Any, other: Any) -> Any:
        """The branch or loop that says whether they are one, if that was known on each way."""
        for mine, its in ((one, other), (other, one)):
            if id(mine) in self._numbers and isinstance(its, (float, int, Node)):
                return self._numbers[id(mine)][1]
            for link in self._links.get(id(mine), ()):
                if link.made is mine and any(its is held for held in link.stands):
                    return link.site
        return None

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
        there = _there(reached)
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
            others = {at: one for (_, at), one in mine.items() if _is_there(one, there)}
            twice = {key for key in mine if shared[key] > 1}
            for _, other, _ in new if twice else ():
                if other is not made and not twice.isdisjoint(stands[id(other)]):
                    others[id(other)] = other
            if others:
                every = {id(made): made, **others}
                held = {at: _copy_of(one, reached) for at, one in every.items()}
                link = Link(site, made, [*others.values()], held)
                for at in dict.fromkeys([*every, *[id(_whole(one)) for one in every.values()]]):
                    self._links.setdefault(at, []).append(link)
        self._made = []

    def _stands_for(self, one: Any, stands: dict[int, dict[tuple[int, int], Any]]) -> list[Any]:
        """What it was made of itself."""
        found = [*stands.get(id(one), {}).values()]
        return found + [
            old for link in self._links.get(id(one), ()) if link.made is one for old in link.stands
        ]

    def broken(self, held: Contents, live: Callable[[], Contents]) -> Any:
        """The branch of one that was changed while another of them is still there, if any."""
        there = None
        for key in [key for key in held if key in self._links]:
            for link in self._links[key]:
                for one in link.of(key):
                    copy = _copy_of(one, held)
                    if not _is_same(copy, link.held[id(one)]):
                        there = _there(live()) if there is None else there
                        others = link.stands if one is link.made else [link.made]
                        if any(_is_there(other, there) for other in others):
                            return link.site
                        self._harmless[id(one)] = copy
        return None

    def broken_at_last(self, contents: Callable[[list[Any]], Contents]) -> Any:
        """The same where nobody can say any more what was still there."""
        for key, links in self._links.items():
            for link in links:
                for one in link.of(key):
                    copy = _copy_of(one, contents([one]))
                    known = (link.held[id(one)], self._harmless.get(id(one), link.held[id(one)]))
                    if not any(_is_same(copy, then) for then in known):
                        return link.site
        return None


def _whole(value: Any) -> Any:
    """The array that it is a view of; or the value itself."""
    while is_array(value) or type(value) in HOLDERS:
        viewed = getattr(value, "viewed", None)
        if viewed is None and type(value) not in HOLDERS:  # which have no other attributes
            viewed = getattr(value, "base", None)
        if not (is_array(viewed) or type(viewed) in HOLDERS):
            break
        value = viewed
    return value


def _there(reached: Contents) -> set[int]:
    """The identities of what can be reached, and of the arrays that it is a view of."""
    return {*reached, *[id(_whole(value)) for value, _ in reached.values()]}


def _is_there(value: Any, there: set[int]) -> bool:
    return id(value) in there or id(_whole(value)) in there


def _copy_of(value: Any, known: Contents) -> Any:
    """What it holds; of a view, which may be reached no more, what the array does now."""
    if id(value) in known:
        return known[id(value)][1]
    return value.copy() if is_array(value) else value.held()


def _is_same(now: Any, then: Any) -> bool:
    """Whether it holds the very same."""
    if is_array(now):
        now, then = now.ravel().tolist(), then.ravel().tolist()
    if isinstance(now, dict):
        return [*now] == [*then] and all(now[key] is then[key] for key in now)
    return len(now) == len(then) and all(
        a is b or (type(a) is type(b) is float and repr(a) == repr(b))  # that an array made anew
        for a, b in zip(now, then, strict=True)
    )
