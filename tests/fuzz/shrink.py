"""Making a finding small: whatever can go from a program goes, while it is found again."""

import ast
import copy

from tests.fuzz.programs import Program


def shrunk(program, again, tries=400):
    """The smallest Program for which again(program) holds, by going through all `_smaller`."""
    best = program
    found = True
    while found and tries > 0:
        found = False
        for text in _smaller(best.text):
            tries -= 1
            if tries < 0:
                break
            one = Program(text, best.arguments, best.arrays)
            if again(one):
                best, found = one, True
                break
    return best


def _smaller(text):
    """Texts with one statement less, or with an expression replaced by a part of it."""
    tree = ast.parse(text)
    count = sum(1 for _ in ast.walk(tree))
    for at in range(count):
        for change in range(6):
            one = copy.deepcopy(tree)
            node = [*ast.walk(one)][at]
            if _change(one, node, change):
                changed = ast.unparse(ast.fix_missing_locations(one)) + "\n"
                if len(changed) < len(text):
                    yield changed


def _change(tree, node, change):
    """Change the tree at the node in the n-th way; whether there is one."""
    parent, field, index = _place(tree, node)
    if parent is None:
        return False
    if isinstance(node, ast.stmt):
        if change == 0:
            return _put(parent, field, index, None)
        if change == 1 and isinstance(node, (ast.If, ast.For, ast.While)):
            return _put(parent, field, index, node.body)
        if change == 2 and isinstance(node, (ast.If, ast.For, ast.While)) and node.orelse:
            return _put(parent, field, index, node.orelse)
        return False
    if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        parts = [n for n in ast.iter_child_nodes(node) if isinstance(n, ast.expr)]
        if isinstance(node, ast.Call):
            parts = [*node.args, *[k.value for k in node.keywords]]
        if change < len(parts):
            return _put(parent, field, index, parts[change])
    return False


def _place(tree, node):
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is node:
                return parent, field, None
            if isinstance(value, list):
                for index, item in enumerate(value):
                    if item is node:
                        return parent, field, index
    return None, None, None


def _put(parent, field, index, new):
    if index is None:
        if new is None or isinstance(new, list):
            return False
        setattr(parent, field, new)
        return True
    block = getattr(parent, field)
    block[index : index + 1] = [] if new is None else new if isinstance(new, list) else [new]
    return bool(block) or field == "orelse"
