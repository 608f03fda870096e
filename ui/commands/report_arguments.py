"""The commands about reports: made, written into, kept, held against their data."""

import argparse
from pathlib import Path
from typing import Any

from ui.commands.words import PERIODS, asked, command, period, reading

REPORT_KINDS = """\
loại báo cáo:
    progress  kết quả thực hiện các chỉ tiêu
    periodic  công tác cải cách hành chính quý, 6 tháng, 9 tháng, năm
    onestop   giải quyết hồ sơ một cửa
    units     kết quả, xếp hạng các đơn vị
    notice    công văn đôn đốc gửi báo cáo, thực hiện chỉ tiêu
    targets   kế hoạch cải cách hành chính của năm"""


def report(commands: Any) -> None:
    """Add the command that makes a report."""
    text = (
        f"{PERIODS}\n\n{REPORT_KINDS}\n\n"
        "ví dụ:\n  ./run.sh report huyen.cchc progress --period 2023-H1 --out bao-cao.docx\n"
        "  ./run.sh report huyen.cchc progress --period 2023-H1 --out bao-cao.docx --pdf"
    )
    added = command(commands, "report", "lập báo cáo Word theo thể thức Nghị định 30/2020/NĐ-CP", text)
    added.add_argument("kind", metavar="LOẠI", help="loại báo cáo, như liệt kê ở dưới")
    asked(added)
    added.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị và các đơn vị dưới nó")
    added.add_argument("--out", metavar="X.docx", type=Path, required=True, help="tệp .docx, hoặc chỉ tệp .pdf")
    added.add_argument("--pdf", action="store_true", help="ghi thêm tệp .pdf cùng tên bên cạnh tệp Word")
    added.add_argument(
        "--issue", action="store_true", help="phát hành: không còn dấu dự thảo, giữ nguyên bản trong tệp dữ liệu"
    )


def report_part(commands: Any) -> None:
    """Add the command that lists, reads and writes the parts people write."""
    text = (
        "Có những phần chỉ người biết: văn bản chỉ đạo, tuyên truyền, kiến nghị... Chúng được giữ trong tệp dữ liệu,\n"
        "riêng cho từng loại báo cáo và kỳ. Không có --part: liệt kê các phần, phần nào đã viết. Mỗi dòng là một\n"
        "đoạn; dòng bắt đầu bằng - hoặc + là một ý. --text rỗng: bỏ phần đã viết.\n\n"
        "ví dụ:\n  ./run.sh report-part huyen.cchc periodic --period 2023-H1\n"
        '  ./run.sh report-part huyen.cchc periodic --period 2023-H1 --part proposals --text "Không có."\n'
        "  ./run.sh report-part huyen.cchc periodic --period 2023-H1 --part communication --from tuyen-truyen.txt"
    )
    added = command(commands, "report-part", "xem, viết các phần của báo cáo mà số liệu không nói được", text)
    added.add_argument("kind", metavar="LOẠI", help="loại báo cáo có phần tự viết, ví dụ periodic")
    added.add_argument("--period", metavar="KỲ", type=reading(period), required=True, help="ví dụ 2023-H1")
    added.add_argument("--unit", metavar="MÃ", help="báo cáo của một đơn vị; mặc định: của cả kế hoạch")
    added.add_argument("--plan", metavar="MÃ", help="mã kế hoạch; mặc định: bản đang có hiệu lực trong kỳ")
    added.add_argument("--part", metavar="PHẦN", help="một phần; mặc định: liệt kê mọi phần")
    content = added.add_mutually_exclusive_group()
    content.add_argument("--text", metavar="NỘI DUNG", help="nội dung cần ghi vào phần đó")
    content.add_argument(
        "--from", metavar="TỆP.txt", dest="source", type=Path, help="lấy nội dung từ tệp văn bản UTF-8"
    )
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def report_template(commands: Any) -> None:
    """Add the command about an office's own template."""
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


def reports(commands: Any) -> None:
    """Add the command that lists, opens and compares what was made."""
    text = (
        "ví dụ:\n  ./run.sh reports huyen.cchc\n  ./run.sh reports huyen.cchc --open 3 --out bao-cao.docx\n"
        "  ./run.sh reports huyen.cchc --compare 3 5"
    )
    added = command(commands, "reports", "xem, lấy lại, so sánh các báo cáo đã lập, đã phát hành", text)
    what = added.add_mutually_exclusive_group()
    what.add_argument("--open", metavar="SỐ", type=int, help="ghi lại báo cáo có số này, đúng như khi lập")
    what.add_argument("--compare", metavar="SỐ", type=int, nargs=2, help="những con số mà hai báo cáo nêu khác nhau")
    added.add_argument("--out", metavar="X.docx", type=Path, help="tệp Word của --open; mặc định bao-cao-SỐ.docx")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def verify(commands: Any) -> None:
    """Add the command that holds a report against its data."""
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
