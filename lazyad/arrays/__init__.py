"""Whole arrays: what a Node's shape is, and the rows of the ops that work on arrays.

A room of its own because a scalar is an array of no dimensions to these rows, and the op table of
numbers needs to know nothing of that.
"""
