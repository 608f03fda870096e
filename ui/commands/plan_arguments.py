"""The words of the commands plans and plan."""

from typing import Any

from ui.commands.words import command, day, reading
from ui.plan_steps import SETS, STEPS


def plans(commands: Any) -> None:
    """Add the command that lists plans."""
    text = "ví dụ:\n  ./run.sh plans huyen.cchc"
    added = command(commands, "plans", "liệt kê các kế hoạch, bản và tình trạng của từng bản", text)
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc")


def plan(commands: Any) -> None:
    """Add the command that issues, replaces, copies, compares, puts away and deletes plans."""
    text = (
        "\n".join(f"  {step:<8} {words}" for step, words in STEPS.items())
        + "\n\nví dụ:\n"
        + "  ./run.sh plan huyen.cchc new --plan KH-2024 --year 2024 --set six-areas --set indices\n"
        '  ./run.sh plan huyen.cchc issue --plan KH-2023 --number "12/KH-UBND" --on 2023-02-16\n'
        "  ./run.sh plan huyen.cchc replace --plan KH-2023 --code KH-2023-2\n"
        "  ./run.sh plan huyen.cchc compare --plan KH-2023 --with KH-2023-2\n"
        "  ./run.sh plan huyen.cchc copy --plan KH-2023 --year 2024"
    )
    added = command(commands, "plan", "lập, ban hành, thay thế, chép, so sánh, lưu trữ hoặc xóa một kế hoạch", text)
    added.add_argument("step", metavar="VIỆC", choices=tuple(STEPS), help=", ".join(STEPS))
    added.add_argument("--plan", metavar="MÃ", required=True, help="mã kế hoạch")
    added.add_argument("--number", metavar="SỐ", default="", help="số ký hiệu của văn bản ban hành (issue)")
    added.add_argument("--on", metavar="NGÀY", type=reading(day), help="ngày ban hành (issue); mặc định hôm nay")
    added.add_argument("--code", metavar="MÃ", help="mã của kế hoạch mới (replace, copy); mặc định: mã tiếp theo")
    added.add_argument("--year", metavar="NĂM", type=int, help="năm của kế hoạch mới (new, copy)")
    added.add_argument("--unit", metavar="MÃ", help="đơn vị có kế hoạch (new); mặc định: đơn vị không có cấp trên")
    added.add_argument("--name", metavar="TÊN", default="", help="tên kế hoạch (new)")
    words = f"bộ chỉ tiêu có sẵn để bắt đầu (new), nêu nhiều lần được: {', '.join(SETS)}"
    added.add_argument("--set", metavar="BỘ", dest="sets", action="append", default=[], choices=SETS, help=words)
    added.add_argument("--with", metavar="MÃ", dest="other", help="kế hoạch để so với (compare)")
    added.add_argument("--json", action="store_true", help="in JSON cho chương trình khác đọc (compare)")
