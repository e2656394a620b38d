"""Python function -> Graph: call it on Nodes, for each way its branches go, and keep the results.

In: a function and the structure of its arguments. Out: a Graph. `arguments` knows how users call,
`names` what math and NumPy mean meanwhile, `arrays` what arrays of Nodes do, and `branches` runs
the function for each outcome of its comparisons.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from types import AsyncGeneratorType, CoroutineType, FrameType
from typing import Any

from lazyad.arrays.forms import form_of, set_form
from lazyad.graph import INPUT, Graph, Node, Op, TracedValueError
from lazyad.operators import Operand
from lazyad.text import leaf_name
from lazyad.tracing.arguments import (
    abstract,
    function_name,
    location,
    passed,
    signature_of,
    unfolded,
    value_of,
)
from lazyad.tracing.control.branches import explore
from lazyad.tracing.control.examples import Example
from lazyad.tracing.control.failures import is_users_own
from lazyad.tracing.control.joins import parted
from lazyad.tracing.digits import beyond, divides
from lazyad.tracing.floats import ArrayError, Traced, settle
from lazyad.tracing.names import traced
from lazyad.tracing.reads import Reads
from lazyad.tracing.tables import ARRAYS
from lazyad.values.errors import is_explained, refused
from lazyad.values.libraries import is_standard, public_name
from lazyad.values.origin import (
    Origin,
    blame,
    describe,
    forget_files,
    is_foreign,
    is_ours,
    state,
    trail,
)
from lazyad.values.structure import (
    Elements,
    Form,
    NumpyFloat,
    Static,
    an,
    containers,
    is_array,
    is_number,
    is_numpys,
    leaf_paths,
    leaves,
    map_arrays,
    map_leaves,
    map_paths,
)


def _elementwise(op: Op, args: Sequence[Any]) -> Any:
    from lazyad.tracing.numpy.arrays import elementwise

    return elementwise(op, args)


Op.elementwise = _elementwise


def trace(  # noqa: PLR0917
    function: Callable[..., Any],
    arguments: Mapping[str, Any] | None = None,
    paths: int = 256,
    reads: Reads | None = None,
    loops: str = "auto",
    calls: list[Sequence[Any]] | None = None,
    whole: bool = False,
) -> Graph:
    """The graph of a function, traced by calling it on a Node for each number in its arguments.

    `arguments` gives an example, or the structure, of each parameter; without it, each is a number.
    `paths` bounds how many ways may lead through its branches; `loops` says which are kept. Where
    `calls` are given, each the arguments of one, their ways come first, and others that are too
    many raise in the program; one that takes the way of one before it is taken off the list. Where
    arrays are kept `whole`, `arguments` holds a `Form` for each, and each is one Node. What the
    function finds by names is noted in `reads`. Raises TypeError for a result that is not made of
    numbers, and what `explore` raises.

    >>> print(trace(lambda x, y: (x * y, 2.0)))
    f(x, y):
      %0 = mul(x, y)
      return (%0, 2.0)
    """
    forget_files()
    reads = Reads() if reads is None else reads
    signature = signature_of(function)
    if arguments is None:
        arguments = dict.fromkeys(signature.parameters, 0.0)
    if not whole:
        arguments = {n: abstract(n, value, False, True) for n, value in arguments.items()}
    if len(leaves(arguments)) > MANY:
        _try_corner(function, arguments, paths)
    inputs = _inputs(arguments)
    if sys.modules.get("numpy"):
        from lazyad.tracing.numpy import arrays  # noqa: F401  # gives Nodes NumPy's protocols
    if whole:
        from lazyad.tracing.numpy import whole_matrices  # noqa: F401  # what they mean there
        from lazyad.tracing.numpy.whole import Whole, node_of

    def run() -> Any:
        try:
            copy, see = traced(function, reads)
            state.session.names = see.__self__  # type: ignore[attr-defined]
            known = map_leaves(Whole, inputs) if whole else inputs
            given = {name: value_of(known.get(name, arguments[name]), see) for name in arguments}
            args, kwargs = passed(signature, given)
            result = state.session.certain(copy(*args, **kwargs), True)
            result = unfolded("its result", result, not whole, result=True)
            result = map_leaves(_told, result)
            if whole and result is not None:
                result = map_leaves(node_of, result)
            return _checked(result, function)
        except Exception as error:
            parted(error, state.session)
            if isinstance(error, IndexError) and "used as indices must be" in str(error):
                state.session.read_again(ARRAYS)
            if isinstance(error.__cause__, TracedValueError):  # which NumPy made its own error of
                raise error.__cause__ from None
            _explain(error, function)
            raise

    calls = [] if calls is None else calls
    examples = [Example(leaves(inputs), values) for values in calls]
    numpy = sys.modules.get("numpy")
    with numpy.errstate(all="ignore") if numpy else nullcontext():  # a kernel warns of nothing
        outputs, order = explore(run, paths, reads, loops, examples)
    calls[:] = [values for values, one in zip(calls, examples, strict=True) if one.leads]
    for node in (*leaves(inputs), *order):
        settle(node)
    if outputs is None:
        raise _no_number(outputs, "its result", function)
    graph = Graph(inputs, outputs, function_name(function), order)
    for node in graph.nodes if whole else ():
        form_of(node)
    if not whole and _divides_too_much(graph, loops):
        return trace(function, arguments, paths, reads, "unroll", calls)
    if state.session is None:  # otherwise it may close over the values of the outer function
        _check_own(graph, function)
    return graph


def _divides_too_much(graph: Graph, loops: str) -> bool:
    """Whether rounds that are kept make ints of more digits than a float has, and divide them: one
    by one, they may be Python's own. Raises TypeError if that is no remedy."""
    divided = beyond(graph, {}) if divides(graph) else None
    if divided is None:
        return False
    if graph.bodies and loops == "auto":
        return True
    what = "% or // of an int that the kernel makes, of perhaps more digits than a float has"
    instead = "smaller ints, or floats; an int argument is fixed into the trace"
    raise refused(TypeError, what, instead, describe(divided.origin))


def _inputs(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """A Node for each number of the arguments."""

    def made(path: str, leaf: Any) -> Node:
        numpys = type(leaf) in (NumpyFloat, Form)
        origin = Origin(None, 0, None, numpy=True) if numpys else None
        node = Traced(INPUT, (), path, origin)
        return set_form(node, leaf) if type(leaf) is Form else node

    return {
        name: map_paths(made, map_arrays(_sampled, given), name)
        for name, given in arguments.items()
        if type(given) is not Static
    }


def _check_own(graph: Graph, function: Callable[..., Any]) -> None:
    """Raise TypeError for a result that depends on a traced value of another call."""
    own = set(leaves(graph.inputs))
    for node in graph.nodes:
        if node.op is INPUT and node not in own:
            raise refused(
                TypeError,
                f"the result depends on {leaf_name(node)}, a traced value that was kept from"
                " another call",
                "what that call returned; a traced value is nothing once its trace is done",
                location(function),
            )


MANY = 100_000  # numbers, whose Nodes take a second to make


def _try_corner(function: Callable[..., Any], arguments: Mapping[str, Any], paths: int) -> None:
    """Trace the function on a few elements of its arrays: what refuses an array refuses that one as
    well, and at once."""
    few = {name: map_arrays(_corner, given) for name, given in arguments.items()}
    if len(leaves(few)) > MANY:  # not in arrays
        return
    try:
        trace(function, few, paths)
    except ArrayError:
        raise
    except Exception:  # perhaps because they are few
        return


def _corner(part: Any) -> Any:
    if type(part) is not Elements:
        return part
    shape = tuple([min(size, 2) for size in part.shape])
    return Elements(shape, part.items[: math.prod(shape)])


def _sampled(part: Any) -> Any:
    """A number, or an array of NumPy's numbers."""
    if type(part) is Elements:
        return Elements(part.shape, (NumpyFloat(),) * len(part.items), part.sparsity)
    if type(part) is Form:
        return part
    return NumpyFloat() if is_numpys(type(part)) else 0.0


def _checked(result: Any, function: Callable[..., Any]) -> Any:
    """The result, if it is made of numbers; None where the function returns nothing at all."""
    if result is None:
        return result
    for one in containers(result):
        text = one.value if type(one) is Static else None
        if isinstance(text, str) and any(shown in text for shown in state.session.shown):
            what = f"the function returns a text that shows a traced number ({text!r:.40})"
            instead = "return the number, and make the text of it where the result is shown"
            raise refused(TypeError, what, instead, location(function))
    for path, leaf in zip(leaf_paths(result, "its result"), leaves(result), strict=True):
        boolean = getattr(getattr(leaf, "dtype", None), "kind", "") == "b"
        if not (isinstance(leaf, (Node, bool)) or is_number(leaf) or boolean):
            raise _no_number(leaf, path, function)
    return result


def _told(leaf: Any) -> Any:
    """The array that a selection by a mask is: a result has a length. What may be None is there."""
    chosen = hasattr(type(leaf), "decided")
    return unfolded("its result", leaf.decided()) if chosen else state.session.certain(leaf)


def _no_number(leaf: Any, path: str, function: Callable[..., Any]) -> TypeError:
    kind = type if isinstance(leaf, type) else type(leaf)  # a class may be a stand-in's
    inside = "" if path == "its result" else f", at {path}"
    what = f"the function returns {an(kind.__name__)} ({leaf!r:.40}){inside}"
    instead = "return numbers, or tuples, lists, dicts, NamedTuples, dataclasses or arrays of them"
    if kind in (CoroutineType, AsyncGeneratorType):
        instead = "def, not async def: a trace waits for nothing"
    elif isinstance(leaf, Iterator):
        instead = "a list of what it yields: [*...] around it"
    if kind is CoroutineType:
        leaf.close()  # or Python says that nobody has awaited it
    return refused(TypeError, what, instead, location(function))


# How Python's own messages name a Node, and what they say of a number where a list is needed.
_NODE = (
    r"(object of type |\ba )?'Node'( object)?|\bNode object|(?<=returned )Node|(?<=from )Node"
    r"|(?<=type )Node|(?<=not )Node|(?<=: )Node$"
)
_OURS = r"lazyad\.[\w.<>]+\(\) "  # a stand-in that Python names
_KEPT = (TypeError, ValueError, AttributeError, IndexError, RecursionError)
_ASKED_OF_A_LIST = "subscript|iter|len\\(|attribute|unpack|argument after \\*|sequence"


def _explain(error: Exception, function: Callable[..., Any]) -> None:
    """Raise in three parts what Python or a library says of Nodes that it does not know; what goes
    wrong inside a library is said of its function that the user called."""
    cause = error.__cause__  # NumPy says of what can be subscripted that it is a sequence
    if isinstance(error, ValueError) and isinstance(cause, TypeError) and is_explained(cause):
        error = cause.with_traceback(error.__traceback__)
    origin, called = _blamed(error)
    said = str(error).split("\n")[0]
    if called is not None and (is_explained(error) or _is_of_traced(error, called)):
        library = public_name(_module(called), _name(called))
        said = re.sub(_NODE, "a traced number", said)
        instead = (
            "a formula of your own, or @lazyad.op(outside=True) around that call; to trace into a "
            f"package: lazyad.libraries[{_module(called).partition('.')[0]!r}] = True"
        )
        what = f"{library} does not take traced values: {said}"
        if isinstance(error, (ValueError, IndexError)):  # which may be about what it was given
            what = f"{library}: {said}"
            arrays = _arrays_of(error)
            instead = f"if it takes no traced values, {instead}"
            instead = f"arguments that it takes{arrays and f' ({arrays})'}; {instead}"
        kind: type[Exception] = type(error)
    elif is_explained(error):
        return
    elif re.search(_NODE, said):
        what = re.sub(_OURS, "", re.sub(_NODE, "a traced number", said))
        name = function_name(function)
        kind = type(error)
        instead = (
            f"call {name} or {name}.lower with arguments of the structure it takes, say a list; "
            "an instance of a class of floats is its number, and is made in the function itself"
            if re.search(_ASKED_OF_A_LIST, what)
            else "real numbers, and what a float can do"
        )
    elif isinstance(error, RecursionError):
        what, kind = f"the function calls itself without end: {said}", RecursionError
        instead = "a condition of its own that ends it at the values of the call, or a loop"
    elif (
        isinstance(error, SystemError)
        or said.startswith("Buffer dtype mismatch")  # as Cython says of an array of objects
        or (state.pointwise and is_foreign(trail(error)[-1][0]))  # which expected an array
    ):
        what, kind = f"compiled code was given traced values: {said}", TypeError
        instead = "a formula of your own, or @lazyad.op(outside=True) around that call"
    elif (arrays := _arrays_of(error)) and not is_users_own(error, state.session):
        what, kind = said, type(error)
        instead = f"shapes, axes and indexes that fit: {arrays}"
    else:
        if origin is not None and is_foreign(trail(error)[-1][0]):  # it says what, and not where
            blame(error, origin.place)
        return
    if state.pointwise:
        instead = "the target 'python': in 'numpy', an array is one number at many points"
    if kind.__name__ != "LinAlgError":
        kind = next((one for one in _KEPT if issubclass(kind, one)), TypeError)
    raise refused(kind, what, instead, describe(origin) if origin else None) from error


def _arrays_of(error: Exception) -> str:
    """The arrays that the user's line had, for what NumPy or a stand-in of ours says of one; empty
    for other errors."""
    last = trail(error)[-1][0]
    users = [frame for frame, _ in trail(error) if not is_foreign(frame)]
    numpys = is_ours(last) or _module(last).partition(".")[0] == "numpy"
    if not (users and numpys and isinstance(error, (TypeError, ValueError, IndexError))):
        return ""
    shapes = {
        name: value.shape
        for name, value in users[-1].f_locals.items()
        if is_array(value) or (isinstance(value, Operand) and getattr(value, "shape", None))
    }
    return ", ".join(f"{name} is of the shape {shape}" for name, shape in shapes.items())


def _is_of_traced(error: Exception, called: FrameType) -> bool:
    """Whether a library's own error is one about traced numbers. The standard library's is only if
    a function of it that took one, say Fraction, says that its class is another."""
    given = map(type, called.f_locals.values())
    of_class = isinstance(error, TypeError) and any(issubclass(kind, Operand) for kind in given)
    return of_class or not is_standard(_module(called))


def _blamed(error: Exception) -> tuple[Origin | None, FrameType | None]:
    """The innermost line of the user's, and the function of a library that it called, if any; of a
    library's function that is traced itself, its own. What compiled code makes of an error that it
    did not expect is blamed on who called that code."""
    found: list[tuple[Origin, FrameType | None]] = []
    for frame, at in trail(error):
        if not is_foreign(frame):
            found.append((Origin(frame.f_code, at), None))
        elif not (is_ours(frame) or _of_ours(frame)):
            where, outer = found.pop() if found else (Origin(frame.f_code, at), None)
            found.append((where, frame if _is_inside(outer, frame) else outer))
    through = [one for one in found if one[1] is not None]
    if isinstance(error, SystemError) and through:
        return through[-1]
    return found[-1] if found else (None, None)


def _is_inside(outer: FrameType | None, frame: FrameType) -> bool:
    """Whether what runs in a frame says better what was called: behind no function of the library
    yet, or behind one that was made around it, by a decorator that has no name of its own."""
    if outer is None:
        return True
    rooms = {public_name(_module(one), "") for one in (outer, frame)}
    return "<locals>" in outer.f_code.co_qualname and len(rooms) == 1


def _of_ours(frame: FrameType) -> bool:
    """Whether it runs a method that an object of this package inherits, say a Selection's."""
    own = frame.f_locals.get("self")
    return str(getattr(own, "__class__", object).__module__).startswith("lazyad.")


def _name(frame: FrameType) -> str:
    """The function that a frame runs; a method by the class of its object, which users know."""
    code = frame.f_code
    owner = frame.f_locals.get("self")
    kind = getattr(owner, "__class__", type(owner))
    if owner is None or kind.__module__ == "builtins":
        return code.co_qualname.partition(".<locals>")[0]
    # norm_gen is the class of scipy.stats.norm.
    return f"{kind.__qualname__.removesuffix('_gen')}.{code.co_name}"


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__"))
