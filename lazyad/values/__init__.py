"""What surrounds numbers: containers and their keys, origins, errors, sparsity, who owns a module.

In: values, frames and modules as users have them. Out: plain descriptions that every other room
reads. Nothing here knows what a Node is.
"""
