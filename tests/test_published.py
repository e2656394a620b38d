"""Published packages as they are: one call in eight of the table in `tests/published`."""

from collections import Counter

import pytest

published = pytest.importorskip("tests.published")
pytestmark = pytest.mark.slow


def test_what_published_packages_show_is_right():
    """Nothing is wrong and nothing crashes; and no fewer are right than were."""
    calls = published.table()[::8]
    if len(calls) < 200:
        pytest.skip("the packages of the extra `published` are not installed")
    found = [*published.verdicts(calls)]
    bad = [one for one in found if one.place in ("wrong", "crashed")]
    assert not bad
    counts = Counter(one.place for one in found)
    assert counts["right"] >= 0.82 * (len(found) - counts["untried"])
