"""What of NumPy and SciPy can be differentiated: every form of the table in `tests/coverage`."""

from collections import Counter

import pytest

from tests.coverage import forms, judged

FORMS = forms()
PARTS = 24
AT_ONCE = [0]  # of as many parts; the others are slow


@pytest.mark.parametrize(
    "part", [pytest.param(n, marks=[] if n in AT_ONCE else pytest.mark.slow) for n in range(PARTS)]
)
def test_every_form_is_right_or_refused(part):
    """`r` marks what is refused, in three parts; nothing is wrong, nothing crashes."""
    for form in FORMS[part::PARTS]:
        verdict, said = judged(form, "strict")
        if verdict != "absent":
            assert verdict == ("refused" if "r" in form.marks else "right"), f"{form.text}\n{said}"


@pytest.mark.parametrize(("letter", "least"), [("j", 0.90), ("a", 0.95)])
def test_how_much_of_what_others_have(letter, least):
    theirs = [form for form in FORMS if letter in form.marks]
    assert len(theirs) > 500
    assert sum("r" not in form.marks for form in theirs) >= least * len(theirs)


def test_each_form_stands_once():
    assert not [text for text, n in Counter(form.text for form in FORMS).items() if n > 1]
