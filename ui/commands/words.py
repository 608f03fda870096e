"""What every command of the command line is read with: one parser in Vietnamese, its days and periods."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from models.errors import KnownError
from models.number import read_date
from models.period import Period, read_period

PERIODS = """\
kỳ: 2023-Q1, 2023-H1 (6 tháng), 2023-9M và 2023 (cả năm) là lũy kế từ đầu năm;
    2023-Q2, 2023-Q3, 2023-Q4 là riêng một quý."""

_ERRORS = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không có tham số \1"),
    (r"argument (.*?): expected one argument", r"sau \1 cần một giá trị"),
    (r"argument (.*?): expected (\d+) arguments", r"sau \1 cần \2 giá trị"),
    (r"argument (.*?): not allowed with argument (.*)", r"không dùng \1 cùng với \2"),
    (r"one of the arguments (.*) is required", r"cần một trong các tùy chọn: \1"),
    (r"argument VIỆC: invalid choice: (.*?) \(choose from .*", r"không có việc \1"),
    (r"argument .*?: invalid choice: (.*?) \(choose from .*", r"không có lệnh \1"),
    (r"argument (.*?): (.*)", r"\1: \2"),
)


class Parser(argparse.ArgumentParser):
    """Says in Vietnamese how a command is used, and what is wrong with one."""

    def __init__(self, **settings: Any) -> None:
        settings |= {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}
        super().__init__(**settings)
        self._positionals.title, self._optionals.title = "tham số", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in trang này")

    def error(self, message: str) -> NoReturn:
        for pattern, words in _ERRORS:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        self.exit(2, f"Sai cách dùng: {message}. Xem: {self.prog} --help\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


def reading(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Turn what is not readable into wrong usage."""

    def read_word(word: str) -> Any:
        try:
            return read(word)
        except KnownError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error

    return read_word


def period(word: str) -> Period:
    """Read a period; raises KnownError."""
    return read_period(word)


def day(word: str) -> date:
    """Read a day; raises KnownError."""
    return read_date(word)


def command(commands: Any, name: str, about: str, text: str = "") -> argparse.ArgumentParser:
    """Add a command on a data file, and return what its own words are added to."""
    added: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about, epilog=text)
    added.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu .cchc")
    return added


def asked(added: argparse.ArgumentParser, example: str = "2023-H1") -> None:
    """Add what is asked of a plan: period, plan and day."""
    added.add_argument("--period", metavar="KỲ", type=reading(period), required=True, help=f"ví dụ {example}")
    added.add_argument("--plan", metavar="MÃ", help="mã kế hoạch; mặc định: bản đang có hiệu lực trong kỳ")
    added.add_argument(
        "--on",
        metavar="NGÀY",
        type=reading(day),
        default=None,
        help="tính đến ngày, ví dụ 2023-06-20; mặc định hôm nay",
    )
