"""Rows of Fourier transforms of real arrays: each is the other's transpose, but for weights.

In: a Node of real numbers, or of the real and imaginary parts of a spectrum, which are its last
axis. Out: the other. A room of its own because there are no complex numbers here.
"""

from __future__ import annotations

from lazyad.arrays.constants import array
from lazyad.arrays.forms import form_of, shape_of
from lazyad.arrays.rows import row
from lazyad.arrays.views import astype
from lazyad.graph import Node, Op
from lazyad.regions import made
from lazyad.values.structure import Form


def _floats(kind: str) -> str:
    return kind if kind == "float32" else "float64"


RFFT: Op = row(
    "rfft",
    lambda p, x: Form((*x.shape[:-1], x.shape[-1] // 2 + 1, 2), _floats(x.kind)),
    "spectrum_of({0})",
    xp=lambda node: "spectrum_in({0})",
    transpose=lambda ct, node, at: _back(ct, shape_of(node.args[0])[-1]),
)
IRFFT: Op = row(
    "irfft",
    lambda n, z: Form((*z.shape[:-2], n), _floats(z.kind)),
    lambda node: f"of_spectrum({{0}}, {node.payload})",
    xp=lambda node: f"in_spectrum({{0}}, {node.payload})",
    transpose=lambda ct, node, at: rfft(ct)
    * _weights(ct, node.payload, 1.0 / node.payload, 2.0 / node.payload),
)


def rfft(x: Node) -> Node:
    """The real and imaginary parts of np.fft.rfft along the last axis, as one more axis."""
    return made(RFFT, (x,), None)


def irfft(z: Node, n: int) -> Node:
    """np.fft.irfft along the last axis, of n numbers, from both parts."""
    return made(IRFFT, (z,), n)


def _back(ct: Node, n: int) -> Node:
    return irfft(ct * _weights(ct, n, float(n), n / 2.0), n)


def _weights(like: Node, n: int, ends: float, inner: float) -> Node:
    """A weight for each frequency: 0 and the highest of an even number, the `ends`, stand for
    themselves alone, and the others for their conjugates too."""
    import numpy

    found = numpy.full((n // 2 + 1, 1), inner)
    found[[0, -1] if n % 2 == 0 else [0]] = ends
    return astype(array(found), _floats(form_of(like).kind))
