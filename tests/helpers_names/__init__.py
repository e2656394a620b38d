"""A small package as users write them: it knows nothing of lazyad."""

from tests.helpers_names import formulas

__all__ = ["formulas"]
