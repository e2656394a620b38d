"""What an editor knows of a program that uses lazyad: checked by mypy and pyright, see
`tests/test_types.py`. A `type: ignore` here is an error that both must find."""

from collections.abc import Callable
from typing import Any, assert_type

import lazyad as la
from lazyad import Derivative, Graph, Node, Op


@la.compile
def area(width: float, height: float = 1.0) -> float:
    return width * height


@la.compile(optimize="fast", static="n")
def powers(x: float, n: int) -> list[float]:
    return [x**k for k in range(n)]


class Spring:
    def __init__(self, stiffness: float) -> None:
        self.stiffness = stiffness

    @la.compile
    def energy(self, x: float) -> float:
        return self.stiffness * x * x / 2.0

    force = la.grad(energy)


def plain(x: float, y: float) -> float:
    return la.hypot(x, y) * la.sin(x)


# A compiled function has the signature of the function, and so have its derivatives.
assert_type(area(2.0), float)
assert_type(area(width=2.0, height=3.0), float)
assert_type(powers(2.0, 3), list[float])
assert_type(area.value_and_grad(2.0, 3.0), tuple[float, Any])
assert_type(la.value_and_grad(plain)(2.0, 3.0), tuple[float, Any])
assert_type(la.value_and_jacobian(powers)(2.0, n=3), tuple[list[float], Any])
assert_type(la.taylor(plain, 2)(1.0, 2.0, 1.0, 0.0), tuple[Any, ...])
assert_type(Spring(2.0).energy(1.0), float)
assert_type(Spring(2.0).energy.jvp((1.0,), (1.0,)), tuple[float, Any])
assert_type(Spring(2.0).force(1.0), Any)

# Products are functions of primals and vectors.
assert_type(area.jvp((2.0, 3.0), (1.0, 0.0)), tuple[float, Any])
assert_type(area.vjp((2.0, 3.0), cotangents=1.0), tuple[float, tuple[Any, ...]])
assert_type(la.jvp(plain, (2.0, 3.0), (1.0, 0.0)), tuple[float, Any])
assert_type(la.vjp(plain, (2.0, 3.0), 1.0), tuple[float, tuple[Any, ...]])
area.hvp((2.0, 3.0), direction=(1.0, 0.0))

# All of them can be read.
derivatives: list[Derivative[..., Any]] = [area.grad, area.hessian, area.jvp, area.vjp, area.hvp]
for derivative in derivatives:
    assert_type(derivative.source, str)
    assert_type(derivative.kernel, Callable[..., Any])
    assert_type(derivative.graph, Graph)
    assert_type(derivative.report(), str)
assert_type(area.hvp.lower((2.0, 3.0), (1.0, 0.0)).source, str)
assert_type(area.lower(2.0).primal.source, str)
assert_type(next(area.stages()), tuple[str, Graph])

# Ops: numbers in, number out; Nodes in, Node out.
x = Node.with_grad(5.0)
assert_type(la.sin, Op)
assert_type(la.sin(1.0), float)
assert_type(la.where(area(1.0) > 0.0, 1.0, 2.0), float)
assert_type(la.sin(x), Node)
assert_type(la.where(x > 0.0, x * 2.0, -x), Node)
assert_type(1.0 / x - abs(x), Node)
assert_type(x.eval(), Any)


def wrong() -> None:
    """What a program is not to say."""
    la.compile(plain, optimize="sfae")  # type: ignore
    la.compile(plain, target="numpi")  # type: ignore
    la.grad(plain, optimise="fast")  # type: ignore
    la.grad(plain, order="best")  # type: ignore
    la.sine(1.0)  # type: ignore
    area("2")  # type: ignore
    area.grad(2.0, 3.0, 4.0)  # type: ignore
    print(area.hessian.sauce)  # type: ignore
