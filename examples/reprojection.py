"""The reprojection residual of bundle adjustment, one Jacobian column a call.

A camera (rotation vector r, centre C, focal length f, principal point u, radial distortion k) sees
the point X at pixel m; the residual is w (projection - m). Formula and numbers: ADBench's `ba`.
"""

from pathlib import Path

import lazyad as la

DATA = Path(__file__).parent / "data" / "ba1_n49_m7776_p31843.txt"


def load(path):
    """Camera (11 numbers), point (3), weight (1) and the observed feature (2)."""
    rows = [[float(word) for word in line.split()] for line in path.read_text().splitlines()]
    camera, point, weight, feature = (row for row in rows[1:] if row)
    return [*camera, *point, *weight], feature


INPUTS, (M1, M2) = load(DATA)


@la.compile
def residual(r1, r2, r3, C1, C2, C3, f, u1, u2, k1, k2, X1, X2, X3, w):
    """The weighted reprojection error in pixels, (x, y)."""
    theta = la.sqrt(r1 * r1 + r2 * r2 + r3 * r3)
    a1, a2, a3 = r1 / theta, r2 / theta, r3 / theta
    d1, d2, d3 = X1 - C1, X2 - C2, X3 - C3
    cos, sin = la.cos(theta), la.sin(theta)
    along = (a1 * d1 + a2 * d2 + a3 * d3) * (1 - cos)
    P1 = d1 * cos + (a2 * d3 - a3 * d2) * sin + a1 * along
    P2 = d2 * cos + (a3 * d1 - a1 * d3) * sin + a2 * along
    P3 = d3 * cos + (a1 * d2 - a2 * d1) * sin + a3 * along
    x, y = P1 / P3, P2 / P3
    rho = x * x + y * y
    scale = f * (1 + k1 * rho + k2 * rho * rho)
    return w * (scale * x + u1 - M1), w * (scale * y + u2 - M2)


def main():
    names = list(residual.trace.inputs)
    value, _ = residual.jvp(INPUTS, [0.0] * len(INPUTS))
    print(f"residual at the data: ({value[0]:.6f}, {value[1]:.6f}) pixels")
    print("\nJacobian, one column a call, beside central differences:")
    for k, name in enumerate(names):
        _, column = residual.jvp(INPUTS, [float(i == k) for i in range(len(names))])
        h = 1e-6 * max(1.0, abs(INPUTS[k]))
        up, down = ([v + s * h * (i == k) for i, v in enumerate(INPUTS)] for s in (1, -1))
        both = zip(residual(*up), residual(*down), strict=True)
        differences = [(a - b) / (2 * h) for a, b in both]
        print(f"  d/d{name:<3} {column[0]:16.8f} {column[1]:16.8f}", end="")
        print(f"   ({differences[0]:16.8f} {differences[1]:16.8f})")
    print(f"\nemitted source:\n\n{residual.source}")
    print(f"ledger:\n\n{residual.report()}")


if __name__ == "__main__":
    main()
