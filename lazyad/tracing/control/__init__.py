"""Control flow while a function is traced: branches that join or are explored, loops, and `try`.

In: what the function asks of traced values. Out: one program of choices and loops. A room of its
own because nothing in it knows an op, and nothing outside knows how sides are run.
"""
