"""How fast lazyad's kernels are, beside hand-written Python and other tools.

Run `python -m benchmarks` from the root of the repository. No peer is required: one that is not
installed is marked `skipped`. `functions` and `suite` say what is measured, `peers` and `jacobians`
how each tool computes it, `timing` measures calls, `operations` counts, `tracing` and `scaling`
measure compilation, `report` writes what was found.
"""
