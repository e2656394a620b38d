"""NumPy on traced values: arrays of Nodes, and one row for each function that people call.

A room of its own because it needs NumPy, and is entered only where that is imported.
"""
