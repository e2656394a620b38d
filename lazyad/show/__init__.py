"""What people look at: the page of all passes, and what a notebook makes of things.

In: the stages of a program, and its source. Out: HTML and SVG. A room of its own because nothing
that compiles needs to know how it is shown.
"""
