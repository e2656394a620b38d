"""Plain Python and NumPy that know nothing of lazyad.

In: numbers. Out: numbers. A room of its own because nothing here is a Node: emitted files carry the
text of `written` and `routines`, and traces run the others like a user's functions.
"""
