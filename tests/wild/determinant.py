"""Determinants of matrices as lists of lists, by two factorizations.

G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition, Johns Hopkins University
Press: algorithms 3.4.1 (LU with partial pivoting) and 5.2.1 (Householder QR).
"""

import math


def det_lu(matrix):
    """Gaussian elimination, the largest pivot of each column first."""
    a = [list(row) for row in matrix]
    n = len(a)
    det = 1.0
    for k in range(n):
        p = k
        for i in range(k + 1, n):
            if abs(a[i][k]) > abs(a[p][k]):
                p = i
        if a[p][k] == 0:
            return 0.0
        if p != k:
            a[k], a[p] = a[p], a[k]
            det = -det
        det *= a[k][k]
        for i in range(k + 1, n):
            factor = a[i][k] / a[k][k]
            for j in range(k + 1, n):
                a[i][j] -= factor * a[k][j]
    return det


def det_householder(matrix):
    """Reflect each column onto its diagonal; every reflection's own determinant is -1."""
    a = [list(row) for row in matrix]
    n = len(a)
    det = 1.0
    for k in range(n - 1):
        norm = math.sqrt(sum(a[i][k] ** 2 for i in range(k, n)))
        if norm == 0:
            return 0.0
        diagonal = -norm if a[k][k] > 0 else norm
        v = [a[i][k] for i in range(k, n)]
        v[0] -= diagonal
        squared = sum(x * x for x in v)
        for j in range(k + 1, n):
            scale = 2 * sum(v[i - k] * a[i][j] for i in range(k, n)) / squared
            for i in range(k, n):
                a[i][j] -= scale * v[i - k]
        det *= -diagonal
    return det * a[n - 1][n - 1]
