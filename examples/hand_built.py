"""A graph built by hand, evaluated, traced, and compiled: the essay this project grew from."""

import lazyad as la


def main():
    a = la.Node.with_grad(5.0)  # a leaf with real 5 and dual 1
    b = la.Node.with_no_grad(5.0)  # a leaf with real 5 and dual 0
    r = a * b  # nothing is computed yet
    print(f"{r.trace()} = {r.eval()}")

    area = la.Graph({"a": a, "b": b}, {"area": r, "diagonal": la.hypot(a, b)}, name="rectangle")
    print(f"\n{area}\n")
    rectangle = la.compile(area)
    print(rectangle.source)
    value, tangent = rectangle.jvp((3.0, 4.0), (1.0,))
    print(f"value {value}\ntangent along a {tangent}")
    for name, graph in rectangle.stages():
        print(f"{name:22} {graph!r}")


if __name__ == "__main__":
    main()
