"""Published packages as they are: every call that their own documentation shows, compiled.

In: the packages that are installed of `PACKAGES`. Out: a table of calls (`table`) and the verdict
on each (`verdict`): its value is that of the plain function, its derivative that of central
differences. A room of its own because nothing in it was written for lazyad.
"""

from tests.published.calls import Call, table
from tests.published.verdicts import PLACES, SECONDS, Verdict, verdicts

__all__ = ["PLACES", "SECONDS", "Call", "Verdict", "table", "verdicts"]
