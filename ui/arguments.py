"""The words of the command line, read and explained in Vietnamese."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from models.errors import KnownError
from models.number import read_date
from models.period import Period, read_period
from models.version import VERSION
from ui.submission_commands import STEPS

PROGRAM = "./run.sh"

DESCRIPTION = """\
Theo dõi chỉ tiêu kế hoạch cải cách hành chính hằng năm.

  ./run.sh                    mở cửa sổ với tệp lần trước; lần đầu: kế hoạch mẫu
  ./run.sh TỆP.cchc           mở cửa sổ với tệp này
  ./run.sh LỆNH ...           làm một việc không cần cửa sổ"""

EXAMPLES = """\
ví dụ, từ đầu đến báo cáo:
  ./run.sh new huyen.cchc --sample
  ./run.sh export huyen.cchc so.xlsx          (sửa so.xlsx bằng Excel)
  ./run.sh import huyen.cchc so.xlsx --dry-run
  ./run.sh import huyen.cchc so.xlsx
  ./run.sh form huyen.cchc --unit CADY --period 2023-Q2 --out phieu.xlsx
  ./run.sh check huyen.cchc --period 2023-H1
  ./run.sh progress huyen.cchc --period 2023-H1 --on 2023-06-20
  ./run.sh report huyen.cchc progress --period 2023-H1 --out bao-cao.docx

Xem cách dùng một lệnh: ./run.sh LỆNH --help
Mã trả về: 0 đã làm xong; 1 không làm được, lý do in ra một câu và không có gì thay đổi; 2 gõ sai lệnh."""

PERIODS = """\
kỳ: 2023-Q1, 2023-H1 (6 tháng), 2023-9M và 2023 (cả năm) là lũy kế từ đầu năm;
    2023-Q2, 2023-Q3, 2023-Q4 là riêng một quý."""

REPORT_KINDS = """\
loại báo cáo:
    progress  kết quả thực hiện các chỉ tiêu
    periodic  công tác cải cách hành chính quý, 6 tháng, 9 tháng, năm
    onestop   giải quyết hồ sơ một cửa
    units     kết quả, xếp hạng các đơn vị
    notice    công văn đôn đốc gửi báo cáo, thực hiện chỉ tiêu
    targets   kế hoạch cải cách hành chính của năm"""

_ERRORS = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không có tham số \1"),
    (r"argument (.*?): expected one argument", r"sau \1 cần một giá trị"),
    (r"argument (.*?): not allowed with argument (.*)", r"không dùng \1 cùng với \2"),
    (r"one of the arguments (.*) is required", r"cần một trong các tùy chọn: \1"),
    (r"argument VIỆC: invalid choice: (.*?) \(choose from .*", r"không có việc \1"),
    (r"argument .*?: invalid choice: (.*?) \(choose from .*", r"không có lệnh \1"),
    (r"argument (.*?): (.*)", r"\1: \2"),
)


class _Parser(argparse.ArgumentParser):
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


def _reading(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Turn what is not readable into wrong usage."""

    def read_word(word: str) -> Any:
        try:
            return read(word)
        except KnownError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error

    return read_word


def _period(word: str) -> Period:
    return read_period(word)


def _day(word: str) -> date:
    return read_date(word)


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line: every command of the program, each with its own help."""
    top = _Parser(prog=PROGRAM, description=DESCRIPTION, epilog=EXAMPLES)
    top.add_argument("--version", action="version", version=f"cchc-targets {VERSION}", help="in số phiên bản")
    commands = top.add_subparsers(title="lệnh", metavar="LỆNH", dest="command", required=True)
    for add in _COMMANDS:
        add(commands)
    return top


def command_words() -> tuple[str, ...]:
    """Return the names of the commands."""
    return (
        *("new", "import", "export", "form", "submissions", "submission"),
        *("days-off", "progress", "remaining", "alerts", "request"),
        *("report", "report-part", "report-template", "reports", "verify", "check", "check-text"),
        "draft-targets",
    )


def _command(commands: Any, name: str, about: str, text: str = "") -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about, epilog=text)
    added.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu .cchc")
    return added


def _new(commands: Any) -> None:
    example = "ví dụ:\n  ./run.sh new huyen.cchc --sample"
    added = _command(commands, "new", "tạo tệp dữ liệu mới", example)
    added.add_argument("--sample", action="store_true", help="có sẵn kế hoạch mẫu Nam Giang 2023 với số liệu minh họa")


def _import(commands: Any) -> None:
    text = (
        "Nhập tất cả, hoặc không nhập gì: mọi ô sai được liệt kê một lần, kèm trang, dòng, cột.\n"
        "Dòng có mã đã có thì cập nhật, dòng mới thì thêm; thứ không có trong sổ được giữ nguyên.\n"
        "Mẫu sổ: dùng lệnh export trên tệp mẫu. Phiếu do lệnh form xuất ra cũng nhập bằng lệnh này.\n\n"
        "ví dụ:\n  ./run.sh import huyen.cchc so.xlsx --dry-run"
    )
    added = _command(commands, "import", "nhập một sổ Excel vào tệp dữ liệu", text)
    added.add_argument("book", metavar="SỔ.xlsx", type=Path, help="sổ Excel có các trang theo mẫu")
    added.add_argument("--dry-run", action="store_true", help="chỉ cho biết điều gì sẽ thay đổi")


def _export(commands: Any) -> None:
    text = "Nhập sổ này vào một tệp mới sẽ được đúng dữ liệu đó.\n\nví dụ:\n  ./run.sh export huyen.cchc so.xlsx"
    added = _command(commands, "export", "xuất toàn bộ dữ liệu ra một sổ Excel", text)
    added.add_argument("book", metavar="SỔ.xlsx", type=Path, help="sổ sẽ được ghi; sổ cũ cùng tên bị thay")


def _form(commands: Any) -> None:
    text = (
        "Phiếu là một sổ Excel để đơn vị điền và gửi lại: ô ghi có kiểm tra, quý trước đặt cạnh, số đã có điền sẵn.\n"
        "Phiếu gửi lại thì nhập bằng lệnh import. Với --all, --out là thư mục chứa phiếu của mọi đơn vị phải báo cáo.\n"
        "Kỳ phải là một quý: 2023-Q1, 2023-Q2, 2023-Q3 hoặc 2023-Q4.\n\n"
        "ví dụ:\n  ./run.sh form huyen.cchc --unit CADY --period 2023-Q2 --out phieu.xlsx\n"
        "  ./run.sh form huyen.cchc --all --period 2023-Q2 --out phieu-quy-2\n"
        "  ./run.sh import huyen.cchc phieu.xlsx"
    )
    added = _command(commands, "form", "xuất phiếu báo cáo quý của một đơn vị, hoặc của mọi đơn vị", text)
    whose = added.add_mutually_exclusive_group(required=True)
    whose.add_argument("--unit", metavar="MÃ", help="phiếu của một đơn vị")
    whose.add_argument("--all", action="store_true", help="phiếu của mọi đơn vị phải báo cáo trong quý")
    added.add_argument("--period", metavar="QUÝ", type=_reading(_period), required=True, help="ví dụ 2023-Q2")
    added.add_argument("--plan", metavar="MÃ", help="mã kế hoạch; mặc định: bản đang có hiệu lực trong quý")
    added.add_argument("--blank", action="store_true", help="để trống cả những ô đã có số")
    added.add_argument(
        "--out",
        metavar="ĐÍCH",
        type=Path,
        required=True,
        help="tệp .xlsx; với --all: thư mục; phiếu cũ cùng tên bị thay",
    )


def _submissions(commands: Any) -> None:
    text = "ví dụ:\n  ./run.sh submissions huyen.cchc --period 2023-Q2 --on 2023-06-26"
    added = _command(commands, "submissions", "xem đơn vị nào đã gửi phiếu của quý, trễ bao nhiêu ngày làm việc", text)
    _asked(added, "2023-Q2")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _submission(commands: Any) -> None:
    text = (
        "\n".join(f"  {step:<7} {words}" for step, words in STEPS.items())
        + "\n\nví dụ:\n  ./run.sh submission huyen.cchc submit --unit CADY --period 2023-Q2\n"
        '  ./run.sh submission huyen.cchc return --unit CADY --period 2023-Q2 --reason "CQS-02 lệch 1.000"'
    )
    added = _command(commands, "submission", "gửi, trả lại, tiếp nhận hoặc mở lại phiếu của một đơn vị", text)
    added.add_argument("step", metavar="VIỆC", choices=tuple(STEPS), help=", ".join(STEPS))
    added.add_argument("--unit", metavar="MÃ", required=True, help="đơn vị của phiếu")
    added.add_argument("--reason", metavar="LÝ DO", default="", help="vì sao trả lại hoặc mở lại")
    _asked(added, "2023-Q2")


def _asked(added: argparse.ArgumentParser, period: str = "2023-H1") -> None:
    added.add_argument("--period", metavar="KỲ", type=_reading(_period), required=True, help=f"ví dụ {period}")
    added.add_argument("--plan", metavar="MÃ", help="mã kế hoạch; mặc định: bản đang có hiệu lực trong kỳ")
    added.add_argument(
        "--on",
        metavar="NGÀY",
        type=_reading(_day),
        default=None,
        help="tính đến ngày, ví dụ 2023-06-20; mặc định hôm nay",
    )


def _alerts(commands: Any) -> None:
    about = "xem việc cần làm: phiếu sắp đến hạn, quá hạn; giải trình được yêu cầu; mức không thể đạt nữa"
    added = _command(commands, "alerts", about, f"{PERIODS}\n\nví dụ:\n  ./run.sh alerts huyen.cchc --period 2023-H1")
    _asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ việc của đơn vị này và các đơn vị cấp dưới")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _request(commands: Any) -> None:
    text = (
        "Yêu cầu hiện ở trang nhập số liệu và trên phiếu của đơn vị; đơn vị nêu nguyên nhân sau đó là đã trả lời.\n"
        "Không có --indicator: liệt kê các yêu cầu của kỳ.\n\n"
        "ví dụ:\n  ./run.sh request huyen.cchc --indicator TTHC-01 --unit CADY --period 2023-H1 --due 2023-06-30"
    )
    added = _command(commands, "request", "yêu cầu một đơn vị giải trình một chỉ tiêu, rút lại, hoặc liệt kê", text)
    _asked(added)
    for name, what in (("--indicator", "chỉ tiêu"), ("--unit", "đơn vị")):
        added.add_argument(name, metavar="MÃ", help=f"{what} phải giải trình")
    added.add_argument("--note", metavar="LỜI", default="", help="lãnh đạo hỏi điều gì")
    added.add_argument("--due", metavar="NGÀY", type=_reading(_day), help="hạn giải trình, ví dụ 2023-06-30")
    added.add_argument("--withdraw", action="store_true", help="rút lại yêu cầu")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _progress(commands: Any) -> None:
    text = (
        f"{PERIODS}\n\nví dụ:\n  ./run.sh progress huyen.cchc --period 2023-H1\n"
        "  ./run.sh progress huyen.cchc --period 2023-H1 --by-unit --csv > theo-don-vi.csv"
    )
    added = _command(commands, "progress", "so kết quả với chỉ tiêu, xếp từ đáng lo nhất", text)
    _asked(added)
    whose = added.add_mutually_exclusive_group()
    whose.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    whose.add_argument("--by-unit", action="store_true", help="từng đơn vị phải báo cáo")
    form = added.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")
    form.add_argument("--csv", action="store_true", help="in CSV, cùng các trường như JSON")


def _remaining(commands: Any) -> None:
    text = (
        "Từng chỉ tiêu: còn cần bao nhiêu để đạt mức cả năm, dự kiến còn phát sinh bao nhiêu và dựa vào đâu, mỗi ngày\n"
        "làm việc và mỗi đơn vị phải làm bao nhiêu, còn đạt được hay không, ước cả năm, và số đơn vị ít nhất đủ để bù\n"
        "phần thiếu của kỳ. Cách tính: docs/figures.md, mục 9.\n\n"
        f"{PERIODS}\n\nví dụ:\n  ./run.sh remaining huyen.cchc --period 2023-H1 --on 2023-06-20"
    )
    added = _command(commands, "remaining", "xem còn phải làm bao nhiêu để đạt chỉ tiêu cả năm", text)
    _asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _days_off(commands: Any) -> None:
    text = (
        "Ngày lễ của Việt Nam (kể cả Tết) và thứ bảy, chủ nhật đã được tính; ở đây chỉ nêu những ngày khác đi:\n"
        "nghỉ thêm, hoặc làm bù. Lời của đơn vị cấp trên áp dụng cho cả cấp dưới, trừ khi cấp dưới nêu khác.\n"
        "Không có --add, --work, --remove: liệt kê các ngày đã nêu.\n\n"
        "ví dụ:\n  ./run.sh days-off huyen.cchc\n"
        '  ./run.sh days-off huyen.cchc --add 2023-05-02 --note "Nghỉ bù"\n'
        "  ./run.sh days-off huyen.cchc --work 2023-05-06\n  ./run.sh days-off huyen.cchc --remove 2023-05-02"
    )
    added = _command(commands, "days-off", "xem, thêm, bỏ ngày nghỉ và ngày làm bù của một đơn vị", text)
    added.add_argument("--unit", metavar="MÃ", help="đơn vị; mặc định: đơn vị của kế hoạch")
    what = added.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NGÀY", type=_reading(_day), help="ngày này nghỉ")
    what.add_argument("--work", metavar="NGÀY", type=_reading(_day), help="ngày này làm việc")
    what.add_argument("--remove", metavar="NGÀY", type=_reading(_day), help="bỏ điều đã nêu về ngày này")
    added.add_argument("--note", metavar="LÝ DO", default="", help="ghi chú cho --add, --work")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _report(commands: Any) -> None:
    text = (
        f"{PERIODS}\n\n{REPORT_KINDS}\n\n"
        "ví dụ:\n  ./run.sh report huyen.cchc progress --period 2023-H1 --out bao-cao.docx\n"
        "  ./run.sh report huyen.cchc progress --period 2023-H1 --out bao-cao.docx --pdf"
    )
    added = _command(commands, "report", "lập báo cáo Word theo thể thức Nghị định 30/2020/NĐ-CP", text)
    added.add_argument("kind", metavar="LOẠI", help="loại báo cáo, như liệt kê ở dưới")
    _asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    added.add_argument("--out", metavar="X.docx", type=Path, required=True, help="tệp .docx, hoặc chỉ tệp .pdf")
    added.add_argument("--pdf", action="store_true", help="ghi thêm tệp .pdf cùng tên bên cạnh tệp Word")
    added.add_argument(
        "--issue", action="store_true", help="phát hành: không còn dấu dự thảo, giữ nguyên bản trong tệp dữ liệu"
    )


def _report_part(commands: Any) -> None:
    text = (
        "Có những phần chỉ người biết: văn bản chỉ đạo, tuyên truyền, kiến nghị... Chúng được giữ trong tệp dữ liệu,\n"
        "riêng cho từng loại báo cáo và kỳ. Không có --part: liệt kê các phần, phần nào đã viết. Mỗi dòng là một\n"
        "đoạn; dòng bắt đầu bằng - hoặc + là một ý. --text rỗng: bỏ phần đã viết.\n\n"
        "ví dụ:\n  ./run.sh report-part huyen.cchc periodic --period 2023-H1\n"
        '  ./run.sh report-part huyen.cchc periodic --period 2023-H1 --part proposals --text "Không có."\n'
        "  ./run.sh report-part huyen.cchc periodic --period 2023-H1 --part communication --from tuyen-truyen.txt"
    )
    added = _command(commands, "report-part", "xem, viết các phần của báo cáo mà số liệu không nói được", text)
    added.add_argument("kind", metavar="LOẠI", help="loại báo cáo có phần tự viết, ví dụ periodic")
    added.add_argument("--period", metavar="KỲ", type=_reading(_period), required=True, help="ví dụ 2023-H1")
    added.add_argument("--unit", metavar="MÃ", help="báo cáo của một đơn vị; mặc định: của cả kế hoạch")
    added.add_argument("--plan", metavar="MÃ", help="mã kế hoạch; mặc định: bản đang có hiệu lực trong kỳ")
    added.add_argument("--part", metavar="PHẦN", help="một phần; mặc định: liệt kê mọi phần")
    content = added.add_mutually_exclusive_group()
    content.add_argument("--text", metavar="NỘI DUNG", help="nội dung cần ghi vào phần đó")
    content.add_argument(
        "--from", metavar="TỆP.txt", dest="source", type=Path, help="lấy nội dung từ tệp văn bản UTF-8"
    )
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _report_template(commands: Any) -> None:
    text = (
        "Mẫu là một tệp .docx của cơ quan (biểu trưng, kiểu chữ, lề...) có các ô nội dung mang tên cchc:... để phần\n"
        "mềm điền; bắt buộc có ô cchc:than-van-ban. Không có tùy chọn nào: liệt kê các mẫu đã đặt.\n"
        "Mẫu có macro, đối tượng nhúng, liên kết ra ngoài hay trường tự nạp dữ liệu bị từ chối.\n\n"
        "ví dụ:\n  ./run.sh report-template --example mau.docx        (sửa mau.docx bằng Word)\n"
        "  ./run.sh report-template huyen.cchc --set mau.docx\n"
        "  ./run.sh report-template huyen.cchc --set mau-bc.docx --kind progress"
    )
    about = "đặt, xem, ghi ra hoặc bỏ mẫu văn bản riêng của cơ quan"
    added: argparse.ArgumentParser = commands.add_parser("report-template", help=about, description=about, epilog=text)
    added.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="tệp dữ liệu .cchc")
    what = added.add_mutually_exclusive_group()
    what.add_argument("--set", metavar="MẪU.docx", type=Path, help="đặt làm mẫu; mẫu cũ bị thay")
    what.add_argument("--save", metavar="X.docx", type=Path, help="ghi mẫu đang dùng ra tệp")
    what.add_argument("--remove", action="store_true", help="bỏ mẫu, trở lại thể thức có sẵn")
    what.add_argument("--example", metavar="X.docx", type=Path, help="ghi một mẫu ví dụ có đủ các ô (không cần TỆP)")
    added.add_argument("--kind", metavar="LOẠI", help="chỉ cho một loại báo cáo; mặc định: chung cho mọi loại")
    added.add_argument("--unit", metavar="MÃ", help="đơn vị có mẫu; mặc định: đơn vị duy nhất có kế hoạch trong tệp")


def _reports(commands: Any) -> None:
    text = (
        "ví dụ:\n  ./run.sh reports huyen.cchc\n  ./run.sh reports huyen.cchc --open 3 --out bao-cao.docx\n"
        "  ./run.sh reports huyen.cchc --compare 3 5"
    )
    added = _command(commands, "reports", "xem, lấy lại, so sánh các báo cáo đã lập, đã phát hành", text)
    what = added.add_mutually_exclusive_group()
    what.add_argument("--open", metavar="SỐ", type=int, help="ghi lại báo cáo có số này, đúng như khi lập")
    what.add_argument("--compare", metavar="SỐ", type=int, nargs=2, help="những con số mà hai báo cáo nêu khác nhau")
    added.add_argument("--out", metavar="X.docx", type=Path, default=Path("bao-cao.docx"), help="tệp Word của --open")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _verify(commands: Any) -> None:
    about = "đối chiếu một báo cáo, kể cả đã sửa bằng Word, với số khi lập và số liệu hiện nay"
    text = (
        "Liệt kê từng con số bị sửa tay (câu, số cũ, số mới) và từng con số có số liệu đổi sau khi lập (ai, khi nào).\n"
        "Trả về 0 khi đã đối chiếu được, dù có thấy khác hay không.\n\n"
        "ví dụ:\n  ./run.sh verify bao-cao.docx huyen.cchc"
    )
    added: argparse.ArgumentParser = commands.add_parser("verify", help=about, description=about, epilog=text)
    added.add_argument("report", metavar="X.docx", type=Path, help="báo cáo do phần mềm lập, kể cả đã sửa và lưu lại")
    added.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu .cchc")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _check(commands: Any) -> None:
    text = (
        "Trước hết xem tệp có nguyên vẹn không, rồi xét các quy tắc cân đối (trang Quy tắc) và những số\n"
        "không thể đúng. Trả về 0 khi đã kiểm tra được, dù có thấy sai lệch hay không.\n\n"
        f"{PERIODS}\n\nví dụ:\n  ./run.sh check huyen.cchc --period 2023-Q1"
    )
    added = _command(commands, "check", "kiểm tra tệp và các quy tắc cân đối số liệu", text)
    added.add_argument(
        "--period", metavar="KỲ", type=_reading(_period), help="chỉ kỳ này; mặc định: mọi quý có số liệu"
    )
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _check_text(commands: Any) -> None:
    about = "tính lại các tổng và tỷ lệ mà một báo cáo nêu ra"
    text = (
        "Đọc lời văn và bảng của báo cáo: tổng = các phần, n/m và tỷ lệ của nó, trước hạn + đúng hạn + quá hạn,\n"
        "dòng và cột Tổng. Có TỆP .cchc thì so thêm với số liệu đã nhập của kỳ (mặc định: kỳ ghi trong báo cáo,\n"
        "không có thì quý gần nhất có số liệu). Trả về 0 khi đã đọc được, dù có thấy sai lệch hay không.\n\n"
        f"{PERIODS}\n\nví dụ:\n  ./run.sh check-text bao-cao.docx\n"
        "  ./run.sh check-text bao-cao.docx huyen.cchc --period 2023-H1 --json"
    )
    added: argparse.ArgumentParser = commands.add_parser("check-text", help=about, description=about, epilog=text)
    added.add_argument("text", metavar="BÁO_CÁO", type=Path, help="tệp văn bản UTF-8 hoặc Word (.docx)")
    added.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="tệp dữ liệu .cchc để so với số đã nhập")
    added.add_argument("--period", metavar="KỲ", type=_reading(_period), help="kỳ để so với số đã nhập, ví dụ 2023-H1")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _draft_targets(commands: Any) -> None:
    about = "đề xuất chỉ tiêu từ văn bản kế hoạch"
    text = (
        "Đọc lời văn và bảng của kế hoạch, đề xuất từng chỉ tiêu kèm câu gốc: chỉ số, mức phải đạt, đơn vị tính,\n"
        "phạm vi, thời hạn và điều cần xem lại. Chỉ in ra, không ghi gì vào tệp dữ liệu.\n\n"
        "ví dụ:\n  ./run.sh draft-targets ke-hoach.docx\n  ./run.sh draft-targets - --json < ke-hoach.txt"
    )
    added: argparse.ArgumentParser = commands.add_parser("draft-targets", help=about, description=about, epilog=text)
    added.add_argument(
        "text", metavar="KẾ_HOẠCH", type=Path, help="tệp văn bản UTF-8, tệp Word (.docx), hoặc - (stdin)"
    )
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def window_file(words: Sequence[str]) -> Path | None:
    """Return the file that a window is asked for, None for the last one; a wrong command ends the program."""
    if not words:
        return None
    if len(words) > 1 or (not words[0].endswith(".cchc") and not Path(words[0]).exists()):
        sys.stderr.write(f"Sai cách dùng: không có lệnh “{words[0]}”. Xem: {PROGRAM} --help\n")
        raise SystemExit(2)
    return Path(words[0])


_COMMANDS = (
    *(_new, _import, _export, _form, _submissions, _submission),
    *(_days_off, _progress, _remaining, _alerts, _request),
    *(_report, _report_part, _report_template, _reports, _verify, _check, _check_text),
    _draft_targets,
)
