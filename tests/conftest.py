import pytest


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the files in tests/goldens")


@pytest.fixture
def update(request):
    return request.config.getoption("--update")
