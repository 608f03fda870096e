"""The store's bench compares numbers before it measures: on a small file it does so in the suite too."""

from pathlib import Path

import pytest

from bench import store
from bench.files import Size


@pytest.mark.slow
def test_ours_and_hand_written_sql_return_the_same_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SIZES", ((Size("small", 2, 6), 1),))
    lines = list(store.measured(tmp_path))
    assert len(lines) == 7
    assert all(each.ours > 0 and each.floor > 0 for each in lines)
    assert 0 < store.peak_memory(tmp_path / "small.cchc", "T01") < 20
