"""Every kind of report for every sort of plan, handed to one test after another."""

import pytest

from tests.unit.reports.every_kind import CASES, Made, made


@pytest.fixture(params=CASES, ids=str, scope="session")
def report(request: pytest.FixtureRequest) -> Made:
    """One report of those that every kind is made for."""
    return made(request.param)
