"""The page of all passes: what it is told, and what it does in a real browser."""

import inspect
import itertools
import json
import math
import re
import shutil

import numpy as np
import pytest

import lazyad as la
from lazyad.graph import ZERO
from lazyad.passes.dead_duals import eliminate_dead_duals
from lazyad.passes.subexpressions import merge_subexpressions
from lazyad.regions import everything
from lazyad.show.lineage import followed
from lazyad.show.page import most_alive
from tests.corpus import CORPUS


def helped(x, r):
    return x / r


@la.compile
def pull(x, y):
    r = math.sqrt(x * x + y * y)
    if x < 0:
        r = r + 0 * y
    return helped(x * x, r) * 1


# ---------------------------------------------------------------------------------- lineage


def last_stage(graph, one):
    return followed(iter([("trace", graph), (one.__name__, one(graph))]))[-1]


def test_what_is_merged_became_the_first_of_them():
    x, y = la.Node.input("x"), la.Node.input("y")
    first, second = x * y, y * x
    graph = la.Graph([x, y], first / (second + 1.0))

    def walk():
        yield "trace", graph
        yield "merge", merge_subexpressions(graph)

    moves = {old: move.new for move in followed(walk())[-1].moves for old in move.old}
    assert moves[second] == (first,)
    assert first not in moves  # it is still there


def test_what_is_removed_became_nothing():
    x, y = la.Node.input("x"), la.Node.input("y")
    lost = la.exp(y)
    graph = la.Graph([x, y], x + lost * ZERO)
    moves = last_stage(graph, eliminate_dead_duals).moves
    assert lost not in [old for move in moves for old in move.old]


def test_tangents_come_from_their_values():
    f = la.compile(lambda x, y: math.sin(x) * y)
    trace, derive, *_ = followed(f.lowered.program.stages())
    values = [node for node in trace.graph.nodes if node.args]
    assert [move.old for move in derive.moves] == [(node,) for node in values]
    made = [node for node in derive.graph.nodes if node.args and node not in {*values}]
    assert {node for move in derive.moves for node in move.new} == {*made}


@pytest.mark.parametrize("level", ["safe", "fast"])
@pytest.mark.parametrize("function", [case[0] for case in CORPUS], ids=lambda one: one.__name__)
def test_every_operation_has_a_past(level, function):
    compiled = la.compile(function, optimize=level)
    lowered = compiled.lower(*[0.5] * len(inspect.signature(function).parameters))
    for one in (lowered, compiled.jacobian.lowered):
        stages = followed(one._again().stages())
        assert str(stages[-1].graph) == str(one.graph)
        for before, stage in itertools.pairwise(stages):
            told = {node for move in stage.moves for node in move.new}
            told.update(everything(before.graph))
            assert not [node for node in everything(stage.graph) if node.args and node not in told]


def test_the_most_numbers_alive():
    x, y = la.Node.input("x"), la.Node.input("y")
    assert most_alive(la.Graph([x], la.sin(la.sin(la.sin(x))))) == 2
    assert most_alive(la.Graph([x, y], [la.sin(x), la.sin(y), x * y])) == 5
    total = la.compile(lambda x: sum(x), loops="unroll")
    assert most_alive(total.lower([1.0] * 50).primal.graph) == 51
    layer = la.compile(lambda w, x: np.sum(np.tanh(x @ w)), target="array")
    shapes = np.ones((3, 2)), np.ones((4, 3))
    assert most_alive(layer.lower(*shapes).primal.graph) == 6 + 12 + 8


# ---------------------------------------------------------------------------------- the data


def told(path):
    (text,) = re.findall(r'<script type="application/json".*?>(.*?)</script>', path.read_text())
    return json.loads(text)


def lines_of(html):
    return [re.sub(r"<[^>]*>", "", line) for line in html]


def test_the_page_shows_the_function_and_those_it_calls(tmp_path):
    data = told(pull.page(tmp_path / "pull.html"))
    shown = lines_of(line for _, line in data["user"])
    for function in (pull.function, helped):
        for line in inspect.getsource(function).splitlines():
            assert line.replace("<", "&lt;") in shown
    numbers = [int(number) for number, line in data["user"] if "math.sqrt" in line]
    assert numbers == [inspect.getsourcelines(pull.function)[1] + 2]
    assert lines_of(data["source"]) == pull.source.replace("<", "&lt;").splitlines()


@pytest.mark.parametrize("what", ["jvp", "jacobian", "hessian", "vjp"])
def test_each_statement_is_of_nodes_of_the_last_stage(tmp_path, what):
    made = getattr(pull, what)
    data = told(made.page(tmp_path / "page.html"))
    last = {row for row in data["stages"][-1]["rows"] if type(row) is int}
    of = {number for numbers in data["sourceNodes"] for number in numbers}
    assert of == last  # no operation is without a line
    assert data["stages"][-1]["operations"] == made.graph.operations.total()
    for line, numbers in zip(lines_of(data["source"]), data["sourceNodes"], strict=True):
        assert not (numbers and line.strip().startswith(("#", "from", "def")))


def test_the_same_page_twice(tmp_path):
    pages = [pull.grad.page(tmp_path / name).read_text() for name in "ab"]
    assert pages[0] == pages[1]
    assert "order: " in pages[0]


def test_a_function_is_no_html(tmp_path):
    def f(x):
        note = "</script><script>alert(1)</script>"
        return x * len(note)

    text = la.compile(f).page(tmp_path / "page.html").read_text()
    assert text.count("<script") == 2
    assert "alert(1)</script>" not in text


def test_functions_without_source_and_inside_a_call(tmp_path):
    found = {}
    exec(compile("def unseen(x):\n    return x * x", "<unseen>", "exec"), found)
    data = told(la.compile(found["unseen"]).page(tmp_path / "page.html"))
    assert data["user"] == []
    assert set(data["places"]) == {-1}
    (pair,) = [
        la.compile(
            lambda x: (
                x * x,
                math.sin(x),
            )
        )
    ]
    data = told(pair.page(tmp_path / "page.html"))
    shown = lines_of(line for _, line in data["user"])
    assert "lambda x: (" in shown[1]
    assert -1 not in data["places"]


def test_a_page_of_what_was_built_by_hand(tmp_path):
    x = la.Node.input("x")
    data = told(la.compile(la.Graph([x], la.sin(x) * 2.0)).page(tmp_path / "page.html"))
    assert [stage["name"] for stage in data["stages"]][:2] == ["trace", "derive"]


# ---------------------------------------------------------------------------------- in a browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    if not CHROMIUM:
        pytest.skip("no chromium: apt-get install chromium")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a page of a compiled function, and fails if its console says anything."""
    said = []
    pages = []

    def show(compiled, **options):
        tab = browser.new_page(viewport={"width": 1800, "height": 700}, **options)
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(compiled.page(tmp_path / "page.html").as_uri())
        pages.append(tab)
        return tab

    yield show
    for tab in pages:
        tab.close()
    assert not said


def column(tab, name):
    return tab.locator("section", has=tab.locator("h2", has_text=re.compile(f"^{name}$")))


def lit(tab, name):
    return column(tab, name).locator(".lit").all_inner_texts()


def click(tab, name, text):
    column(tab, name).locator(".row", has_text=text).first.click()


def test_a_line_of_the_function_lights_up_what_became_of_it(opened):
    tab = opened(pull)
    click(tab, "your function", "r = r + 0 * y")
    numbers = [row.split(" = ")[1].strip() for row in lit(tab, "trace")]
    assert numbers == ["mul(0.0, y)", "add(%3, %5)"]
    assert "0.0 * y" in "".join(lit(tab, "source"))
    assert lit(tab, "your function")[0].endswith("r = r + 0 * y")
    assert len(lit(tab, "your function")) == 1
    assert not [row for row in lit(tab, "derive") if "sqrt" in row]
    tab.keyboard.press("Escape")
    assert not tab.locator(".lit").count()


def test_a_line_of_the_source_lights_up_what_it_came_from(opened):
    tab = opened(pull)
    click(tab, "source", "r = sqrt")
    assert [row.split("    ")[-1] for row in lit(tab, "your function")] == [
        "r = math.sqrt(x * x + y * y)"
    ]
    assert [row.split(" = ")[1].split("(")[0] for row in lit(tab, "trace")][-1] == "sqrt"
    assert "line" in tab.locator("footer").inner_text()


def test_the_head_has_the_totals(opened):
    brief = opened(pull.jacobian).locator("#brief").inner_text()
    total = pull.jacobian.graph.operations.total()
    assert f"{pull.trace.operations.total()} operations traced, {total} in the end" in brief
    order = re.search(r"order: (\w+);", pull.jacobian.report())[1]
    assert f"order of elimination: {order}, " in brief
    assert "numbers alive" in brief


def test_what_a_pass_removes_is_struck_through(opened):
    tab = opened(la.compile(lambda x, y: (math.sin(x) + 0 * y, y * 1), optimize="fast"))
    assert column(tab, "derive").locator(".gone", has_text="mul(0.0, y)").count() == 1
    click(tab, "derive", "mul(0.0, y)")
    assert "simplify_fast removed it" in tab.locator("footer").inner_text()
    assert not lit(tab, "source")
    click(tab, "derive", "mul(y, 1.0)")
    assert "made it y" in tab.locator("footer").inner_text()


def test_pointing_shows_and_leaving_hides(opened):
    tab = opened(pull)
    column(tab, "trace").locator(".row", has_text="sqrt").hover()
    assert len(lit(tab, "trace")) == 1
    assert "sqrt" in "".join(lit(tab, "source"))
    tab.locator("header").hover()
    assert not tab.locator(".lit").count()


@pytest.mark.slow
def test_the_keyboard_alone(opened):
    tab = opened(pull)
    column(tab, "trace").locator(".list").focus()
    tab.keyboard.press("ArrowDown")
    assert column(tab, "trace").locator(".picked").inner_text().strip() == "%0 = mul(x, x)"
    tab.keyboard.press("ArrowRight")
    assert column(tab, "derive").locator(".picked").inner_text().strip() == "%0 = mul(x, x)"
    tab.keyboard.press("End")
    tab.keyboard.press("ArrowUp")
    assert column(tab, "derive").locator("[aria-selected=true]").count() == 1
    tab.keyboard.press("Escape")
    assert not tab.locator(".picked").count()


@pytest.mark.slow
def test_light_and_dark(opened):
    colours = {}
    for scheme in ("light", "dark"):
        tab = opened(pull, color_scheme=scheme)
        body = "getComputedStyle(document.body).backgroundColor"
        colours[scheme] = tab.evaluate(body)
        tab.keyboard.press("t")
        colours[scheme, "turned"] = tab.evaluate(body)
    assert colours["light"] == colours["dark", "turned"] != colours["dark"]
    assert colours["dark"] == colours["light", "turned"]


@pytest.mark.parametrize(
    "rounds", [pytest.param(one, marks=pytest.mark.slow) for one in (200, 1300)]
)
def test_many_nodes_are_collapsed(opened, rounds):
    @la.compile(loops="unroll", optimize="none")
    def long(x):
        for _ in range(rounds):
            x = x + 0.01 * math.sin(x)
            x = x * 1.01
        return x

    tab = opened(long)
    assert long.graph.operations.total() > 7 * rounds
    assert tab.locator(".row").count() < 500
    groups = column(tab, "derive").locator(".group")
    before = groups.count()
    groups.first.click()
    rows = column(tab, "derive").locator(".row").all_inner_texts()
    assert "%0 = sin(x)" in [row.strip() for row in rows]
    assert "sin" in rows[2]
    groups.first.click()
    assert groups.count() == before
    click(tab, "your function", "x = x * 1.01")
    assert lit(tab, "source")
