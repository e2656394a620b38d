"""Random programs and graphs, each compared with a reference that shares nothing with lazyad.

`python -m tests.fuzz --minutes 30` looks for that long and prints what it finds, made small;
`python -m tests.fuzz --seed 1234` repeats one case. tests/test_fuzz.py runs some fixed seeds.
"""
