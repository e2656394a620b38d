"""A pendulum's policy of 4 numbers over many long rollouts, and who computes its exact gradient.

In: how many rollouts, of how many steps. Out: for each contestant a call that is ready to be
measured, which returns the mean cost and its gradient. A room of its own because here a loop is
long and its parameters are few, where forward mode keeps nothing and reverse mode everything.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

import lazyad as la


class Size(NamedTuple):
    """How many rollouts side by side, and steps of each."""

    rollouts: int = 1024
    steps: int = 10_000


def data(size: Size) -> tuple[Any, Any, Any]:
    """The policy, and where the pendulums begin: angles and velocities, in float32."""
    rng = np.random.default_rng(0)
    angle, velocity = rng.uniform(-1.0, 1.0, (2, size.rollouts)).astype(np.float32)
    return (rng.standard_normal(4) * 0.3).astype(np.float32), angle, velocity


def moved(policy: Any, angle: Any, velocity: Any, xp: Any) -> tuple[Any, Any, Any]:
    """The state a step later, and what the step cost each rollout."""
    wave = policy[0] * xp.sin(angle) + policy[1] * velocity * 0.2 + policy[2] * xp.cos(angle)
    push = 2.0 * xp.tanh(wave + policy[3] * xp.sin(2.0 * angle))
    velocity = velocity + (9.81 * xp.sin(angle) + push - 0.1 * velocity) * 0.02
    angle = angle + velocity * 0.02
    return angle, velocity, 1.0 - xp.cos(angle) + 0.1 * velocity**2 + 0.01 * push**2


def cost_of(size: Size, xp: Any, scan: Any, zero: Any = 0.0) -> Callable[..., Any]:
    """cost(policy, angle, velocity): the mean over all steps of all rollouts."""

    def cost(policy: Any, angle: Any, velocity: Any) -> Any:
        def step(state: Any, _: Any) -> tuple[Any, None]:
            angle, velocity, total = state
            angle, velocity, spent = moved(policy, angle, velocity, xp)
            return (angle, velocity, total + spent.mean()), None

        (_, _, total), _ = scan(step, (angle, velocity, zero), length=size.steps)
        return total / size.steps

    return cost


def lazyad(size: Size, what: str) -> Callable[[], Any]:
    """`what` is forward (4 directions) or reverse (a checkpoint every root of the steps)."""
    given = data(size)
    f = la.compile(cost_of(size, np, la.scan), target="array", wrt="policy")
    if what == "reverse":
        f.vjp.lower(given, 1.0)

        def call() -> Any:
            value, (gradient,) = f.vjp(given, 1.0)
            return value, gradient

        return call
    four = (np.eye(4, dtype=np.float32),)
    f.lower(*given)
    return lambda: f.jvp(given, four)


def jax_peer(size: Size, what: str) -> Callable[[], Any]:
    """`what` is forward or reverse, under jit, compiled beforehand; the loop is lax.scan."""
    import jax

    zero = jax.numpy.zeros(())
    cost = cost_of(size, jax.numpy, jax.lax.scan, zero)

    def forward(policy: Any, *state: Any) -> tuple[Any, Any]:
        pushed = jax.vmap(lambda one: jax.jvp(lambda p: cost(p, *state), (policy,), (one,)))
        value, tangents = pushed(jax.numpy.eye(4))
        return value[0], tangents

    given = jax.device_put(data(size))
    derivative = forward if what == "forward" else jax.value_and_grad(cost)
    run = jax.jit(derivative).lower(*given).compile()
    return lambda: jax.tree.map(np.asarray, run(*given))


def torch_peer(size: Size, checkpoints: bool) -> Callable[[], Any]:
    """Backprop through all steps, or with a checkpoint every root of the steps."""
    import torch
    from torch.utils.checkpoint import checkpoint

    torch.set_num_threads(1)

    def segment(angle: Any, velocity: Any, steps: int, *policy: Any) -> tuple[Any, Any, Any]:
        total = torch.zeros(())
        for _ in range(steps):
            angle, velocity, spent = moved(policy, angle, velocity, torch)
            total = total + spent.mean()
        return angle, velocity, total

    def prepared(size: Size) -> Callable[[], Any]:
        numbers, *start = data(size)
        policy = [torch.tensor(float(one), requires_grad=True) for one in numbers]
        # torch's re-entrant checkpoints want an input with a gradient; the others keep every step
        angle, velocity = [torch.from_numpy(one).requires_grad_(checkpoints) for one in start]
        each = max(1, math.isqrt(size.steps)) if checkpoints else size.steps

        def call() -> Any:
            for one in policy:
                one.grad = None
            state, total = (angle, velocity), torch.zeros(())
            for at in range(0, size.steps, each):
                count = min(each, size.steps - at)
                if checkpoints:
                    *state, spent = checkpoint(segment, *state, count, *policy, use_reentrant=True)
                else:
                    *state, spent = segment(*state, count, *policy)
                total = total + spent
            value = total / size.steps
            value.backward()
            return float(value.detach()), np.array([float(one.grad) for one in policy])

        return call

    prepared(Size(2, 4))()  # what it loads and sets up once is not the call's
    return prepared(size)


CONTESTANTS: dict[str, Callable[[Size], Callable[[], Any]]] = {
    "lazyad, 4 directions forward": lambda size: lazyad(size, "forward"),
    "lazyad, reverse with checkpoints": lambda size: lazyad(size, "reverse"),
    "jax.jit(grad(scan))": lambda size: jax_peer(size, "reverse"),
    "jax.jit(jvp(scan)), 4 directions": lambda size: jax_peer(size, "forward"),
    "torch, backprop": lambda size: torch_peer(size, False),
    "torch, checkpoints": lambda size: torch_peer(size, True),
}
