"""A Graph as text and back: what pickles carry.

In: a Graph. Out: JSON that names ops of the table and holds numbers; loading checks every part, so
that only the table's ops, checked identifiers, floats and quoted strings reach the emitter. Places
in the user's files are not carried.

A text can name an op that this process has, a builtin exception, and a class that the loading
program hands over; it imports nothing and calls nothing. Whoever loads one from a stranger and
calls what it describes gets its arithmetic, its exceptions, and instances of those classes.
A pickle is a pickle: it imports what it names. That of a Graph hands over the classes itself.
"""

from __future__ import annotations

import builtins
import copyreg
import math
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

# What a pickle holds is whole where nothing else of lazyad is imported: all ops, and ops of arrays.
from lazyad import special, tracing  # noqa: F401
from lazyad.arrays.forms import form_of, known_form
from lazyad.arrays.scans import Scan
from lazyad.calls import Call
from lazyad.derivatives import implicit_arrays
from lazyad.derivatives.implicit import Equations, Motion, implicit, moving
from lazyad.dual import Dual
from lazyad.graph import (
    CALL,
    CONST,
    INPUT,
    ITEM,
    LOOP,
    OPS,
    RAISE,
    REGIONS,
    SCAN,
    TABLE,
    ZERO,
    ZERO_OP,
    Graph,
    Node,
    Op,
    find_op,
)
from lazyad.piecewise import Pieces, piecewise
from lazyad.plain import routines
from lazyad.regions import Loop, everything
from lazyad.run import payloads
from lazyad.values.errors import is_explained, refused
from lazyad.values.origin import Origin, by_numpy
from lazyad.values.outside import exported, import_path, is_builtin
from lazyad.values.rows import NamedTuple
from lazyad.values.sparsity import Sparsity
from lazyad.values.structure import (
    NESTED,
    REGISTERED,
    Elements,
    Gathered,
    Opened,
    Record,
    Run,
    Static,
    containers,
    is_made_of,
    is_name,
    is_written_out,
    leaves,
)

FORMAT = 8  # another one cannot be read
_DEEPEST = 100  # containers within containers; CPython's parser takes no more than 200


def dumps(graph: Graph) -> str:
    """The graph as JSON.

    >>> x = Node.input("x")
    >>> print(loads(dumps(Graph([x], [x * 2.0]))))
    f(x):
      %0 = mul(x, 2.0)
      return [%0]
    """
    import json  # takes more than a millisecond, of those who never pickle too

    encode = json.JSONEncoder(separators=(",", ":")).encode
    return f'{{"format":{FORMAT},{_written(graph, encode)[1:]}'


def _written(graph: Graph, encode: Callable[[Any], str]) -> str:
    """The object of a graph, or of a loop's body."""
    nodes = [*leaves(graph.inputs), *[n for n in graph.nodes if n.op is not INPUT]]
    place = dict(zip(nodes, map(str, range(len(nodes))), strict=True))
    brought = [op for op in graph.ops if op.made_of is not None]
    called = {op: f"#{at}" for at, op in enumerate(brought)}
    data = {
        "name": graph.name,
        "inputs": _packed(graph.inputs, place),
        "seeds": graph.seeds,
        "outputs": _packed(graph.outputs, place),
        "ops": {op.name: _home(op) for op in _users_ops(graph)},
    }
    if True in [one.numpy for node in nodes if (one := node.origin)]:  # for whom NumPy's rules hold
        data["numpy"] = "".join(["01"[by_numpy(node.origin)] for node in nodes])
    heads = {op: f'["{called.get(op, op.name)}",' for op in (INPUT, *graph.ops)}
    plain = {op for op in heads if not (op.leaf or op.apart)}  # as nearly all are
    at = place.__getitem__
    rows = [
        (
            f"{heads[n.op]}{','.join(map(at, n.args))}]"
            if n.op in plain
            else _row(n, heads[n.op], place, encode)
        )
        for n in nodes
    ]
    made = ",".join([_made(op, brought, encode) for op in brought])
    own = f',"made":[{made}]' if brought else ""
    return f'{encode(data)[:-1]}{own},"nodes":[{",".join(rows)}]}}'


def _made(op: Op, brought: list[Op], encode: Callable[[Any], str]) -> str:
    """What an op is made of that has no row; of several solutions of the same equations, these are
    written for the first."""
    assert op.value is not None
    if type(op.made_of) is Pieces:
        return encode([op.value.__name__, *op.made_of])
    graph, at, ops, *rest = op.made_of
    first = next(one for one in brought if getattr(one.made_of, "ops", None) is ops)
    if first is op:
        return ",".join([f"[{len(ops)},{at}", *map(encode, rest), _written(graph, encode)]) + "]"
    return f"[{brought.index(first)},{at}]"


def loads(text: str, classes: Iterable[Any] | None = ()) -> Graph:
    """The graph of `dumps`. `classes` are the dataclasses, NamedTuples and exceptions that the text
    may name; None allows those of the modules that this process has imported.

    Raises ValueError in three parts if the text is none, of another format, or names anything else.
    """
    import json

    try:
        data = json.loads(text)
        if type(data) is not dict:
            raise ValueError("it holds no graph")
        check_format(data.get("format"))
        if not is_name(data["name"]):
            raise ValueError(f"{data['name']!r} is no name")
        kinds = None if classes is None else [one for one in classes if isinstance(one, type)]
        return _Reader(kinds, data["ops"], [], []).graph(data).verify()
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        if is_explained(error):
            raise ValueError(*error.args) from None
        what = f"the text is not a serialized graph: {error}"
        instead = "what Graph, a compiled function or a kernel pickled"
        raise refused(ValueError, what, instead, f"{text!r:.60}") from error


def check_format(found: Any) -> None:
    """A ValueError in three parts for what another version of lazyad wrote."""
    if type(found) is not int or found != FORMAT:
        what = f"it is of format {found!r:.20}, and this lazyad reads format {FORMAT}"
        instead = "the lazyad that stored it, or store it anew with this one"
        where = "a graph, compiled function or kernel that was stored"
        raise refused(ValueError, what, instead, where)


def named(graph: Graph) -> list[Any]:
    """What the graph's text names and a pickle of it hands over: classes, and ops of the user's.

    Raises TypeError in three parts if no import finds one of them.
    """
    holders = containers([graph.inputs, graph.outputs])
    kinds = [one.type for one in holders if type(one) in (Record, Opened)]
    kinds += [node.payload[0] for node in everything(graph) if node.op is RAISE]
    found = [kind for kind in dict.fromkeys(kinds) if not is_builtin(kind) and exported(kind)]
    return [*found, *_users_ops(graph)]


def _users_ops(graph: Graph) -> list[Op]:
    """The ops that are not of lazyad's own table, each with a module that defines it."""
    found: dict[Op, None] = {}
    graphs = [graph]
    while graphs:
        one = graphs.pop()
        graphs += [op.made_of[0] for op in one.ops if type(op.made_of) in (Equations, Motion)]
        graphs += one.bodies
        found |= dict.fromkeys(one.ops)
    own = [op for op in found if not (op.leaf or op.made_of or op.apart)]
    return [op for op in own if (exported(op.value) if op.outside else _home(op))]


def _home(op: Op) -> str | None:
    """The module that defines an op of the user's own."""
    if op.outside:
        path = import_path(op.value)
        return path and path.module
    module = getattr(op.value, "__module__", None)
    own = op.spelling is not None or module in ("lazyad.ops", "lazyad.special")
    return None if own else module


# ---------------------------------------------------------------------------------- writing


def _row(node: Node, head: str, place: dict[Node, str], encode: Callable[[Any], str]) -> str:
    """A Node with a payload, or without arguments."""
    if node.op is CONST and type(node.payload) is float and math.isfinite(node.payload):
        return f"{head}{node.payload!r}]"  # as JSON has it, in a fifth of the time
    if node.op.leaf:
        return encode(_leaf(node))
    if node.op.array is not None and node.op is not SCAN and node.op.made_of is None:
        return encode([node.op.name, *[int(place[a]) for a in node.args], payloads.written(node)])
    return f"{head}{','.join([place[a] for a in node.args])}{_region(node, encode)}]"


def _leaf(node: Node) -> list[Any]:
    payload = node.payload
    if node.op is INPUT and (form := known_form(node)) is not None:
        return [node.op.name, payload, *form]
    if isinstance(payload, Dual):
        payload = [payload.real, payload.dual]
    elif node.op is RAISE:
        kind, message = payload
        payload = [("builtins", kind.__name__) if is_builtin(kind) else exported(kind), message]
    return [node.op.name, payload]


def _region(node: Node, encode: Callable[[Any], str]) -> str:
    """What the row of a loop, a call, a scan or an item has after its arguments."""
    if node.op is ITEM:
        return f",{node.payload}"
    if node.op is SCAN or node.op is CALL:
        region: Scan | Call = node.payload
        return f",{encode(region[1:])},{_written(region.body, encode)}"
    if node.op is not LOOP:
        return ""
    what: Loop = node.payload
    rounds = what.rounds and [what.rounds.start, what.rounds.stop, what.rounds.step]
    return f",{encode(rounds)},{what.carried},{what.over},{_written(what.body, encode)}"


def _packed(structure: Any, place: dict[Node, str]) -> Any:
    kind = type(structure)
    if kind is dict:
        return {"dict": _pairs(structure, place)}
    if kind is tuple or kind is list:
        return {kind.__name__: [_packed(value, place) for value in structure]}
    if kind is Elements:
        items = [int(place[item]) for item in structure.items]
        return {"array": [structure.shape, items, structure.sparsity]}
    if kind is Run or kind is Gathered:
        return {kind.__name__.lower(): [_packed(structure[0], place)]}
    if kind is Record:
        return {"record": [exported(structure.type), _pairs(structure.fields, place)]}
    if kind is Opened:
        if not is_written_out(structure.rest):
            what = f"a {structure.type.__name__} holds {structure.rest!r:.40}, which no text names"
            instead = "a rest that is a str, int, bool, None, or a tuple of such"
            raise refused(TypeError, what, instead, "lazyad.register_container")
        inner = _packed(structure.inner, place)
        return {"opened": [exported(structure.type), repr(structure.rest), inner]}
    if kind is Static:  # a result may hold a str or None; of an argument nobody reads it
        return {"static": structure.value if isinstance(structure.value, str) else None}
    return int(place[structure])


def _pairs(parts: dict[Any, Any], place: dict[Node, str]) -> list[Any]:
    return [[key, _packed(part, place)] for key, part in parts.items()]


# ---------------------------------------------------------------------------------- reading


def _exactly(kind: type, value: Any) -> Any:
    """The value, if it is of that very class: True is no int."""
    if type(value) is not kind:
        raise ValueError(f"{value!r:.40} is no {kind.__name__}")
    return value


def _module(name: Any) -> str:
    """How a message shows a module that a text names."""
    dotted = type(name) is str and all(map(is_name, name.split(".")))
    return name if dotted else "the module that defines it"


def _sizes(given: Any) -> tuple[int, ...]:
    sizes = tuple(_exactly(list, given))
    if not all(type(size) is int and 0 <= size < 2**31 for size in sizes):
        raise ValueError(f"{given!r:.40} are no sizes")
    return sizes


def _constants(options: Any) -> Any:
    """Numbers, texts and tuples of them, which the source writes out."""
    if type(options) is list:
        return tuple(map(_constants, options))
    if type(options) not in (int, float, str, bool, type(None)):
        raise ValueError(f"the option {options!r:.40}")
    return options


class _Reader(NamedTuple):
    """What a text's rows and structures are read with; `nodes` are those read so far."""

    classes: list[type] | None  # that the text may name; None for all that are imported
    modules: dict[str, str]  # which defines an op of the user's, for a message
    nodes: list[Node]
    brought: list[Op]  # those that are in no table

    def inner(self, data: Any) -> Graph:
        """A graph within the graph: a loop's body, or a residual."""
        data = _exactly(dict, data)
        return _Reader(self.classes, data["ops"], [], []).graph(data)

    def graph(self, data: Any) -> Graph:
        """The graph of an object; a loop's body is one within."""
        for one in _exactly(list, data.get("made", [])):
            self.brought.append(self.made(one))
        numpys = _exactly(str, data.get("numpy", ""))
        for at, row in enumerate(_exactly(list, data["nodes"])):
            origin = Origin(None, 0, numpy=True) if numpys[at : at + 1] == "1" else None
            self.nodes.append(self.node(row, origin))
        inputs = _exactly(dict, self.structure(data["inputs"]))
        outputs = self.structure(data["outputs"])
        seeds = tuple(_exactly(list, data["seeds"]))
        if not all(type(seed) is str and seed in inputs for seed in seeds):
            raise ValueError("a seed that is no input")
        if any(known_form(leaf) is not None for leaf in leaves(inputs)):  # whole arrays
            for node in self.nodes:
                form_of(node)
        return Graph(inputs, outputs, _exactly(str, data["name"]), self.nodes, seeds)

    def loop(self, rest: list[Any], origin: Origin | None) -> Node:
        """The loop of a row: its arguments, the numbers of its rounds, how many are carried, how
        many tables it goes over, and the body."""
        *args, rounds, carried, over, data = rest
        if rounds is not None:
            start, stop, step = rounds
            rounds = range(*[_exactly(int, part) for part in (start, stop, step)])
        body = self.inner(data)
        go, after, *kept = body.outputs
        given = len(body.inputs) - (rounds is not None)
        fits = type(go) is Node and type(after) is tuple and len(after) == carried
        fits = fits and (not kept or [*map(type, kept)] == [tuple, tuple])
        fits = fits and len({*map(len, kept)}) < 2
        if (
            not {int}.issuperset([type(carried), type(over)])
            or not fits
            or not 0 <= carried <= carried + over <= given == len(args)
        ):
            raise ValueError("a loop whose body does not fit it")
        nodes = tuple([self.at(arg) for arg in args])
        return Node(LOOP, nodes, Loop(body, carried, rounds, over), origin)

    def scan(self, rest: list[Any], origin: Origin | None) -> Node:
        """The scan of a row: its arguments, its counts, and the body."""
        *args, (carried, over, length, reverse, segment), data = rest
        body = self.inner(data)
        after, out, *test = body.outputs
        counts = [carried, over, 0 if length is None else length, segment]
        if (
            [*map(type, (*counts, reverse, after, out))] != [int] * 4 + [bool, tuple, tuple]
            or min(counts) < 0
            or [*map(type, test)] not in ([], [tuple])
            or not len(after) == carried <= carried + over <= len(body.inputs) == len(args)
        ):
            raise ValueError("a scan whose body does not fit it")
        what = Scan(body, carried, over, length, reverse, segment)
        return Node(SCAN, tuple([self.at(arg) for arg in args]), what, origin)

    def call(self, rest: list[Any], origin: Origin | None) -> Node:
        """The call of a row: its arguments, what the routine is and gets, and the body."""
        *args, (given, times, routine, options, fixed), data = rest
        body = self.inner(data)
        what = Call(body, given, times, routine, _constants(options), fixed)
        nodes = tuple([self.at(arg) for arg in args])
        counts = [type(given), type(times), type(fixed)] == [int, int, bool]
        fits = counts and 0 < given <= len(body.inputs) and times >= 0
        fits = fits and type(body.outputs) is tuple and type(routine) is str
        if (
            not fits
            or getattr(vars(routines).get(routine), "__module__", "") != routines.__name__
            or len(nodes) != len(body.inputs) + what.starts - given
        ):
            raise ValueError("a call whose body does not fit it")
        return Node(CALL, nodes, what, origin)

    def made(self, data: Any) -> Op:
        """The op of a residual, of known tangents, or of a table."""
        if type(_exactly(list, data)[0]) is int:
            count, at, *rest = data
            if type(at) is not int:
                raise ValueError(f"{data!r:.40} are no equations")
            if not rest:
                op: Op = self.brought[count].made_of.ops[at]
                return op
            *rest, text = rest
            graph = self.inner(text)
            results, inputs = len(leaves(graph.outputs)), len(leaves(graph.inputs))
            if not rest:
                if not 0 < count == results < inputs or (inputs - count) % 2:
                    raise ValueError("tangents that do not fit their results")
                return moving(graph, count)[at]
            said, starts = rest
            if type(said) is not list or not all(type(one) is str for one in said):
                raise ValueError(f"equations that say {said!r:.40}")
            if type(starts) is not int or starts < 0:
                raise ValueError(f"equations that begin at {starts!r:.40} numbers")
            if not 0 < count == results <= inputs:
                raise ValueError("equations that do not fit their unknowns")
            if known_form(leaves(graph.inputs)[0]) is not None:
                return implicit_arrays.implicit(graph, count, said, starts)
            return implicit(graph, count, said, starts)[at]
        name, breaks, rows, left = data
        numbers = [*breaks, *[one for row in rows for one in row]]
        if not (is_name(name) and {float}.issuperset(map(type, numbers))):
            raise ValueError(f"the table {name!r:.40}")
        return piecewise(breaks, rows, left, name)

    def node(self, row: Any, origin: Origin | None) -> Node:
        """The Node of a row, which may name those before it."""
        name, *rest = _exactly(list, row)
        op = self.op(_exactly(str, name))
        region = {LOOP: self.loop, CALL: self.call, SCAN: self.scan}.get(op)
        if region is not None:
            return region(rest, origin)
        if op is ITEM:
            node, at = self.at(rest[0]), rest[1]
            several = node.op.array is not None and type(form_of(node)) is tuple
            size = node.payload.items if node.op in REGIONS else 0
            size = len(form_of(node)) if several else size
            if type(at) is not int or not 0 <= at < size:
                raise ValueError(f"{at!r:.40} is no item of a loop or a call")
            return Node(ITEM, (node,), at, origin)
        if op.array is not None and op.made_of is None:
            *args, payload = rest
            return payloads.read(op, tuple([self.at(arg) for arg in args]), payload, origin)
        if op is INPUT and len(rest) == 3:
            path, shape, kind = rest
            return payloads.read_input(_exactly(str, path), shape, kind, origin)
        if len(rest) != (1 if op.leaf else op.arity) and op is not TABLE:
            raise ValueError(f"{op.name} with {len(rest)} arguments")
        if not op.leaf:
            return Node(op, tuple([self.at(arg) for arg in rest]), None, origin)
        (payload,) = rest
        if op is ZERO_OP:
            return ZERO
        if op is CONST:
            if type(payload) not in (float, bool):
                raise ValueError(f"the constant {payload!r:.40} is no float")
            return Node(op, (), payload)
        if op is RAISE:
            kind, message = _exactly(list, payload)
            found = self.named(kind)
            if not (isinstance(found, type) and issubclass(found, (Exception, SystemExit))):
                raise ValueError(f"{kind!r:.60} is no exception")
            return Node(op, (), (found, _exactly(str, message)))
        if type(payload) is list:
            real, dual = payload
            if not {type(real), type(dual)} <= {float, int}:
                raise ValueError(f"{payload!r:.40} are no value and tangent")
            return Node(op, (), Dual(real, dual), origin)
        return Node(op, (), _exactly(str, payload), origin)

    def named(self, path: Any) -> Any:
        """The class of [module, name]."""
        module, name = _exactly(list, path)
        if type(module) is not str or type(name) is not str:
            raise ValueError(f"{path!r:.60} names no class")
        if module == "builtins":
            return getattr(builtins, name, None)
        kinds, instead = self.classes, "loads(text, classes=[...]) with it, if the text may make it"
        if kinds is None:
            found = getattr(sys.modules.get(module), "__dict__", {}).get(name)
            kinds = [found] if isinstance(found, type) and import_path(found) else []
            instead = f"import {_module(module)} before loading the kernel"
        for kind in kinds:
            if (kind.__module__, kind.__qualname__) == (module, name):
                return kind
        what = f"the text names the class {f'{module}.{name}'!r:.60}, which it was not given"
        raise refused(ValueError, what, instead, "a graph or kernel that was stored")

    def op(self, name: str) -> Op:
        if name[:1] == "#" and name[1:] in map(str, range(len(self.brought))):
            return self.brought[int(name[1:])]
        try:
            return find_op(name)
        except KeyError:
            module = self.modules.get(name) if type(self.modules) is dict else None
            what = f"the text names the op {name!r:.60}, which this process has not"
            instead = f"import {_module(module)} before loading it"
            raise refused(ValueError, what, instead, "a graph or kernel that was stored") from None

    def at(self, place: Any) -> Node:
        if type(place) is not int or not 0 <= place < len(self.nodes):
            raise ValueError(f"{place!r:.40} is no row before it")
        return self.nodes[place]

    def structure(self, data: Any, levels: int = _DEEPEST) -> Any:
        if type(data) is not dict:
            return self.at(data)
        if not levels:
            raise ValueError(f"containers within more than {_DEEPEST} others")
        ((kind, items),) = data.items()
        if kind == "static":
            return Static(items if items is None else _exactly(str, items))
        if kind == "array":
            return self.array(*_exactly(list, items))
        if kind == "record":
            return self.record(_exactly(list, items), levels)
        if kind == "opened":
            kind, rest, inner = _exactly(list, items)
            return self.opened(kind, rest, self.structure(inner, levels - 1))
        if kind == "dict":
            return self.pairs(items, levels)
        if kind in ("run", "gathered"):
            (item,) = _exactly(list, items)
            return (Run if kind == "run" else Gathered)(self.structure(item, levels - 1))
        made = [self.structure(item, levels - 1) for item in _exactly(list, items)]
        return {"tuple": tuple, "list": list}[kind](made)

    def pairs(self, items: Any, levels: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in _exactly(list, items):
            if type(key) not in (str, int, bool, type(None)) or key in found:
                raise ValueError(f"the key {key!r:.40}")
            found[key] = self.structure(value, levels - 1)
        return found

    def record(self, items: list[Any], levels: int) -> Record:
        kind, fields = items
        found = self.named(kind)
        given = self.pairs(fields, levels)
        if not isinstance(found, type) or not is_made_of(found, [*given]):
            raise ValueError(f"{kind!r:.60} has no such fields: {[*given]!r:.60}")
        return Record(found, given)

    def opened(self, kind: Any, rest: Any, given: Any) -> Opened:
        found = self.named(kind)
        if found is not OrderedDict and found not in REGISTERED:
            what = f"the text names the class {kind[1]!r:.40}, which is not registered"
            instead = f"{_module(kind[0])} calls lazyad.register_container before it is loaded"
            raise refused(ValueError, what, instead, "a graph or kernel that was stored")
        from ast import literal_eval  # takes milliseconds, and is seldom asked for

        value = literal_eval(_exactly(str, rest))
        if type(given) not in NESTED or not is_written_out(value):
            raise ValueError(f"{rest!r:.40} of no {found.__name__}")
        return Opened(found, given, value)

    def array(self, shape: Any, items: Any, sparsity: Any) -> Elements:
        sizes, nodes = _sizes(shape), [self.at(item) for item in _exactly(list, items)]
        if not sizes or math.prod(sizes) != len(nodes):
            raise ValueError(f"an array of shape {sizes} with {len(nodes)} elements")
        if sparsity is None:
            return Elements(sizes, tuple(nodes))
        rows, columns, whole = map(_sizes, _exactly(list, sparsity))
        height, width = whole
        places = zip(rows, columns, strict=True)
        if sizes != (len(rows),) or not all(row < height and at < width for row, at in places):
            raise ValueError("entries outside of their matrix")
        return Elements(sizes, tuple(nodes), Sparsity(rows, columns, (height, width)))


# ---------------------------------------------------------------------------------- pickles


def _imported_op(name: str, module: str | None) -> Op:
    """The op of that name, after the module that defines it was imported, as pickle imports."""
    if name not in OPS and module is not None:
        import_module(module)
    return find_op(name)


# Graph and Op do not know how they are pickled; this room does.
copyreg.pickle(Graph, lambda graph: (loads, (dumps(graph), named(graph))))
copyreg.pickle(Op, lambda op: (_imported_op, (op.name, _home(op))))
