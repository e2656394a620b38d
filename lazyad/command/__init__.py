"""`lazyad`, the command: what functions do, without a line of Python.

In: words. Out: text, files, and an exit status: 0, or 1 where a check failed, or 2 for what was
refused. A room of its own because it alone knows the words.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import traceback
from collections.abc import Sequence

from lazyad.command import actions
from lazyad.command.finding import HERE, find
from lazyad.derivatives import NAMED
from lazyad.emit.targets import TARGETS
from lazyad.passes import LEVELS
from lazyad.tracing.control.loops import KEEPING
from lazyad.values.errors import three_parts
from lazyad.version import __version__

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_STANDARD = os.path.dirname(os.__file__) + os.sep
_NO_PAGE = ("value", "jvp", "vjp", "hvp")  # the page of the function has its tangent
_EXAMPLES = """examples:
  lazyad show model.py:drag --derivative grad --example "1.2, [3.0, 4.0]"
  lazyad export model.py:drag --derivative value --derivative jacobian --out drag.py
  lazyad check package.model:drag --points 10"""


def parser() -> argparse.ArgumentParser:
    """What the words are."""
    made = argparse.ArgumentParser(
        "lazyad",
        description="Exact derivatives of Python functions, as source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"lazyad {__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="command")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("function", help="file.py:function, or module:function")
    common.add_argument("--example", help="arguments of a call: '1.0, [2.0, 3.0], mass=4.0'")
    targets = [name for name in TARGETS if name.isidentifier()]
    for option, choices in (("optimize", [*LEVELS]), ("target", targets), ("loops", KEEPING)):
        common.add_argument(f"--{option}", choices=choices, help="as in lazyad.compile")
    for option in ("wrt", "static"):
        common.add_argument(
            f"--{option}", action="append", help="a parameter, as in lazyad.compile"
        )

    def command(name: str, said: str, several: bool = False) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=said, description=said)
        known = ("kernel", "value", *NAMED)
        if several:
            text = f"{', '.join(known)}, or several together: value_and_grad_and_hessian"
            added.add_argument("--derivative", action="append", help=text)
        elif name != "check":
            shown = [one for one in known if one not in _NO_PAGE] if name == "page" else known
            added.add_argument("--derivative", choices=shown, default="kernel")
        return added

    command("show", "print the source of a function or of a derivative")
    stages = command("stages", "print the graph at each stage from the trace to the end")
    stages.add_argument("--only", action="append", metavar="STAGE", help="only this stage")
    command("report", "print what each pass did")
    graph = command("graph", "draw the optimized graph")
    graph.add_argument("--out", help="name.svg, name.png, name.pdf or name.dot; default prints dot")
    page = command("page", "write a page of all stages, one file of HTML")
    page.add_argument("--out", required=True, help="name.html")
    export = command("export", "write a file that needs no lazyad", several=True)
    export.add_argument("--out", required=True, help="name.py, name.pyi, or name.c")
    export.add_argument("--standalone", action="store_true", help="import no class of yours")
    check = command("check", "compare derivatives with differences, mpmath and each other")
    check.add_argument("--points", type=int, default=3, help="how many, near the example")
    check.add_argument("--order", type=int, choices=(1, 2), default=2, help="of derivatives")
    command("bench", "time calls of a function, and of its derivative")
    return made


def main(words: Sequence[str] | None = None) -> int:
    """Run a command; what is printed is its result."""
    given, found = parser().parse_args(words), None
    try:
        options = {
            name: value
            for name in ("optimize", "target", "loops", "wrt", "static")
            if (value := getattr(given, name))
        }
        found = find(given.function, given.example, options)
        status: int = getattr(actions, given.command)(given, found)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        out = getattr(given, "out", None)
        if isinstance(error, OSError) and out is not None and str(error.filename) == str(out):
            what = f"{out!r} cannot be written: {error.strerror}"
            said = three_parts(what, "--out", "a file in a folder that is there")
            print(f"lazyad: {said}", file=sys.stderr)
            return 2
        print(_in_words(error), file=sys.stderr)
        if found is not None and found.example is None:
            print("  or: --example with its arguments, as in a call", file=sys.stderr)
        return 2
    return status


def _in_words(error: Exception) -> str:
    """An error in its three parts; of one that the user's code raised, the user's lines."""
    text = "".join(traceback.format_exception_only(error)).rstrip()
    if "\n  where: " in text:
        return re.sub(
            r"(?<=\n  where: ).*sys\.exit\(main\(\)\)$", HERE, f"lazyad: {error}", flags=re.M
        )
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_theirs(frame.filename)]
    return "".join(traceback.format_list(own)) + text


def _is_theirs(file: str) -> bool:
    """Whether it is the user's, and neither lazyad's nor Python's."""
    standard = file.startswith(_STANDARD) and "site-packages" not in file
    return not (standard or file.startswith((_PACKAGE, "<frozen")))
