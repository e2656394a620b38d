"""What users hold and call: compiled functions, their derivatives, programs, kernels, pickles.

In: a Python function, and arguments. Out: numbers, from kernels that the other rooms made.
"""
