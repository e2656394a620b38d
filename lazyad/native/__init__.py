"""Machine code: the emitted Python function, compiled again by LLVM.

In: the text of a function of floats. Out: a builtin function that does the same, to the last bit.
`ir` says what each statement is in LLVM's language, `calls` how Python calls it, `machine` makes
code of it. What is shown is what runs: there is no second compiler, and where the machine would do
something else than Python (an exception, an int, a nan), it hands the call to the Python function.
"""
