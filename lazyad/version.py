"""The version of the package: what it calls itself, and what the files say that it wrote.

In: nothing. Out: a text. A room of its own because the build, the package and `lazyad.run` read it.
"""

__version__ = "0.1.0"
