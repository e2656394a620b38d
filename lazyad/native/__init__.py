"""Machine code: the Nodes of the emitted Python function, compiled by LLVM.

In: a Graph of floats. Out: a builtin function that does what its Python does, to the last bit.
`steps` says in which order, `ir` what each Node is in LLVM's language, `calls` how Python calls it,
`machine` makes code of it. What is shown is what runs: there is no second compiler, and where the
machine would do something else than Python (an exception, an int, a nan), it hands the call to the
Python function.
"""
