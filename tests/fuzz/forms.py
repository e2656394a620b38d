"""The formulas that random programs are made of: one phrase between two bars."""


def _phrases(text):
    return [phrase.strip() for phrase in text.replace("\n", " | ").split(" | ") if phrase.strip()]


QUOTIENTS = _phrases("""
    {} / {} | {} / (1.0 + abs({})) | {} / (0.5 + {} * {}) | 1 / {} | -{}
""")

POWERS = _phrases("""
    {} ** 2 | {} ** 3 | {} ** 2.0 | {} ** -1 | abs({}) ** 1.5 | abs({}) ** {}
    (0.1 + abs({})) ** 0.5 | pow({}, 2) | {} ** 0 | {} ** 1 | 2.0 ** {} | {} ** 5
""")

CALLS = _phrases("""
    {m}.sin({0}) | {m}.cos({0}) | {m}.tanh({0}) | {m}.atan({0}) | {m}.asinh({0})
    {m}.exp({m}.sin({0})) | {m}.exp(-abs({0})) | {m}.exp({0}) | {m}.sqrt({0} * {0} + 1.0)
    {m}.sqrt({0}) | {m}.sqrt(abs({0})) | {m}.log(1.0 + {0} * {0}) | {m}.log({0})
    {m}.log1p({0} * {0}) | {m}.expm1({m}.tanh({0})) | {m}.hypot({0}, {1}) | {m}.atan2({0}, {1})
    {m}.erf({0}) | {m}.erfc({0}) | {m}.fabs({0}) | {m}.cbrt({0}) | {m}.copysign({0}, {1})
    {m}.fmod({0}, {1}) | {m}.floor({0}) | {m}.tan({0}) | {m}.asin({m}.tanh({0}))
    {m}.acos({m}.tanh({0})) | {m}.cosh({m}.sin({0})) | {m}.sinh({m}.sin({0}))
    {m}.log2(0.5 + {0} * {0}) | {m}.log10(1.0 + {0} ** 2) | {m}.degrees({0}) | {m}.radians({0})
    {m}.hypot({0}, {1}, 1.0) | {m}.exp2({0}) | {m}.dist([{0}, {1}], [1.0, {0}]) | {m}.pow({0}, 2.0)
    {m}.atanh({m}.tanh({0})) | {m}.acosh(1.5 + {0} * {0})
""")

CHOICES = _phrases("""
    min({}, {}) | max({}, {}) | max({}, {}, 0.5) | abs({}) | sum([{}, {}]) | min(max({}, -1.0), 1.0)
    float({}) | +{} | ({} % 2.0) | ({} // 0.7) | round({}) | ({0} if {2} else {1}) | ({2}) * {0}
""")

VECTORS = _phrases("""
    ({v} + {w}) | ({v} - {w}) | {v} * {w} | {v} / (1.0 + {w} ** 2) | {s} * {v} | {v} * {s}
    np.sin({v}) | np.exp(-{v} ** 2) | np.tanh({v}) | np.sqrt(1.0 + {v} * {v}) | np.abs({v})
    np.where({v} > {w}, {v}, {s}) | np.maximum({v}, {w}) | np.minimum({v}, 0.3)
    np.clip({v}, -0.5, 0.5) | ({v})[::-1] | np.outer({v}, {w})[0] | (A @ ({v})) | (({v}) @ A)
    np.array([{s}] * N) | np.cumsum({v}) | np.roll({v}, 1) | np.stack([{v}, {w}])[1]
    np.concatenate([({v})[:1], ({w})[1:]]) | np.full(N, 2.0) * {v} | np.arange(N) * {v}
    np.log1p(({v}) ** 2) | (({v})[:, None] * ({w})[None, :]).sum(axis=1) | {v} ** 2 | np.square({v})
    np.hypot({v}, {w}) | np.arctan2({v}, 2.0 + np.abs({w})) | -({v})
    (({v}) * (np.array({w}) > 0.1)) | np.tile({v}, 2)[1:][:N] | np.repeat({v}, 2)[:N] | A.T.dot({v})
    np.take({v}, [0] * N) | ({v})[[-1] * N] | np.array([{v}, {w}])[:, 0][[0] * N] | np.cumprod({v})
    np.kron({v}, {w})[:N] | np.prod(np.array([{v}, {w}]), axis=0) | np.diag({v})[0] | np.flip({v})
    np.tensordot(A, {v}, axes=1) | np.append({v}, {s})[1:] | np.hstack([({v})[1:], {s}])
    np.cbrt({v})
    np.triu(np.outer({v}, {w})).sum(axis=0) | np.vstack([{v}, {w}]).T.ravel()[:N]
    np.sign({v}) * {w}
    np.max(np.array([{v}, {w}]), axis=0) | np.mean([{v}, {w}], axis=0)
    np.broadcast_to({s}, N) * {w}
    np.array([u * 2.0 for u in {v}]) | np.select([{v} > 0.5], [{w}], {v})
    np.add.reduce([{v}, {w}])
    np.convolve({v}, {w})[:N] | np.split(np.append({v}, {w}), 2)[1] | np.maximum.accumulate({v})
    np.reshape(np.outer({v}, {w}), -1)[-N:] | np.expand_dims({v}, 0)[0]
    np.moveaxis(A * {v}, 0, 1)[0]
    np.polyval([1.0, {s}, 0.5], {v}) | np.interp({v}, [-9.0, 0.0, 9.0], [1.0, 0.0, 3.0])
    np.linalg.solve(A + 9.0 * np.eye(N), {v}) | np.power(1.5 + np.tanh({v}), 2) | np.deg2rad({v})
    ({v}).reshape(1, -1).repeat(2, axis=0).sum(axis=0) | np.ones((2, N)).T.dot(np.array([{s}, 1.0]))
    np.einsum('i,ij->j', {v}, A) | np.sort({v}) | np.diff({v}, append=0.5) | np.zeros_like({v})
""")

NUMBERS = _phrases("""
    np.sum({v}) | ({v}).sum() | np.mean({v}) | ({v}) @ ({w}) | np.dot({v}, {w}) | ({v})[0]
    ({v})[-1] | np.linalg.norm({v}) | np.max({v}) | np.min({v}) | ({v}).prod() | np.var({v})
    np.std({v}) | sum(({v})) | np.sin({s}) | {s} * {s} | float({s}) | math.exp(-abs({s}))
    np.trace(np.outer({v}, {w})) | max(({v})[0], {s}) | np.sum(({v}) * ({w}), axis=0) | np.ptp({v})
    np.vdot({v}, {w}) | np.inner({v}, {w}) | np.linalg.norm({v}, 1) | np.median({v})
    ({v}).max() - ({w}).min() | np.add.reduce({v}) | np.prod({v}) | ({v})[np.array({w}) > 0.0].sum()
    np.einsum('i,i->', {v}, {w}) | (({v}) @ A @ ({w})) | np.sum(np.triu(np.outer({v}, {w}), 1))
    sum(u * u for u in {v}) | max(abs(u) for u in {v}) | np.multiply.reduce({v})
    np.cumsum({v})[-1]
    np.sum(np.outer({v}, {w}), axis=(0, 1))
    np.mean(np.outer({v}, {w}), axis=1, keepdims=True)[0, 0]
    np.percentile({v}, 30) | np.trapezoid({v}, dx=0.5) | np.sum({v}, where=np.arange(N) > 0)
    np.average({v}, weights=np.arange(N) + 1.0) | float(np.cumsum({v})[1]) | ({v}).tolist()[0] * {s}
    np.linalg.norm(np.outer({v}, {w})) | np.sqrt(1.0 + np.sum({v}) ** 2) | [*({v})][1]
    ({v}).item(0)
    np.average({v}) | np.linalg.det(np.outer({v}, {w}) + 3.0 * np.eye(N))
""")

COLLECTIONS = _phrases("""
    {{'a': {0}, 'b': {1}}}['a'] | [{0}, {1}][::-1][0] | sum([v * v for v in ({0}, {1})])
    sum(u * v for u, v in zip([{0}, {1}], [{1}, 2.0])) | sorted([{0}, {1}, {2}])[{k}]
    max(v for v in [{0}, {1}]) | (lambda u, v=2.0: u * v)({0}) | Pair({0}, {1}).b
    Point({0}, {1}).a | {m}.fsum([{0}, {1}]) | {m}.prod([{0}, {1}]) | [*reversed([{0}, {1}])][0]
    Pair({0}, {1})._replace(a=2.0).b | sum([(i + 1) * v for i, v in enumerate([{0}, {1}])])
    (lambda *vs: sum(vs))(*[{0}, {1}])
    {{**{{'a': {0}}}, 'b': {1}}}['b'] | ([v for v in [{0}, {1}] if v > 0.0] or [1.0])[0] * {2}
    dict(a={0}, b={1})['a'] | list(map(lambda v: v * v, [{0}, {1}]))[1] | divmod({0}, 2.0)[1]
    min([{0}, {1}], key=abs) | max({0}, {1}, key=lambda v: -v) | sorted([{0}, {1}], reverse=True)[0]
    sum(v if v > {2} else 0.0 for v in ({0}, {1})) | ({0}) * {m}.isclose({1}, {2})
    ({0} if {1} else {2}) | ({0} or {1}) | ({0} and {1}) | {m}.modf({0})[0] | {m}.ldexp({0}, 3)
    {m}.remainder({0}, 3.0) | (w := {0}) * w | tuple({{'p': {0}, 'q': {1}}}.values())[1] | -(-({0}))
""")

# Statements that fill a {box}, whose first element is read.
MUTATIONS = [
    """
{box} = []
for v in ({0}, {1}):
    {box}.append(v * {2})
""",
    """
{box} = [0.0] * 2
{box}[0] = {0}
{box}[0] += {1}
""",
    """
{box} = {{}}
{box}[0] = {0}
{box}.setdefault(0, {1})
""",
    """
{box} = [{0}, {1}]
if {c}:
    {box}.reverse()
""",
    """
{box} = [{0}, {1}]
{box}[0], {box}[1] = {box}[1], {box}[0]
""",
    """
{box} = [{0}]
for i in range(4):
    if {c}:
        break
    {box}[0] = {box}[0] * 0.5 + {1}
else:
    {box}[0] = {2}
""",
    """
try:
    {box} = [{0}]
finally:
    {box}[0] = {box}[0] + {1}
""",
    """
def {box}_rows(n):
    yield {0}
    if n > 0:
        yield from {box}_rows(n - 1)
{box} = [sum({box}_rows(2))]
""",
    """
class {box}_type:
    scale = 2.0
    def __init__(self, v):
        self.v = v
    @property
    def twice(self):
        return self.v * self.scale
    def __call__(self, u):
        return self.twice + u
{box} = [{box}_type({0})({1})]
""",
    """
def {box}_power(v, n):
    return 1.0 if n == 0 else v * {box}_power(v, n - 1)
{box} = ({box}_power({0}, 3),)
""",
    """
k{box} = 0
{box} = [{0}]
while {box}[0] > {1} and k{box} < 4:
    {box}[0] = {box}[0] * 0.5 - 0.1
    k{box} += 1
""",
    """
match [{0}, {1}]:
    case [a_, b_] if a_ < b_:
        {box} = [a_]
    case _:
        {box} = [{2}]
""",
]
