"""A Graph as text: scheduled, named, made into statements, and printed as a language.

The front of this room is `lazyad.codegen`; `targets` says how each language spells an op.
"""
