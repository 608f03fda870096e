"""The words of the command line, read and explained in Vietnamese."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.version import VERSION
from ui.commands.plan_arguments import plan, plans
from ui.commands.report_arguments import report, report_part, report_template, reports, verify
from ui.commands.submissions import STEPS
from ui.commands.words import PERIODS, Parser, asked, command, day, period, reading

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


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line: every command of the program, each with its own help."""
    top = Parser(prog=PROGRAM, description=DESCRIPTION, epilog=EXAMPLES)
    top.add_argument("--version", action="version", version=f"cchc-targets {VERSION}", help="in số phiên bản")
    commands = top.add_subparsers(title="lệnh", metavar="LỆNH", dest="command", required=True)
    for add in _COMMANDS:
        add(commands)
    return top


def command_words() -> tuple[str, ...]:
    """Return the names of the commands."""
    return (
        *("new", "import", "export", "form", "submissions", "submission"),
        *("plans", "plan", "units", "unit-events", "days-off"),
        *("progress", "remaining", "alerts", "request"),
        *("report", "report-part", "report-template", "reports", "verify", "check", "check-text"),
        "draft-targets",
    )


def _new(commands: Any) -> None:
    example = "ví dụ:\n  ./run.sh new huyen.cchc --sample"
    added = command(commands, "new", "tạo tệp dữ liệu mới", example)
    added.add_argument("--sample", action="store_true", help="có sẵn kế hoạch mẫu Nam Giang 2023 với số liệu minh họa")
    added.add_argument(
        "--merged", action="store_true", help="cùng --sample: thêm đợt sắp xếp xã ngày 1/7/2025 và số liệu đến 2025"
    )


def _import(commands: Any) -> None:
    text = (
        "Nhập tất cả, hoặc không nhập gì: mọi ô sai được liệt kê một lần, kèm trang, dòng, cột.\n"
        "Dòng có mã đã có thì cập nhật, dòng mới thì thêm; thứ không có trong sổ được giữ nguyên.\n"
        "Mẫu sổ: dùng lệnh export trên tệp mẫu. Phiếu do lệnh form xuất ra cũng nhập bằng lệnh này.\n\n"
        "ví dụ:\n  ./run.sh import huyen.cchc so.xlsx --dry-run"
    )
    added = command(commands, "import", "nhập một sổ Excel vào tệp dữ liệu", text)
    added.add_argument("book", metavar="SỔ.xlsx", type=Path, help="sổ Excel có các trang theo mẫu")
    added.add_argument("--dry-run", action="store_true", help="chỉ cho biết điều gì sẽ thay đổi")


def _export(commands: Any) -> None:
    text = "Nhập sổ này vào một tệp mới sẽ được đúng dữ liệu đó.\n\nví dụ:\n  ./run.sh export huyen.cchc so.xlsx"
    added = command(commands, "export", "xuất toàn bộ dữ liệu ra một sổ Excel", text)
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
    added = command(commands, "form", "xuất phiếu báo cáo quý của một đơn vị, hoặc của mọi đơn vị", text)
    whose = added.add_mutually_exclusive_group(required=True)
    whose.add_argument("--unit", metavar="MÃ", help="phiếu của một đơn vị")
    whose.add_argument("--all", action="store_true", help="phiếu của mọi đơn vị phải báo cáo trong quý")
    added.add_argument("--period", metavar="QUÝ", type=reading(period), required=True, help="ví dụ 2023-Q2")
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
    added = command(commands, "submissions", "xem đơn vị nào đã gửi phiếu của quý, trễ bao nhiêu ngày làm việc", text)
    asked(added, "2023-Q2")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _submission(commands: Any) -> None:
    text = (
        "\n".join(f"  {step:<7} {words}" for step, words in STEPS.items())
        + "\n\nví dụ:\n  ./run.sh submission huyen.cchc submit --unit CADY --period 2023-Q2\n"
        '  ./run.sh submission huyen.cchc return --unit CADY --period 2023-Q2 --reason "CQS-02 lệch 1.000"'
    )
    added = command(commands, "submission", "gửi, trả lại, tiếp nhận hoặc mở lại phiếu của một đơn vị", text)
    added.add_argument("step", metavar="VIỆC", choices=tuple(STEPS), help=", ".join(STEPS))
    added.add_argument("--unit", metavar="MÃ", required=True, help="đơn vị của phiếu")
    added.add_argument("--reason", metavar="LÝ DO", default="", help="vì sao trả lại hoặc mở lại")
    asked(added, "2023-Q2")


def _alerts(commands: Any) -> None:
    about = "xem việc cần làm: phiếu sắp đến hạn, quá hạn; giải trình được yêu cầu; mức không thể đạt nữa"
    added = command(commands, "alerts", about, f"{PERIODS}\n\nví dụ:\n  ./run.sh alerts huyen.cchc --period 2023-H1")
    asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ việc của đơn vị này và các đơn vị cấp dưới")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _request(commands: Any) -> None:
    text = (
        "Yêu cầu hiện ở trang nhập số liệu và trên phiếu của đơn vị; đơn vị nêu nguyên nhân sau đó là đã trả lời.\n"
        "Không có --indicator: liệt kê các yêu cầu của kỳ.\n\n"
        "ví dụ:\n  ./run.sh request huyen.cchc --indicator TTHC-01 --unit CADY --period 2023-H1 --due 2023-06-30"
    )
    added = command(commands, "request", "yêu cầu một đơn vị giải trình một chỉ tiêu, rút lại, hoặc liệt kê", text)
    asked(added)
    for name, what in (("--indicator", "chỉ tiêu"), ("--unit", "đơn vị")):
        added.add_argument(name, metavar="MÃ", help=f"{what} phải giải trình")
    added.add_argument("--note", metavar="LỜI", default="", help="lãnh đạo hỏi điều gì")
    added.add_argument("--due", metavar="NGÀY", type=reading(day), help="hạn giải trình, ví dụ 2023-06-30")
    added.add_argument("--withdraw", action="store_true", help="rút lại yêu cầu")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _progress(commands: Any) -> None:
    text = (
        f"{PERIODS}\n\nví dụ:\n  ./run.sh progress huyen.cchc --period 2023-H1\n"
        "  ./run.sh progress huyen.cchc --period 2023-H1 --by-unit --csv > theo-don-vi.csv\n"
        "  ./run.sh progress xa.cchc --period 2025 --units today   (số của đơn vị cũ cộng vào đơn vị hiện nay)"
    )
    added = command(commands, "progress", "so kết quả với chỉ tiêu, xếp từ đáng lo nhất", text)
    asked(added)
    whose = added.add_mutually_exclusive_group()
    whose.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    whose.add_argument("--by-unit", action="store_true", help="từng đơn vị phải báo cáo")
    added.add_argument(
        "--units",
        choices=("reported", "today"),
        default="reported",
        metavar="CÁCH",
        help="reported (mặc định): theo đơn vị lúc báo cáo; today: theo đơn vị hiện nay (của ngày --on)",
    )
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
    added = command(commands, "remaining", "xem còn phải làm bao nhiêu để đạt chỉ tiêu cả năm", text)
    asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _units(commands: Any) -> None:
    text = (
        "Cây đơn vị vào một ngày; đơn vị không còn hoặc chưa có vào ngày đó nằm ở cuối.\n\n"
        "ví dụ:\n  ./run.sh units huyen.cchc\n  ./run.sh units huyen.cchc --on 2025-07-01 --json"
    )
    added = command(commands, "units", "xem cây đơn vị vào một ngày", text)
    added.add_argument("--on", metavar="NGÀY", type=reading(day), help="ngày xem, ví dụ 2025-07-01; mặc định hôm nay")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _unit_events(commands: Any) -> None:
    text = (
        "Sáp nhập, chia tách, đổi tên, giải thể, chuyển: từ đâu, thành gì, căn cứ; và những điều chưa khớp với danh\n"
        "sách đơn vị. Nhập bằng sổ Excel (trang Đơn vị, Sự kiện đơn vị, Tỷ lệ chia tách) hoặc trong cửa sổ.\n"
        "Cách tính số liệu qua các sự kiện: docs/figures.md, mục 16.\n\nví dụ:\n  ./run.sh unit-events huyen.cchc"
    )
    added = command(commands, "unit-events", "xem sáp nhập, chia tách, đổi tên, giải thể, chuyển đơn vị", text)
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
    added = command(commands, "days-off", "xem, thêm, bỏ ngày nghỉ và ngày làm bù của một đơn vị", text)
    added.add_argument("--unit", metavar="MÃ", help="đơn vị; mặc định: đơn vị của kế hoạch")
    what = added.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NGÀY", type=reading(day), help="ngày này nghỉ")
    what.add_argument("--work", metavar="NGÀY", type=reading(day), help="ngày này làm việc")
    what.add_argument("--remove", metavar="NGÀY", type=reading(day), help="bỏ điều đã nêu về ngày này")
    added.add_argument("--note", metavar="LÝ DO", default="", help="ghi chú cho --add, --work")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def _check(commands: Any) -> None:
    text = (
        "Trước hết xem tệp có nguyên vẹn không, rồi xét các quy tắc cân đối (trang Quy tắc) và những số\n"
        "không thể đúng. Trả về 0 khi đã kiểm tra được, dù có thấy sai lệch hay không.\n\n"
        f"{PERIODS}\n\nví dụ:\n  ./run.sh check huyen.cchc --period 2023-Q1"
    )
    added = command(commands, "check", "kiểm tra tệp và các quy tắc cân đối số liệu", text)
    added.add_argument("--period", metavar="KỲ", type=reading(period), help="chỉ kỳ này; mặc định: mọi quý có số liệu")
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
    added.add_argument("--period", metavar="KỲ", type=reading(period), help="kỳ để so với số đã nhập, ví dụ 2023-H1")
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
    *(plans, plan, _units, _unit_events, _days_off, _progress, _remaining, _alerts, _request),
    *(report, report_part, report_template, reports, verify),
    *(_check, _check_text, _draft_targets),
)
