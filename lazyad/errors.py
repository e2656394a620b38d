"""The one shape of every error: what is wrong, where, and what to write instead.

In: three sentences. Out: the message of an ordinary Python exception (TypeError, ValueError, ...),
so that users catch what they would catch without lazyad.
"""


def explain(what: str, where: str, instead: str) -> str:
    """The message of an error: each part on a line of its own.

    >>> print(explain("1 is not 2", "model.py:3", "write 2"))
    1 is not 2
      where: model.py:3
      instead: write 2
    """
    return f"{what}\n  where: {where}\n  instead: {instead}"
