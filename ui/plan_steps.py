"""What can be done to a plan without a screen. The command line reads this before the window: it imports nothing."""

ONE_STOP = "one-stop"
SETS = ("six-areas", "indices", "decision-766", ONE_STOP)

STEPS = {
    "new": "lập kế hoạch mới của năm --year, có thể bắt đầu với các bộ chỉ tiêu --set",
    "issue": "ban hành: số và ngày của văn bản; bản thay thế có hiệu lực từ ngày đó",
    "replace": "lập bản thay thế trong năm, chép mọi mức; bản cũ còn hiệu lực đến khi bản mới ban hành",
    "copy": "lập kế hoạch năm khác, giữ mã chỉ tiêu, chuyển ngày tháng",
    "compare": "so với kế hoạch nêu ở --with: chỉ tiêu, mức, nhiệm vụ thêm, bỏ, đổi",
    "archive": "lưu trữ: giữ nguyên, không dùng để đánh giá khi năm đó còn kế hoạch khác",
    "restore": "đưa kế hoạch đã lưu trữ trở lại",
    "delete": "xóa bản đang soạn; đã có số liệu thì giữ một bản sao của tệp trước",
}
