"""Bundle adjustment: cameras and points found together, from where the cameras saw the points.

The residual of one observation is that of ADBench's `ba`. Its derivative is emitted once, for
arrays, and called on all observations together; its blocks of 2 by (11 + 3) fill the sparse
Jacobian that scipy.optimize.least_squares takes.

ADBench's files hold one camera and one point each, so the scene is simulated: cameras with the
lens of that file on an arc about a cloud of points. For a real scene, name a file in the format of
Bundle Adjustment in the Large (https://grail.cs.washington.edu/projects/bal), unpacked:

    python bundle_adjustment.py problem-49-7776-pre.txt
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import numpy as np
from scipy.optimize import least_squares
from scipy.sparse import coo_array

import lazyad as la

ADBENCH = Path(__file__).parent / "data" / "ba1_n49_m7776_p31843.txt"
NOISE = 0.5  # pixels


def residual(camera, point, feature):
    """How far from the feature the camera sees the point, (x, y) in pixels."""
    r1, r2, r3, C1, C2, C3, f, u1, u2, k1, k2 = camera
    X1, X2, X3 = point
    theta = np.sqrt(r1 * r1 + r2 * r2 + r3 * r3)
    a1, a2, a3 = r1 / theta, r2 / theta, r3 / theta
    d1, d2, d3 = X1 - C1, X2 - C2, X3 - C3
    cos, sin = np.cos(theta), np.sin(theta)
    along = (a1 * d1 + a2 * d2 + a3 * d3) * (1 - cos)
    P1 = d1 * cos + (a2 * d3 - a3 * d2) * sin + a1 * along
    P2 = d2 * cos + (a3 * d1 - a1 * d3) * sin + a2 * along
    P3 = d3 * cos + (a1 * d2 - a2 * d1) * sin + a3 * along
    x, y = P1 / P3, P2 / P3
    rho = x * x + y * y
    scale = f * (1 + k1 * rho + k2 * rho * rho)
    return scale * x + u1 - feature[0], scale * y + u2 - feature[1]


blocks = la.jacobian(residual, wrt=("camera", "point"), target="numpy")


class Scene(NamedTuple):
    """Cameras (n, 11) and points (m, 3) to start from, and which camera saw which point where."""

    cameras: np.ndarray
    points: np.ndarray
    camera: np.ndarray
    point: np.ndarray
    features: np.ndarray

    def start(self):
        return np.concatenate([self.cameras.ravel(), self.points.ravel()])

    def arguments(self, x):
        """The arguments of `residual` for all observations: lists of arrays."""
        cameras, points = x[: self.cameras.size], x[self.cameras.size :]
        cameras, points = cameras.reshape(-1, 11)[self.camera], points.reshape(-1, 3)[self.point]
        return [*cameras.T], [*points.T], [*self.features.T]

    def residuals(self, x):
        return np.concatenate(residual(*self.arguments(x)))

    def jacobian(self, x):
        """The Jacobian of `residuals`, sparse: a block of 2 by 14 for each observation."""
        (along_x, along_y), shape = blocks(*self.arguments(x)), self.camera.shape
        entries = [
            np.broadcast_to(d, shape) for row in (along_x, along_y) for d in (*row[0], *row[1])
        ]
        each = np.arange(self.camera.size)
        columns = [11 * self.camera + k for k in range(11)]
        columns += [self.cameras.size + 3 * self.point + k for k in range(3)]
        rows = [each] * 14 + [each + each.size] * 14
        where = np.concatenate(rows), np.concatenate(columns * 2)
        return coo_array((np.concatenate(entries), where), (2 * each.size, x.size)).tocsr()


def simulated(cameras=6, points=40):
    """A scene of which the truth is known, and a start that is off."""
    random = np.random.default_rng(1)
    lens = np.array(ADBENCH.read_text().split()[9:14], dtype=float)
    angle = np.linspace(-1, 1, cameras)
    turned = np.column_stack([0 * angle, angle, 0 * angle]) + random.normal(0, 0.02, (cameras, 3))
    centres = 6 * np.column_stack([np.sin(angle), 0 * angle, -np.cos(angle)])
    truth = np.hstack([turned, centres, np.tile(lens, (cameras, 1))])
    cloud = random.uniform(-1, 1, (points, 3))
    camera, point = (axis.ravel() for axis in np.indices((cameras, points)))
    seen = residual(truth[camera].T, cloud[point].T, (0.0, 0.0))
    features = np.column_stack(seen) + random.normal(0, NOISE, (camera.size, 2))
    off = np.array([0.01] * 3 + [0.05] * 3 + [10.0, 1.0, 1.0, 0.01, 0.01])
    rough = truth + off * random.normal(size=truth.shape)
    return Scene(rough, cloud + random.normal(0, 0.05, cloud.shape), camera, point, features)


def load(path):
    """A scene of Bundle Adjustment in the Large, whose cameras look along -z."""
    numbers = np.array(Path(path).read_text().split(), dtype=float)
    cameras, seen = int(numbers[0]), int(numbers[2])
    observations, rest = numbers[3 : 3 + 4 * seen].reshape(-1, 4), numbers[3 + 4 * seen :]
    r, t, lens = np.split(rest[: 9 * cameras].reshape(-1, 9), [3, 6], axis=1)
    theta = np.linalg.norm(r, axis=1, keepdims=True)
    a, cos, sin = r / theta, np.cos(theta), np.sin(theta)
    along = np.sum(a * t, axis=1, keepdims=True) * (1 - cos)
    centres = -(t * cos - np.cross(a, t) * sin + a * along)  # P = R X + t = R (X - C)
    centred = np.zeros((cameras, 2))
    cameras = np.hstack([r, centres, -lens[:, :1], centred, lens[:, 1:]])
    camera, point = observations[:, :2].astype(int).T
    return Scene(
        cameras, rest[9 * len(cameras) :].reshape(-1, 3), camera, point, observations[:, 2:]
    )


def fit(scene, rounds, **jac):
    """What least_squares finds, how many residuals it took (those of differences too), seconds."""
    calls = []

    def counted(x):
        calls.append(x)
        return scene.residuals(x)

    begin = perf_counter()
    precise = {"atol": 1e-10, "btol": 1e-10, "maxiter": 500}
    more = {"x_scale": "jac", "max_nfev": rounds, "tr_options": precise}
    found = least_squares(counted, scene.start(), **more, **jac)
    return found, len(calls), perf_counter() - begin


def main():
    real = len(sys.argv) > 1
    scene, repeats, rounds = (load(sys.argv[1]), 1, 20) if real else (simulated(), 3, 200)
    x = scene.start()
    first = scene.jacobian(x)
    sizes = f"{len(scene.cameras)} cameras, {len(scene.points)} points, {scene.camera.size}"
    print(f"{sizes} observations: a Jacobian of {first.shape}, {first.nnz} of its")
    print(f"{first.shape[0] * first.shape[1]} entries are stored")
    ways = {
        "emitted": {"jac": scene.jacobian},
        "finite differences": {"jac_sparsity": first},
    }
    runs = [{way: fit(scene, rounds, **jac) for way, jac in ways.items()} for _ in range(repeats)]
    seconds = {way: median(run[way][2] for run in runs) for way in ways}
    print(f"\n{'start':20} root mean square {rms(scene.residuals(x)):.4f} pixels\n")
    print(f"{'Jacobian':20} root mean square  cost          Jacobians  residuals  time")
    for way, (found, calls, _) in runs[0].items():
        print(f"{way:20} {rms(found.fun):.6f} pixels   {found.cost:<12.6f}  {found.njev:9}", end="")
        print(f"  {calls:9}  {seconds[way] / seconds['emitted']:4.1f}")
    if not real:
        check(scene, runs[0])


def check(scene, found):
    """The squares that are left are those of the noise, chi-squared; a scene moves freely in 7."""
    exact, rough = (solution for solution, _, _ in found.values())
    freedom = exact.fun.size - exact.x.size + 7
    squares, spread = 2 * exact.cost / NOISE**2, np.sqrt(2 * freedom)
    print(f"\nsquares left: {squares:.1f}; of the noise alone {freedom} ± {spread:.1f}")
    assert abs(squares - freedom) < 4 * spread
    assert exact.cost < rough.cost * (1 + 1e-4)
    emitted, x = scene.jacobian(exact.x), exact.x
    along, h = np.sin(np.arange(x.size)), 1e-6
    slope = (scene.residuals(x + h * along) - scene.residuals(x - h * along)) / (2 * h)
    assert np.allclose(emitted @ along, slope, rtol=1e-5, atol=1e-5)


def rms(residuals):
    """Per coordinate."""
    return np.sqrt(np.mean(residuals**2))


if __name__ == "__main__":
    main()
