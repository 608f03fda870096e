"""The jobs without a screen, as scripts call them."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from models.measure import Kind, Operator, Target
from models.period import Period
from models.plan import Indicator
from models.progress import Coverage, Pooled, Question, figure
from reports.figure_words import STATE_WORDS
from tests.sample import COUNTS, TARGETS
from tests.workbooks import make_workbook, with_actuals
from ui.commandline import main
from ui.commands.arguments import command_words
from ui.commands.figure_table import figure_lines

ROOT = Path(__file__).parents[2]
KEYS = [
    "plan", "indicator", "unit", "period", "numerator", "denominator", "value", "from_quarter", "operator", "target",
    "target_to", "gap", "state", "provisional", "reported_units", "expected_units",
]  # fmt: skip

Output = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    assert main(["new", str(path), "--sample"]) == 0
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the file of a small plan with every kind of value in it."""
    path = tmp_path / "nhỏ.cchc"
    rows = [
        ["TL", "X1", "2023-Q1", 649999, 1000000],
        ["TL", "X2", "2023-Q1", 0, 0],
        ["SL", "X1", "2023-Q1", None, None, 3],
        ["DI", "H", 2023, None, None, 79.5],
        ["HA", "H", 2022, None, None, 10],
        ["HA", "H", 2023, None, None, "9/63"],
        ["XL", "H", 2023, None, None, "Trung bình"],
        ["HT", "H", "2023-Q1", None, None, "có"],
    ]
    assert main(["new", str(path)]) == 0
    assert main(["import", str(path), str(make_workbook(tmp_path / "sổ.xlsx", with_actuals(*rows)))]) == 0
    return path


def refused(output: Output, *words: object) -> str:
    """Return the one sentence that a command says when it cannot do its job."""
    output.readouterr()
    assert main([str(word) for word in words]) == 1
    said = output.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err.strip()


def misused(output: Output, *words: object) -> str:
    output.readouterr()
    with pytest.raises(SystemExit) as caught:
        main([str(word) for word in words])
    assert caught.value.code == 2
    return output.readouterr().err.strip()


def records(output: Output, *words: object) -> list[dict[str, str | bool | None]]:
    output.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    found: list[dict[str, str | bool | None]] = json.loads(output.readouterr().out)
    return found


def run(*words: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", str(ROOT / "main.py"), *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, cwd=cwd,
    )  # fmt: skip


def test_progress_has_the_agreed_keys_in_their_order(sample: Path, capsys: Output) -> None:
    found = records(capsys, "progress", sample, "--period", "2023-H1", "--on", "2023-06-25")
    assert len(found) == TARGETS + COUNTS
    assert all(list(each) == KEYS for each in found)
    assert {each["unit"] for each in found} == {None}


def test_progress_prints_exact_numbers_words_and_nulls(small: Path, capsys: Output) -> None:
    words = ("progress", small, "--period", "2023", "--on", "2024-03-01")
    found = {each["indicator"]: each for each in records(capsys, *words)}
    assert found["TL"] == {
        "plan": "KH23",
        "indicator": "TL",
        "unit": None,
        "period": "2023",
        "numerator": "649999",
        "denominator": "1000000",
        "value": "64.9999",
        "from_quarter": None,
        "operator": ">=",
        "target": "65",
        "target_to": None,
        "gap": "-0.0001",
        "state": "near",
        "provisional": True,
        "reported_units": "0",
        "expected_units": "2",
    }
    shown = {code: [found[code][key] for key in ("value", "operator", "target", "gap", "state")] for code in found}
    assert shown["SL"] == ["3", ">=", "10", "-7", "missed"]
    assert shown["DI"] == ["79.5", ">=", "80", "-0.5", "near"]
    assert shown["HA"] == ["9", "better", "10", "1", "met"]
    assert shown["XL"] == ["Trung bình", ">=", "Khá", "-1", "missed"]
    assert shown["HT"] == ["có", "=", "có", "0", "met"]


def test_a_missed_target_never_looks_met_by_rounding(small: Path, capsys: Output, tmp_path: Path) -> None:
    rows = with_actuals(["TL", "X1", "2023-Q1", 64_999_999, 100_000_000])
    assert main(["import", str(small), str(make_workbook(tmp_path / "b.xlsx", {"Số liệu": rows["Số liệu"]}))]) == 0
    found = records(capsys, "progress", small, "--period", "2023-Q1", "--unit", "X1", "--on", "2023-04-01")
    (ratio,) = (each for each in found if each["indicator"] == "TL")
    assert (ratio["value"], ratio["gap"], ratio["state"]) == ("64.999999", "-0.000001", "near")
    assert main(["progress", str(small), "--period", "2023-Q1", "--unit", "X1", "--on", "2023-04-01"]) == 0
    (line,) = (each for each in capsys.readouterr().out.splitlines() if each.startswith("TL"))
    assert "64,999999%" in line
    assert "−0,000001" in line


def test_a_target_is_told_with_all_its_decimals(small: Path, capsys: Output, tmp_path: Path) -> None:
    rows = {
        "Giao chỉ tiêu": [
            ["Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Phép so sánh", "Mức"],
            ["KH23", "TL", "X1", 2023, "=", 33.3334],
        ],
        "Số liệu": with_actuals(["TL", "X1", "2023-Q1", 1, 3])["Số liệu"],
    }
    assert main(["import", str(small), str(make_workbook(tmp_path / "b.xlsx", rows))]) == 0
    capsys.readouterr()
    assert main(["progress", str(small), "--period", "2023-Q1", "--unit", "X1", "--on", "2023-04-01"]) == 0
    (line,) = (each for each in capsys.readouterr().out.splitlines() if each.startswith("TL"))
    assert "= 33,3334%" in line
    assert "−0,0001" in line


def test_sums_are_printed_where_nothing_arose(small: Path, capsys: Output) -> None:
    found = records(capsys, "progress", small, "--period", "2023-Q1", "--unit", "X2", "--on", "2023-04-01")
    (ratio,) = (each for each in found if each["indicator"] == "TL")
    shown = [ratio[key] for key in ("unit", "numerator", "denominator", "value", "gap", "state")]
    assert shown == ["X2", "0", "0", None, None, "not_applicable"]


def test_csv_says_the_same_as_json(sample: Path, capsys: Output) -> None:
    words = ("progress", sample, "--period", "2023-Q3", "--by-unit", "--on", "2023-10-01")
    expected = records(capsys, *words)
    assert main([*map(str, words), "--csv"]) == 0
    text = capsys.readouterr().out
    assert not text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == KEYS
    words_of: dict[object, object] = {None: "", True: "true", False: "false"}
    assert rows == [{key: words_of.get(value, value) for key, value in each.items()} for each in expected]
    assert len({each["unit"] for each in rows}) > 12


def test_the_table_for_people_never_writes_a_rank_or_grade_as_if_more_were_better(sample: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert main(["progress", str(sample), "--period", "2023-H1", "--on", "2023-06-25"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "từ Khá trở lên" in rows["CS-01"]
    assert "hơn 11" in rows["CS-02"]


def test_the_table_for_people_is_aligned_and_says_states_in_words(sample: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert main(["progress", str(sample), "--period", "2023-H1", "--on", "2023-06-25"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + TARGETS + COUNTS
    column = lines[0].index("Trạng thái")
    assert all(any(line[column:].startswith(word) for word in STATE_WORDS.values()) for line in lines[1:])
    assert "58,09%" in "\n".join(lines)
    assert "−6,91" in "\n".join(lines)


def test_asked_on_an_earlier_day_what_is_missing_is_not_due(small: Path, capsys: Output) -> None:
    words = ("progress", small, "--period", "2023-Q2", "--unit", "X2")
    for day, state in (("2023-06-20", "not_due"), ("2023-06-21", "no_data")):
        (ratio,) = (each for each in records(capsys, *words, "--on", day) if each["indicator"] == "TL")
        assert ratio["state"] == state


def test_export_then_import_into_a_new_file_gives_the_same_progress(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    book, again = tmp_path / "ra.xlsx", tmp_path / "lại.cchc"
    assert main(["export", str(sample), str(book)]) == 0
    assert main(["new", str(again)]) == 0
    assert main(["import", str(again), str(book)]) == 0
    words = ("--period", "2023", "--by-unit", "--on", "2024-01-15")
    assert records(capsys, "progress", again, *words) == records(capsys, "progress", sample, *words)


def test_a_trial_import_says_what_would_change_and_leaves_the_file_as_it_is(
    small: Path, tmp_path: Path, capsys: Output
) -> None:
    before = small.read_bytes()
    book = make_workbook(
        tmp_path / "b.xlsx", with_actuals(["TL", "X1", "2023-Q1", 1, 2], ["TL", "X1", "2023-Q2", 1, 2])
    )
    capsys.readouterr()
    assert main(["import", str(small), str(book), "--dry-run"]) == 0
    assert "Số liệu: 1 mới, 1 thay đổi, 0 giữ nguyên" in capsys.readouterr().out
    assert small.read_bytes() == before


def test_a_refused_import_lists_every_wrong_cell_and_changes_nothing(
    small: Path, tmp_path: Path, capsys: Output
) -> None:
    before = small.read_bytes()
    book = make_workbook(tmp_path / "b.xlsx", with_actuals(["TL", "X1", "2023-Q2", "1.234", "x"], ["TL", "X1", "quý"]))
    said = refused(capsys, "import", small, book).splitlines()
    assert len(said) == 4
    assert "Trang “Số liệu”, dòng 2, cột “Tử số”: thấy “1.234”" in said[1]
    assert "dòng 2, cột “Mẫu số”: thấy “x”" in said[2]
    assert "dòng 3, cột “Kỳ”: thấy “quý”" in said[3]
    assert small.read_bytes() == before


def test_what_was_not_read_of_a_workbook_is_told(small: Path, tmp_path: Path, capsys: Output) -> None:
    book = make_workbook(tmp_path / "b.xlsx", {"Ghi nhớ": [["a"]]})
    capsys.readouterr()
    assert main(["import", str(small), str(book)]) == 0
    assert "Ghi nhớ" in capsys.readouterr().out


def test_a_new_file_never_replaces_one(small: Path, capsys: Output) -> None:
    before = small.read_bytes()
    assert small.name in refused(capsys, "new", small)
    assert small.name in refused(capsys, "new", small, "--sample")
    assert small.read_bytes() == before


@pytest.mark.parametrize("command", [["check"], ["progress", "--period", "2023"], ["export", "x.xlsx"]])
def test_a_file_that_is_not_there_or_not_ours_is_refused_in_words(
    tmp_path: Path, capsys: Output, command: list[str]
) -> None:
    name, *rest = command
    assert "nope.cchc" in refused(capsys, name, tmp_path / "nope.cchc", *rest)
    (tmp_path / "a.cchc").write_text("x" * 5000)
    assert "a.cchc" in refused(capsys, name, tmp_path / "a.cchc", *rest)


def test_what_does_not_fit_the_file_is_refused_in_words(small: Path, tmp_path: Path, capsys: Output) -> None:
    assert "2025" in refused(capsys, "progress", small, "--period", "2025-Q1")
    assert "ZZ" in refused(capsys, "progress", small, "--period", "2023", "--unit", "ZZ")
    assert "KH99" in refused(capsys, "progress", small, "--period", "2023", "--plan", "KH99")
    assert "tháng" in refused(capsys, "report", small, "tháng", "--period", "2023", "--out", tmp_path / "a.docx")
    assert ".docx" in refused(capsys, "report", small, "progress", "--period", "2023", "--out", small)
    assert ".xlsx" in refused(capsys, "export", small, small)


@pytest.mark.parametrize(
    "words",
    [
        ["progress", "a.cchc"],
        ["progress", "a.cchc", "--period", "2023-Q5"],
        ["progress", "a.cchc", "--period", "2023", "--on", "31/2/2023"],
        ["progress", "a.cchc", "--period", "2023", "--unit", "X", "--by-unit"],
        ["progress", "a.cchc", "--period", "2023", "--json", "--csv"],
        ["import", "a.cchc"],
        ["export", "a.cchc"],
        ["new"],
        ["new", "a.cchc", "--smaple"],
        ["report", "a.cchc", "progress", "--period", "2023"],
        ["imprt", "a.cchc", "b.xlsx"],
        ["imprt"],
        ["--nonsense"],
        ["a.cchc", "b.cchc"],
    ],
)
def test_wrong_usage_exits_2_and_says_where_help_is(capsys: Output, words: list[str]) -> None:
    assert "--help" in misused(capsys, *words)


def test_a_missing_value_is_told_in_the_programs_language(capsys: Output) -> None:
    assert "sau --compare cần 2 giá trị" in misused(capsys, "reports", "a.cchc", "--compare", "1")


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in command_words())])
def test_help_teaches_with_an_example(capsys: Output, words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 0
    text = capsys.readouterr().out
    assert "ví dụ" in text
    assert "./run.sh" in text
    for english in ("usage:", "options:", "positional", "show this help"):
        assert english not in text


def test_a_report_is_written(sample: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "bc.docx"
    words = ["report", str(sample), "progress", "--period", "2023-H1", "--on", "2023-06-25", "--out", str(out)]
    assert main(words) == 0
    assert out.read_bytes()[:2] == b"PK"


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_report_is_written_as_word_and_pdf(sample: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "bc.docx"
    words = ["report", str(sample), "progress", "--period", "2023-H1", "--on", "2023-06-25", "--out"]
    assert main([*words, str(out), "--pdf"]) == 0
    assert out.read_bytes()[:2] == b"PK"
    assert (tmp_path / "bc.pdf").read_bytes()[:5] == b"%PDF-"
    assert main([*words, str(tmp_path / "riêng.pdf")]) == 0
    assert sorted(path.name for path in tmp_path.glob("[br]*")) == ["bc.docx", "bc.pdf", "riêng.pdf"]


def test_check_looks_at_the_file_itself_first(small: Path, capsys: Output) -> None:
    import sqlite3

    connection = sqlite3.connect(small)
    connection.execute("DROP INDEX history_of")
    connection.commit()
    connection.close()
    found = records(capsys, "check", small)
    assert found[0]["rule"] == "integrity"
    assert "history_of" in str(found[0]["message"])


def test_check_says_that_half_a_ratio_is_not_reported(small: Path, tmp_path: Path, capsys: Output) -> None:
    book = make_workbook(tmp_path / "b.xlsx", {"Số liệu": with_actuals(["TL", "X1", "2023-Q3", 5])["Số liệu"]})
    assert main(["import", str(small), str(book)]) == 0
    (found,) = records(capsys, "check", small, "--period", "2023-Q3")
    assert (found["rule"], found["unit"], found["severity"]) == ("half-a-ratio", "X1", "warning")


def test_the_commands_run_from_any_folder_and_speak_utf8(tmp_path: Path) -> None:
    done = run("new", "tệp mới.cchc", "--sample", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "tệp mới.cchc").exists()
    assert "số liệu minh họa" in done.stdout
    assert run("--version").stdout.startswith("cchc-targets ")


def test_a_reader_that_has_enough_is_no_error(sample: Path) -> None:
    words = [sys.executable, str(ROOT / "main.py"), "progress", str(sample), "--period", "2023", "--by-unit", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_bug_is_one_sentence_and_a_trace_in_the_log(
    small: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setenv("CCHC_HOME", str(tmp_path / "nhà"))
    monkeypatch.setattr("models.store.plans.plan_in_force", broken)
    assert "cchc.log" in refused(capsys, "progress", small, "--period", "2023")
    assert "ZeroDivisionError: a bug" in (tmp_path / "nhà" / "cchc.log").read_text("utf-8")


def test_a_bug_is_one_sentence_also_where_no_log_can_be_kept(
    small: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    (tmp_path / "tệp").write_text("no folder", "utf-8")
    monkeypatch.setenv("CCHC_HOME", str(tmp_path / "tệp" / "nhà"))
    monkeypatch.setattr("models.store.plans.plan_in_force", broken)
    said = refused(capsys, "progress", small, "--period", "2023")
    assert "ZeroDivisionError: a bug" in said
    assert "\n" not in said


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_is_printed_as_it_is(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/t\xe9.cchc"
    done = subprocess.run([sys.executable, ROOT / "main.py", "new", name], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert name in done.stdout
    assert os.path.exists(name)


def test_why_nothing_can_be_written_is_said_in_vietnamese(small: Path, tmp_path: Path, capsys: Output) -> None:
    book, page = tmp_path / "b.xlsx", tmp_path / "b.docx"
    book.mkdir()
    page.mkdir()
    for words in (
        ["import", small, book],
        ["export", small, book],
        ["report", small, "progress", "--period", "2023", "--out", page],
    ):
        assert "đó là một thư mục" in refused(capsys, *words)
    assert "không có thư mục đó" in refused(capsys, "export", small, tmp_path / "không có" / "b.xlsx")


def test_no_command_loads_qt_and_version_loads_nothing_heavy(sample: Path) -> None:
    code = "import sys; from ui.commandline import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    words = ["progress", str(sample), "--period", "2023", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert done.returncode == 0
    assert not loaded & {"PySide6", "openpyxl", "xlsxwriter", "docx"}
    code = "import sys; import ui.commandline, ui.commands.arguments; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    text = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    assert not {name.partition(".")[0] for name in text.split()} & {"sqlite_utils", "PySide6", "holidays", "openpyxl"}


def test_a_target_that_looks_back_at_a_year_without_a_figure_says_so_in_the_table() -> None:
    better = Indicator("KH", "K", "", "Vị thứ", Kind.RANK, target=Target(Operator.BETTER), scale=Decimal(63))
    due, year = date(2023, 12, 20), Period(2023)
    lines = [
        list(figure_lines([figure(asked, Pooled(value=Decimal(30), reported=1), Coverage(1, 1))], ()))[1]
        for asked in (
            Question("KH", better, None, year, better.target, due, due, Decimal(5), last_year=last)
            for last in (None, Fraction(40))
        )
    ]
    assert "so với năm 2022, chưa có số" in lines[0]
    assert "chưa có số" not in lines[1]
