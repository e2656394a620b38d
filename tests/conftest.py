import gc

import pytest


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the files in tests/goldens")


def pytest_collection_finish():
    """What all tests share is not looked through again at each collection of garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def update(request):
    return request.config.getoption("--update")
