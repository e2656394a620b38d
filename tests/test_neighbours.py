"""The libraries that people give derivatives to, each as its own documentation calls it."""

import math

import numpy as np
import pytest

import lazyad as la

optimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed")
integrate = pytest.importorskip("scipy.integrate")
signal = pytest.importorskip("scipy.signal")
sparse = pytest.importorskip("scipy.sparse")
sparse_linalg = pytest.importorskip("scipy.sparse.linalg")
transform = pytest.importorskip("scipy.spatial.transform")


def rosen(x):
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2) ** 2 + (1.0 - x[:-1]) ** 2)


ROSEN = la.compile(rosen)
START = np.array([-1.2, 1.0, 0.8])


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("BFGS", {"jac": ROSEN.grad}),
        ("L-BFGS-B", {"jac": ROSEN.grad}),
        ("SLSQP", {"jac": ROSEN.grad}),
        ("Newton-CG", {"jac": ROSEN.grad, "hess": ROSEN.hessian}),
        ("Newton-CG", {"jac": ROSEN.grad, "hessp": lambda x, v: ROSEN.hvp((x,), (v,))}),
        ("trust-exact", {"jac": ROSEN.grad, "hess": ROSEN.hessian}),
        ("trust-ncg", {"jac": ROSEN.grad, "hessp": lambda x, v: ROSEN.hvp((x,), (v,))}),
        ("trust-constr", {"jac": ROSEN.grad, "hess": ROSEN.hessian}),
    ],
)
def test_minimize(method, options):
    found = optimize.minimize(ROSEN, START, method=method, tol=1e-9, **options)
    np.testing.assert_allclose(found.x, 1.0, atol=1e-4)


def test_minimize_of_value_and_gradient_at_once():
    found = optimize.minimize(ROSEN.value_and_grad, START, jac=True, method="BFGS")
    np.testing.assert_allclose(found.x, 1.0, atol=1e-4)


def test_a_constraint_with_its_derivatives():
    circle = la.compile(lambda x: np.array([x[0] ** 2 + x[1] ** 2]))
    weighed = la.compile(lambda x, v: v @ np.array([x[0] ** 2 + x[1] ** 2]))
    second = la.hessian(weighed, argnums=0)
    constraint = optimize.NonlinearConstraint(circle, 1.0, 1.0, circle.jacobian, second)
    sum_of = la.compile(lambda x: x[0] + x[1])
    found = optimize.minimize(
        sum_of,
        [0.5, -0.8],
        jac=sum_of.grad,
        hess=sum_of.hessian,
        constraints=constraint,
        method="trust-constr",
    )
    np.testing.assert_allclose(found.x, -math.sqrt(0.5), atol=1e-6)


def decay(t, height, rate):
    return height * np.exp(-rate * t)


TIMES = np.linspace(0.0, 4.0, 12)
NOISY = decay(TIMES, 2.5, 1.3) + 0.01 * np.sin(37.0 * TIMES)


def test_curve_fit():
    slope = la.jacobian(decay, wrt=("height", "rate"), stack=True)
    ours, spread = optimize.curve_fit(decay, TIMES, NOISY, p0=[1.0, 1.0], jac=slope)
    theirs, _ = optimize.curve_fit(decay, TIMES, NOISY, p0=[1.0, 1.0])
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)
    assert spread.shape == (2, 2)


@pytest.mark.parametrize("method", ["trf", "dogbox", "lm"])
def test_least_squares(method):
    residuals = la.compile(lambda p: p[0] * np.exp(-p[1] * TIMES) - NOISY)
    found = optimize.least_squares(residuals, [1.0, 1.0], residuals.jacobian, method=method)
    np.testing.assert_allclose(found.x, [2.5, 1.3], atol=0.02)


def test_least_squares_of_a_sparse_jacobian():
    chain = la.compile(lambda x: x[1:] ** 2 - x[:-1] * 0.5 - 1.0)
    sparse = la.jacobian(chain, sparse=True)
    found = optimize.least_squares(chain, np.full(8, 2.0), sparse, method="trf")
    assert found.cost < 1e-12


@pytest.mark.parametrize("method", ["hybr", "lm"])
def test_root(method):
    pair = la.compile(lambda x: [x[0] + 0.5 * (x[0] - x[1]) ** 3 - 1.0, x[1] - math.sin(x[0])])
    found = optimize.root(pair, [0.0, 0.0], jac=pair.jacobian, method=method)
    np.testing.assert_allclose(pair(found.x), 0.0, atol=1e-10)
    solved = optimize.fsolve(pair, [0.0, 0.0], fprime=pair.jacobian)
    np.testing.assert_allclose(solved, found.x, atol=1e-8)


def test_newton_and_halley():
    f = la.compile(lambda x: x**3 - 2.0 * x - 5.0)
    second = la.compile(lambda x: f.grad(x)).grad
    for options in ({}, {"fprime2": second}):
        found = optimize.newton(f, 2.0, fprime=f.grad, **options)
        assert found == pytest.approx(2.0945514815423265)


@pytest.mark.parametrize("method", ["Radau", "BDF", "LSODA"])
def test_solve_ivp(method):
    def robertson(t, y):
        a, b, c = y
        return np.array([-0.04 * a + 1e4 * b * c, 0.04 * a - 1e4 * b * c - 3e7 * b**2, 3e7 * b**2])

    jacobian = la.jacobian(robertson, wrt="y")
    start = np.array([1.0, 0.0, 0.0])
    found = integrate.solve_ivp(
        la.compile(robertson),
        (0.0, 40.0),
        start,
        method=method,
        jac=jacobian,
        rtol=1e-8,
        atol=1e-10,
    )
    np.testing.assert_allclose(found.y[:, -1], [0.7158, 9.185e-6, 0.2842], rtol=2e-4)


def test_odeint():
    pendulum = la.compile(lambda y, t, damping: [y[1], -damping * y[1] - 5.0 * math.sin(y[0])])
    slope = la.jacobian(pendulum, wrt="y")
    times = np.linspace(0.0, 3.0, 7)
    with_it = integrate.odeint(pendulum, [3.0, 0.0], times, (0.25,), Dfun=slope)
    without = integrate.odeint(pendulum.function, [3.0, 0.0], times, (0.25,))
    np.testing.assert_allclose(with_it, without, atol=1e-5)


def test_differences_agree():
    point = np.array([0.3, -0.4, 1.2])
    theirs = optimize.approx_fprime(point, rosen, 1e-8)
    np.testing.assert_allclose(ROSEN.grad(point), theirs, rtol=1e-4)
    assert optimize.check_grad(ROSEN, ROSEN.grad, point) < 1e-3


def test_lmfit():
    lmfit = pytest.importorskip("lmfit", reason="lmfit is not installed")
    residual = la.compile(lambda height, rate: height * np.exp(-rate * TIMES) - NOISY)
    slope = la.jacobian(residual, stack=True)

    def value(parameters):
        return residual(parameters["height"].value, parameters["rate"].value)

    def derivative(parameters):
        return slope(parameters["height"].value, parameters["rate"].value)

    start = lmfit.Parameters()
    start.add_many(("height", 1.0), ("rate", 1.0))
    found = lmfit.minimize(value, start, method="leastsq", Dfun=derivative)
    np.testing.assert_allclose([*found.params.valuesdict().values()], [2.5, 1.3], atol=0.02)
    residuals = la.compile(lambda p: p["height"] * np.exp(-p["rate"].value * TIMES) - NOISY)
    by_name = lmfit.minimize(residuals, start, Dfun=la.jacobian(residuals, stack=True))
    assert by_name.params.valuesdict() == pytest.approx(found.params.valuesdict(), rel=1e-6)
    model = lmfit.Model(la.compile(decay).function, independent_vars=["t"])
    fitted = model.fit(NOISY, t=TIMES, height=1.0, rate=1.0)
    np.testing.assert_allclose([*fitted.best_values.values()], [2.5, 1.3], atol=0.02)
    start.add("twice", expr="2 * rate")
    with pytest.raises(TypeError, match="'twice' has an expression"):
        residuals(start)


COUNTS = np.array([2.0, 1.0, 5.0, 3.0, 8.0, 4.0])
DOSES = np.array([[1.0, 0.1 * k] for k in range(6)])


def log_likelihood(beta):
    eta = DOSES @ beta
    return np.sum(COUNTS * eta - np.exp(eta))


def test_a_likelihood_of_statsmodels():
    base = pytest.importorskip("statsmodels.base.model", reason="statsmodels is not installed")
    compiled = la.compile(log_likelihood)

    class Poisson(base.GenericLikelihoodModel):
        def loglike(self, params):
            return compiled(params)

        def score(self, params):
            return compiled.grad(params)

        def hessian(self, params):
            return compiled.hessian(params)

    model = Poisson(COUNTS, DOSES)
    found = model.fit(start_params=np.zeros(2), method="newton", disp=0)
    np.testing.assert_allclose(compiled.grad(found.params), 0.0, atol=1e-6)
    bread = np.sqrt(np.diag(np.linalg.inv(-compiled.hessian(found.params))))
    np.testing.assert_allclose(found.bse, bread, rtol=1e-6)


def test_pandas_keeps_its_index():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    series = pandas.Series([1.0, 2.0, 4.0], index=["a", "b", "c"], name="x")
    wave = la.compile(lambda s: np.sin(s) * 2.0)
    pandas.testing.assert_series_equal(wave(series), np.sin(series) * 2.0)
    energy = la.compile(lambda s: (s * s).sum())
    assert energy(series) == 21.0
    pandas.testing.assert_series_equal(energy.grad(series), 2.0 * series)
    table = pandas.DataFrame({"mass": [1.0, 2.0], "speed": [3.0, 4.0]}, index=[10, 20])
    kinetic = la.compile(lambda t: (0.5 * t["mass"] * t["speed"] ** 2).sum())
    assert kinetic(table) == 20.5
    np.testing.assert_allclose(kinetic.grad(table)["speed"], table["mass"] * table["speed"])


REFUSED = "the argument p is a {}.*\n  where: .*\n  instead: {}"


def test_xarray_is_told_to_be_numpy():
    xarray = pytest.importorskip("xarray", reason="xarray is not installed")
    field = xarray.DataArray([1.0, 2.0], dims="x", coords={"x": [10, 20]})
    f = la.compile(lambda p: (p * p).sum())
    with pytest.raises(TypeError, match=REFUSED.format("DataArray", r"p\.to_numpy\(\)")):
        f(field)
    assert f(field.to_numpy()) == 5.0
    back = field.copy(data=f.grad(field.to_numpy()))
    assert back.equals(2.0 * field)
    with pytest.raises(TypeError, match=REFUSED.format("Dataset", r"p\['name'\]\.to_numpy")):
        f(xarray.Dataset({"u": field}))


def test_pint_is_told_to_be_a_magnitude():
    pint = pytest.importorskip("pint", reason="pint is not installed")
    units = pint.UnitRegistry()
    f = la.compile(lambda p: 0.5 * p * p)
    for given in (units.Quantity(2.0, "m"), units.Quantity(np.array([1.0, 2.0]), "m")):
        with pytest.raises(TypeError, match=REFUSED.format("Quantity", r"p\.to\(\.\.\.\)\.magn")):
            f(given)
    assert f(units.Quantity(200.0, "cm").to("m").magnitude) == 2.0


SPARSE = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0], [4.0, 0.0, 0.0]])
BY_NAME = sparse.csr_matrix(SPARSE)
PRODUCTS = {
    "made inside": lambda x: sparse.csr_matrix(SPARSE) @ x,
    "by diagonals": lambda x: sparse.diags([1.0, -2.0], [0, 1], shape=(3, 3)) @ x,
    "a sum": lambda x: x @ ((BY_NAME + BY_NAME.T - 0.5 * sparse.eye(3)) @ x),
    "a factor": lambda x: (2.0 * BY_NAME / 3.0).dot(x) - (-BY_NAME) @ x,
    "of matrices": lambda x: x * (BY_NAME @ BY_NAME) + BY_NAME * x,
    "of arrays": lambda x: x[0] * (sparse.csr_array(SPARSE).multiply(2.0) @ x),
    "blocks": lambda x: sparse.bmat([[BY_NAME, None], [None, sparse.kron(sparse.eye(1), BY_NAME)]])
    @ np.concatenate([x, x * x]),
    "parts": lambda x: BY_NAME[0].toarray() @ x + BY_NAME.diagonal() @ x * BY_NAME.nnz,
    "a solution with a matrix that is none": lambda x: sparse_linalg.spsolve(np.diag(x), x**2),
    "a solution": lambda x: sparse_linalg.spsolve((BY_NAME + sparse.eye(3)).tocsc(), x),
}

TURN = transform.Rotation.from_euler("xyz", [0.1, 0.2, 0.3])
KEYS = transform.Rotation.from_rotvec([[0.1, 0.2, 0.3], [1.0, 0.0, 0.5], [0.3, -1.0, 0.2]])
SLERP = transform.Slerp([0.0, 0.4, 1.0], KEYS)

ROTATIONS = {
    "rotations": lambda x: (transform.Rotation.from_rotvec(x) * TURN**0.5).as_matrix() @ x,
    "a rigid transform": lambda x: transform.RigidTransform.from_components(x, TURN).inv().apply(x),
    "between rotations": lambda x: SLERP(x[0]).apply(x),
}


FILTERS = {
    "a filter": lambda x: signal.lfilter(*signal.butter(2, x[0]), x),
    "a comb, which is put in place": lambda x: signal.iircomb(10.0, 30.0 * x[0], fs=60.0)[1],
    "taps and a response": lambda x: abs(
        signal.freqz(signal.firwin(3, x[0], window=("kaiser", 9.0 * x[1])), [1.0, x[2]], worN=3)[1]
    ),
}


@pytest.mark.parametrize("name", [*PRODUCTS, *ROTATIONS, *FILTERS])
def test_what_scipy_writes_out(name):
    if name in ROTATIONS:
        pytest.importorskip("scipy.spatial.transform._rotation_xp", reason="all is compiled")
    if name in FILTERS:
        pytest.importorskip("scipy.signal._polyutils", reason="roots are NumPy's")
    function = (PRODUCTS | ROTATIONS | FILTERS)[name]
    x = np.array([0.2, 0.5, 0.3])
    compiled = la.compile(function)
    assert np.allclose(compiled(x), function(x), rtol=1e-14)
    steps = 1e-6 * np.eye(3)
    slopes = [(function(x + step) - function(x - step)) / 2e-6 for step in steps]
    assert np.allclose(compiled.jacobian(x), np.stack(slopes, -1), rtol=1e-8, atol=1e-8)


def test_sparse_matrices_of_traced_numbers():
    for function in (lambda x: (x[0] * BY_NAME) @ x, lambda x: sparse.diags(x) @ x):
        with pytest.raises(TypeError, match=r"traced values(?s:.*)instead: .*a \* \(A @ x\)"):
            la.compile(function)(np.ones(3))
