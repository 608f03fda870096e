<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>form of {quarter}, {filled} of {expected} cells filled</source>
        <translation>phiếu {quarter}, đã có số ở {filled}/{expected} ô</translation>
    </message>
    <message>
        <source>at the pace expected</source>
        <translation>theo nhịp dự kiến</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>the year is over, reports are still to come</source>
        <translation>năm đã kết thúc, còn chờ báo cáo</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>To be explained</source>
        <translation>Cần giải trình</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Không thể đạt</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục khác</translation>
    </message>
    <message>
        <source>Tasks that are overdue: {names}{when}.</source>
        <translation>Nhiệm vụ quá hạn: {names}{when}.</translation>
    </message>
    <message>
        <source>Tasks that are due soon: {names}{when}.</source>
        <translation>Nhiệm vụ sắp đến hạn: {names}{when}.</translation>
    </message>
    <message>
        <source>Explanations are asked for: {names}{when}.</source>
        <translation>Giải trình theo yêu cầu của lãnh đạo: {names}{when}.</translation>
    </message>
    <message>
        <source>The year is over, late reports will hardly do: {names}.</source>
        <translation>Năm đã kết thúc, báo cáo còn lại khó đủ để đạt mức: {names}.</translation>
    </message>
    <message>
        <source>Cannot be met within the year at the pace expected: {names}.</source>
        <translation>Không thể đạt mức trong năm theo nhịp dự kiến: {names}.</translation>
    </message>
    <message>
        <source>The year is over, targets not met: {names}.</source>
        <translation>Năm đã kết thúc, không đạt mức: {names}.</translation>
    </message>
    <message>
        <source>Cannot be met within the year any more: {names}.</source>
        <translation>Không còn khả năng đạt mức trong năm: {names}.</translation>
    </message>
    <message>
        <source>The form of {period} is to be sent by {names}{when}.</source>
        <translation>Gửi phiếu {period}: {names}{when}.</translation>
    </message>
    <message>
        <source>{unit} (now {heirs})</source>
        <translation>{unit} (nay là {heirs})</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>To be done now</source>
        <translation>Việc cần làm ngay</translation>
    </message>
    <message>
        <source>Nothing has to be done now.</source>
        <translation>Không có việc gì cần làm ngay.</translation>
    </message>
    <message numerus="yes">
        <source>All (%n)</source>
        <translation>
            <numerusform>Tất cả (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Made from the figures of what is looked at; Enter leads to the place.</source>
        <translation>Lập từ số liệu đang xem; Enter dẫn đến chỗ cần làm.</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>target</source>
        <translation>mức</translation>
    </message>
    <message>
        <source>lacking</source>
        <translation>thiếu</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vượt</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>hạng</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>change</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>forecast: the rest goes as this year&apos;s mean</source>
        <translation>dự báo: các quý còn lại như bình quân năm nay</translation>
    </message>
    <message>
        <source>forecast: the rest goes as last year&apos;s same quarters</source>
        <translation>dự báo: các quý còn lại như cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>forecast: last year&apos;s same quarters, moved by this year&apos;s change so far</source>
        <translation>dự báo: như cùng kỳ năm trước, cộng mức hơn kém của năm nay</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>từ {low} đến {high}</translation>
    </message>
    <message>
        <source>the latest value counts: no forecast</source>
        <translation>lấy giá trị mới nhất: không dự báo</translation>
    </message>
    <message>
        <source>figures as of a day: no forecast</source>
        <translation>số thời điểm: không dự báo</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>mức {target}</translation>
    </message>
    <message>
        <source>forecast {value}</source>
        <translation>dự báo {value}</translation>
    </message>
    <message>
        <source>cannot be reached at the pace expected</source>
        <translation>không thể đạt theo nhịp dự kiến</translation>
    </message>
    <message>
        <source>not reached, the year is over</source>
        <translation>không đạt, năm đã kết thúc</translation>
    </message>
    <message>
        <source>cannot be reached within the year</source>
        <translation>không thể đạt trong năm</translation>
    </message>
    <message>
        <source>to reach it: {share} of the {noun} still to come</source>
        <translation>muốn đạt: {share} số {noun} còn lại</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>trường hợp</translation>
    </message>
    <message>
        <source>to reach it: {amount} more</source>
        <translation>muốn đạt: còn {amount}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Tử số</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Units reported</source>
        <translation>Đơn vị đã báo cáo</translation>
    </message>
    <message>
        <source>“Nearly met”: short by at most {percent}% of the target</source>
        <translation>“Gần đạt”: thiếu không quá {percent}% của mức</translation>
    </message>
    <message>
        <source>{coverage} units have reported, where fewest did</source>
        <translation>{coverage} đơn vị đã báo cáo ở chỉ tiêu có ít nhất</translation>
    </message>
    <message>
        <source>illustrative figures</source>
        <translation>số liệu minh họa</translation>
    </message>
    <message>
        <source>asked on {day}</source>
        <translation>ngày xem {day}</translation>
    </message>
</context>
<context>
    <name>AnalysisHead</name>
    <message>
        <source>Analysis</source>
        <translation>Phân tích</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Sao chép ảnh</translation>
    </message>
    <message>
        <source>Export Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>All four</source>
        <translation>Bốn khung</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không</translation>
    </message>
    <message>
        <source>today&apos;s</source>
        <translation>hiện nay</translation>
    </message>
    <message>
        <source>as reported</source>
        <translation>lúc báo cáo</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Gap</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Xu hướng</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Toàn bộ</translation>
    </message>
    <message>
        <source>%, {period} · – not applicable · * provisional</source>
        <translation>%, {period} · – không áp dụng · * tạm tính</translation>
    </message>
    <message>
        <source>{whole} with the units of before · {rest}</source>
        <translation>{whole} gồm cả đơn vị cũ · {rest}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The program ended unexpectedly last time; what was saved is whole. Details: {path}</source>
        <translation>Lần trước phần mềm dừng đột ngột; những gì đã lưu vẫn nguyên vẹn. Chi tiết: {path}</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Có trục trặc</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; what was saved is whole.</source>
        <translation>Phần mềm gặp trục trặc; những gì đã lưu vẫn nguyên vẹn.</translation>
    </message>
    <message>
        <source>Go on working, or start the program again. The details are in the log.</source>
        <translation>Có thể làm việc tiếp hoặc mở lại phần mềm. Chi tiết nằm trong tệp nhật ký.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Ask {unit} to explain {code}</source>
        <translation>Yêu cầu {unit} giải trình {code}</translation>
    </message>
    <message>
        <source>Withdraw the question about {code}</source>
        <translation>Rút yêu cầu giải trình {code}</translation>
    </message>
</context>
<context>
    <name>AssignmentModel</name>
    <message>
        <source>Whole plan</source>
        <translation>Toàn kế hoạch</translation>
    </message>
    <message>
        <source>{unit} is not asked for {indicator}</source>
        <translation>{unit} không được giao {indicator}</translation>
    </message>
    <message>
        <source>{unit}, {indicator}: {target} (as the plan)</source>
        <translation>{unit}, {indicator}: {target} (theo kế hoạch)</translation>
    </message>
    <message>
        <source>{unit}, {indicator}: {target} (its own)</source>
        <translation>{unit}, {indicator}: {target} (mức riêng)</translation>
    </message>
    <message>
        <source>{target}; softer than the plan&apos;s</source>
        <translation>{target}; thấp hơn mức của kế hoạch</translation>
    </message>
</context>
<context>
    <name>AssignmentsTab</name>
    <message>
        <source>Ask / do not ask this unit</source>
        <translation>Giao / không giao đơn vị này</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… và %n điều khác</numerusform>
        </translation>
    </message>
    <message>
        <source>{problem} The old value was kept.</source>
        <translation>{problem} Giá trị cũ được giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Targets for</source>
        <translation>&amp;Mức của kỳ</translation>
    </message>
    <message>
        <source>Period of the targets</source>
        <translation>Kỳ của các mức</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>bold: its own · grey: as the plan · ▾ softer than the plan · empty: not asked</source>
        <translation>đậm: mức riêng · xám: theo kế hoạch · ▾ thấp hơn kế hoạch · trống: không giao</translation>
    </message>
    <message>
        <source>Targets of units</source>
        <translation>Mức giao cho đơn vị</translation>
    </message>
    <message>
        <source>Nothing was taken in: {problems}</source>
        <translation>Chưa ghi ô nào: {problems}</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>BasesTable</name>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số ký hiệu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>Thêm văn bản</translation>
    </message>
</context>
<context>
    <name>BeforeExport</name>
    <message>
        <source>Issue the report</source>
        <translation>Phát hành báo cáo</translation>
    </message>
    <message>
        <source>Before the export</source>
        <translation>Trước khi xuất</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>Việc còn bỏ ngỏ</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Phát hành</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>Xuất Word</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are still open in the report. They do not stop it.</source>
        <translation>
            <numerusform>Báo cáo còn %n điểm cần xem lại; vẫn làm tiếp được.</numerusform>
        </translation>
    </message>
    <message>
        <source>An issued report is kept in the data file for good, as it reads now; later figures do not change it.</source>
        <translation>Báo cáo phát hành được giữ nguyên trong tệp dữ liệu đúng như lúc này; số liệu sửa về sau không làm báo cáo thay đổi.</translation>
    </message>
</context>
<context>
    <name>BlockActions</name>
    <message>
        <source>There is nothing in what was copied.</source>
        <translation>Trong phần đã chép không có số nào.</translation>
    </message>
    <message>
        <source>{count} cells ({lines} x {columns}) into {unit}, {quarter}, from {cell} on</source>
        <translation>{count} ô ({lines} dòng x {columns} cột) vào {unit}, {quarter}, từ ô {cell}</translation>
    </message>
    <message>
        <source>The form was changed meanwhile; nothing was written. Paste once more.</source>
        <translation>Phiếu đã đổi trong lúc xem trước nên chưa ghi gì; hãy dán lại.</translation>
    </message>
    <message>
        <source>and {count} more cells; nothing was pasted.</source>
        <translation>và {count} ô khác; chưa dán ô nào.</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Forms of {quarter}: who has sent what</source>
        <translation>Tình hình gửi phiếu {quarter}</translation>
    </message>
    <message>
        <source>Forms of all units</source>
        <translation>Phiếu báo cáo của các đơn vị</translation>
    </message>
    <message>
        <source>No unit&apos;s form is like this.</source>
        <translation>Không có phiếu nào như vậy.</translation>
    </message>
    <message>
        <source>Show the form</source>
        <translation>Mở phiếu</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>What was sent…</source>
        <translation>Bản đã gửi…</translation>
    </message>
    <message>
        <source>List of units to press…</source>
        <translation>Lập danh sách đôn đốc…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Find a unit; tone marks are not needed</source>
        <translation>Tìm đơn vị, không cần dấu</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>{plan} · due {date} ({left}) · as of {day}</source>
        <translation>{plan} · hạn {date} ({left}) · tính đến {day}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Tất cả {count}</translation>
    </message>
    <message>
        <source>Not sent {count}</source>
        <translation>Chưa gửi {count}</translation>
    </message>
    <message>
        <source>Late {count}</source>
        <translation>Trễ hạn {count}</translation>
    </message>
    <message>
        <source>Sent {count}</source>
        <translation>Đã gửi {count}</translation>
    </message>
    <message>
        <source>Taken in {count}</source>
        <translation>Đã tiếp nhận {count}</translation>
    </message>
    <message>
        <source>Returned {count}</source>
        <translation>Trả lại {count}</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Ngày gửi</translation>
    </message>
    <message>
        <source>Late (working days)</source>
        <translation>Trễ (ngày làm việc)</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Reason of the return</source>
        <translation>Lý do trả lại</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Closest to the target</source>
        <translation>Sát mức nhất</translation>
    </message>
    <message>
        <source>Nothing can be held against a target yet.</source>
        <translation>Chưa có chỉ tiêu nào so được với mức.</translation>
    </message>
    <message>
        <source>Enter {quarter}</source>
        <translation>Nhập số liệu {quarter}</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Why the figure is right</source>
        <translation>Vì sao số liệu này đúng</translation>
    </message>
    <message>
        <source>Reason for accepting the figure</source>
        <translation>Lý do chấp nhận số liệu</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>Take back the acceptance</source>
        <translation>Bỏ chấp nhận</translation>
    </message>
    <message>
        <source>Accepted: {reason}</source>
        <translation>Đã chấp nhận: {reason}</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>Chưa có gì để kiểm tra.</translation>
    </message>
    <message>
        <source>Say why the figure is right.</source>
        <translation>Hãy ghi lý do chấp nhận.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>What is going to happen</source>
        <translation>Những gì sẽ được ghi</translation>
    </message>
    <message>
        <source>Check of the sums</source>
        <translation>Kiểm tra tổng số</translation>
    </message>
    <message>
        <source>{unit} ends on {day}.</source>
        <translation>{unit} thôi hoạt động sau ngày {day}.</translation>
    </message>
    <message>
        <source>{unit} goes on beside the new ones.</source>
        <translation>{unit} tiếp tục hoạt động bên cạnh đơn vị mới.</translation>
    </message>
    <message>
        <source>{unit} ({code}) begins on {day}.</source>
        <translation>{unit} ({code}) bắt đầu từ ngày {day}.</translation>
    </message>
    <message>
        <source>Under {superior} from {day}: {units}.</source>
        <translation>Về dưới {superior} từ ngày {day}: {units}.</translation>
    </message>
</context>
<context>
    <name>CheckedLines</name>
    <message>
        <source>another line</source>
        <translation>thêm dòng khác</translation>
    </message>
    <message>
        <source>Another line: {name}</source>
        <translation>Thêm dòng: {name}</translation>
    </message>
    <message>
        <source>Add the line</source>
        <translation>Thêm dòng</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Not written yet: {part}</source>
        <translation>Chưa viết: {part}</translation>
    </message>
    <message>
        <source>{count} parts are not written yet</source>
        <translation>Còn {count} phần chưa viết</translation>
    </message>
    <message>
        <source>All {count} units have reported</source>
        <translation>Cả {count} đơn vị đã báo cáo đủ</translation>
    </message>
    <message>
        <source>Nothing sent by {units}: the report says “provisional, {done}/{all}”</source>
        <translation>Chưa có số liệu của {units}: báo cáo ghi “tạm tính, {done}/{all} đơn vị”</translation>
    </message>
    <message>
        <source>Only a part sent by {units}: the report says “provisional, {done}/{all}”</source>
        <translation>Còn thiếu một phần số liệu của {units}: báo cáo ghi “tạm tính, {done}/{all} đơn vị”</translation>
    </message>
    <message>
        <source>{indicator} of {unit} cannot be right ({parts}): no rate is printed</source>
        <translation>{indicator} của {unit} cần kiểm tra ({parts}): báo cáo không in tỷ lệ</translation>
    </message>
    <message>
        <source>{indicator} missed its target and has no cause</source>
        <translation>{indicator} chưa đạt mà chưa có nguyên nhân</translation>
    </message>
    <message>
        <source>{indicator} missed its target and has no remedy</source>
        <translation>{indicator} chưa đạt mà chưa có giải pháp</translation>
    </message>
    <message>
        <source>Every missed target has its cause and remedy</source>
        <translation>Chỉ tiêu chưa đạt đều có nguyên nhân, giải pháp</translation>
    </message>
    <message>
        <source>Holds sample figures: the report says “số liệu minh họa”</source>
        <translation>Có số liệu minh họa: báo cáo ghi “số liệu minh họa”</translation>
    </message>
    <message>
        <source>Symbol, signer&apos;s position or recipients are blank</source>
        <translation>Còn trống ký hiệu, chức vụ người ký hoặc nơi nhận</translation>
    </message>
    <message>
        <source>The signer&apos;s name is left blank</source>
        <translation>Họ tên người ký để trống</translation>
    </message>
    <message>
        <source>{names} and {rest} more</source>
        <translation>{names} và {rest} đơn vị khác</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Print the form</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>Write a blank form</source>
        <translation>Xuất phiếu để trống</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Nhập tệp…</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message>
        <source>Paste what was copied in Excel, from the current cell on (Ctrl+V)</source>
        <translation>Dán phần đã sao chép trong Excel, bắt đầu từ ô đang chọn (Ctrl+V)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Làm lại (Ctrl+Y)</translation>
    </message>
    <message>
        <source>All {count} cells</source>
        <translation>Tất cả {count} ô</translation>
    </message>
    <message>
        <source>Still empty {count}</source>
        <translation>Còn trống {count}</translation>
    </message>
    <message>
        <source>Warnings {count}</source>
        <translation>Cảnh báo {count}</translation>
    </message>
    <message>
        <source>To explain {count}</source>
        <translation>Cần giải trình {count}</translation>
    </message>
</context>
<context>
    <name>ColumnBar</name>
    <message>
        <source>What the column is for</source>
        <translation>Cột dùng làm gì</translation>
    </message>
    <message>
        <source>Indicator of the column</source>
        <translation>Chỉ tiêu của cột</translation>
    </message>
    <message>
        <source>Unit of the column</source>
        <translation>Đơn vị của cột</translation>
    </message>
    <message>
        <source>Period of the column</source>
        <translation>Kỳ của cột</translation>
    </message>
    <message>
        <source>One-stop column</source>
        <translation>Cột một cửa</translation>
    </message>
    <message>
        <source>indicator: as the row says</source>
        <translation>chỉ tiêu: theo dòng</translation>
    </message>
    <message>
        <source>unit: as the row says</source>
        <translation>đơn vị: theo dòng</translation>
    </message>
    <message>
        <source>no one-stop column</source>
        <translation>không phải cột một cửa</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Cột {name}</translation>
    </message>
    <message>
        <source>period: as the row says</source>
        <translation>kỳ: theo dòng</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>người nhập chọn không lấy</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Khi gửi</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Từ đó đến nay</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>đã thay đổi</translation>
    </message>
    <message>
        <source>as sent</source>
        <translation>như khi gửi</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Previous period (Ctrl+Shift+PgUp)</source>
        <translation>Kỳ trước (Ctrl+Shift+PgUp)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Next period (Ctrl+Shift+PgDn)</source>
        <translation>Kỳ sau (Ctrl+Shift+PgDn)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Illustrative figures</source>
        <translation>Số liệu minh họa</translation>
    </message>
    <message>
        <source>No data file is open</source>
        <translation>Chưa mở tệp dữ liệu nào</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>bản {number}</translation>
    </message>
    <message>
        <source>No reporting unit</source>
        <translation>Không có đơn vị báo cáo</translation>
    </message>
    <message numerus="yes">
        <source>All (%n unit(s))</source>
        <translation>
            <numerusform>Toàn bộ (%n đơn vị)</numerusform>
        </translation>
    </message>
    <message>
        <source>{plan} (put away)</source>
        <translation>{plan} (đã lưu trữ)</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>End the correction</source>
        <translation>Thôi đính chính</translation>
    </message>
    <message>
        <source>Each change is kept as a correction: {reason}</source>
        <translation>Mỗi thay đổi được ghi là đính chính: {reason}</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>The plan was issued</source>
        <translation>Kế hoạch đã ban hành</translation>
    </message>
    <message>
        <source>A &amp;correction of this version, with a reason that is kept</source>
        <translation>Đính &amp;chính bản này, có lý do được lưu lại</translation>
    </message>
    <message>
        <source>A &amp;new version that replaces it from the day it is issued</source>
        <translation>Lập bản &amp;mới, thay thế bản này từ ngày ban hành</translation>
    </message>
    <message>
        <source>{code} ({document}) was issued; reports that left go by it. How is this change to be made?</source>
        <translation>{code} ({document}) đã ban hành; các báo cáo đã phát hành theo bản này. Thay đổi theo cách nào?</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Say why: the reason is kept with the plan.</source>
        <translation>Hãy nêu lý do: lý do được lưu cùng kế hoạch.</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>Show only these; once more: all</source>
        <translation>Chỉ hiện các chỉ tiêu này; bấm lần nữa: hiện tất cả</translation>
    </message>
</context>
<context>
    <name>Creating</name>
    <message>
        <source>New plan {code}</source>
        <translation>Kế hoạch mới {code}</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Day, as d/m/yyyy</source>
        <translation>Ngày, ghi ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
</context>
<context>
    <name>DaysOffTable</name>
    <message>
        <source>Days off and make-up working days of the office</source>
        <translation>Ngày nghỉ và ngày làm bù của cơ quan</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Thêm ngày</translation>
    </message>
    <message>
        <source>{day} is far from {year}, the year of the plan.</source>
        <translation>Ngày {day} cách xa năm {year} của kế hoạch.</translation>
    </message>
    <message>
        <source>Type {first} or {second}.</source>
        <translation>Hãy gõ {first} hoặc {second}.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>nghỉ</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>làm việc</translation>
    </message>
</context>
<context>
    <name>DecisionDelegate</name>
    <message>
        <source>Accept</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy lại</translation>
    </message>
</context>
<context>
    <name>DispatchCard</name>
    <message>
        <source>As is customary</source>
        <translation>Theo thông lệ</translation>
    </message>
    <message>
        <source>Own template…</source>
        <translation>Mẫu của cơ quan…</translation>
    </message>
    <message>
        <source>Built-in one</source>
        <translation>Dùng mẫu có sẵn</translation>
    </message>
    <message>
        <source>Word template: {name}</source>
        <translation>Mẫu Word: {name}</translation>
    </message>
    <message>
        <source>Word template: built in, by Decree 30</source>
        <translation>Mẫu Word: có sẵn, theo Nghị định 30</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Kính gửi</translation>
    </message>
    <message>
        <source>&amp;Recipients</source>
        <translation>Nơi nhậ&amp;n</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>N&amp;gười ký</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>Thẩm &amp;quyền</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>left blank until it is signed</source>
        <translation>để trống đến khi ký</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>Ký hiệ&amp;u</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>Địa &amp;danh</translation>
    </message>
    <message>
        <source>&amp;Drafted by</source>
        <translation>&amp;Soạn thảo</translation>
    </message>
    <message>
        <source>S&amp;uperior agency</source>
        <translation>Cơ quan chủ &amp;quản</translation>
    </message>
    <message>
        <source>&amp;Issuing agency</source>
        <translation>Cơ quan &amp;ban hành</translation>
    </message>
    <message>
        <source>Kept for this office and this kind of report. The number is left open for the clerk.</source>
        <translation>Lưu cho đơn vị và loại báo cáo này. Số văn bản để trống cho văn thư.</translation>
    </message>
    <message>
        <source>Take back what this office has said of its own for this kind of report</source>
        <translation>Bỏ phần đơn vị đã chọn riêng cho loại báo cáo này</translation>
    </message>
    <message>
        <source>another…</source>
        <translation>khác…</translation>
    </message>
</context>
<context>
    <name>Dispatching</name>
    <message>
        <source>What stands around the report</source>
        <translation>Thể thức báo cáo</translation>
    </message>
    <message>
        <source>One line at least must be ticked.</source>
        <translation>Phải chọn ít nhất một dòng.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Attach a document by its number</source>
        <translation>Đính kèm văn bản theo số, ký hiệu</translation>
    </message>
    <message>
        <source>such as 123/BC-UBND</source>
        <translation>ví dụ 123/BC-UBND</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Số, ký hiệu</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>d/m/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Proposal at place {place}</source>
        <translation>Đề xuất ở chỗ {place}</translation>
    </message>
    <message>
        <source>a new indicator</source>
        <translation>một chỉ tiêu mới</translation>
    </message>
    <message>
        <source>&amp;Accept as</source>
        <translation>&amp;Nhận thành</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Another indicator of the plan has this code.</source>
        <translation>Một chỉ tiêu khác của kế hoạch đã dùng mã này.</translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>Place</source>
        <translation>Chỗ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Clarity</source>
        <translation>Độ rõ</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>chờ nhận</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>Sets the target of {code}, which the plan has</source>
        <translation>Đặt mức cho {code} đang có trong kế hoạch</translation>
    </message>
    <message>
        <source>Enter accepts, E edits, Delete refuses</source>
        <translation>Enter để nhận, E để sửa, Delete để bỏ</translation>
    </message>
</context>
<context>
    <name>DraftTable</name>
    <message>
        <source>Proposals</source>
        <translation>Đề xuất</translation>
    </message>
</context>
<context>
    <name>DraftingActions</name>
    <message>
        <source>This plan was replaced by {code}; what you accept changes the old version.</source>
        <translation>Kế hoạch này đã được {code} thay thế; mục được nhận sẽ đổi bản cũ.</translation>
    </message>
    <message>
        <source>The plan was issued ({document}): you are asked how, before anything is accepted.</source>
        <translation>Kế hoạch đã ban hành ({document}): trước khi nhận, phần mềm sẽ hỏi là đính chính hay bản mới.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard; copy the plan&apos;s text first.</source>
        <translation>Chưa có chữ nào được chép; hãy chép nội dung kế hoạch trước rồi dán.</translation>
    </message>
    <message>
        <source>Plans in Word or plain text</source>
        <translation>Kế hoạch dạng Word hoặc văn bản thuần</translation>
    </message>
    <message>
        <source>Open the plan&apos;s text</source>
        <translation>Mở văn bản kế hoạch</translation>
    </message>
    <message>
        <source>This is the text that is being worked on.</source>
        <translation>Đây chính là văn bản đang soạn.</translation>
    </message>
    <message>
        <source>Text of the plan</source>
        <translation>Văn bản kế hoạch</translation>
    </message>
    <message>
        <source>“{grade}” is not a grade of this plan; add it under “About the plan” first.</source>
        <translation>“{grade}” không có trong thang xếp loại của kế hoạch; hãy thêm ở thẻ “Thông tin kế hoạch” trước.</translation>
    </message>
    <message>
        <source>Accepted: {codes}</source>
        <translation>Nhận: {codes}</translation>
    </message>
    <message>
        <source>Refused: place {place}</source>
        <translation>Bỏ đề xuất ở chỗ {place}</translation>
    </message>
    <message>
        <source>Taken back: place {place}</source>
        <translation>Lấy lại đề xuất ở chỗ {place}</translation>
    </message>
</context>
<context>
    <name>DraftingPanel</name>
    <message>
        <source>Draft from a text</source>
        <translation>Soạn từ văn bản</translation>
    </message>
    <message>
        <source>Open Word</source>
        <translation>Mở Word</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Dán chữ</translation>
    </message>
    <message>
        <source>Fold away</source>
        <translation>Gấp lại</translation>
    </message>
    <message>
        <source>Open the plan&apos;s Word file, paste its text, or drop the file here. Each number that sets a target becomes a proposal; nothing enters the plan before you accept it.</source>
        <translation>Mở tệp Word của kế hoạch, dán nội dung, hoặc kéo tệp thả vào đây. Mỗi con số đặt ra một mức sẽ thành một đề xuất; chưa nhận thì chưa có gì vào kế hoạch.</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Đề xuất</translation>
    </message>
    <message>
        <source>Numbers of the text that gave no proposal; press to go through them</source>
        <translation>Các con số của văn bản chưa thành đề xuất; bấm để xem lần lượt</translation>
    </message>
    <message>
        <source>reading the text…</source>
        <translation>đang đọc văn bản…</translation>
    </message>
    <message>
        <source>{count} numbers left over</source>
        <translation>còn {count} số</translation>
    </message>
    <message>
        <source>{targets} targets read in {places} places</source>
        <translation>đọc được {targets} mức chỉ tiêu trong {places} chỗ</translation>
    </message>
    <message>
        <source>no target was found in this text</source>
        <translation>không thấy mức chỉ tiêu nào trong văn bản</translation>
    </message>
    <message>
        <source>{accepted} accepted   {waiting} waiting</source>
        <translation>{accepted} đã nhận   {waiting} chờ</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} cần xem kỹ</translation>
    </message>
    <message>
        <source>Accept the clear ones ({count})</source>
        <translation>Nhận các mục “rõ” ({count})</translation>
    </message>
</context>
<context>
    <name>EarlierValues</name>
    <message>
        <source>Before {day} reported by {units}.</source>
        <translation>Trước ngày {day} do {units} báo cáo.</translation>
    </message>
    <message>
        <source>Four only</source>
        <translation>Chỉ 4 quý</translation>
    </message>
    <message>
        <source>Twelve quarters</source>
        <translation>Xem 12 quý</translation>
    </message>
    <message>
        <source>Too few values for a lowest and a highest.</source>
        <translation>Chưa đủ số liệu để nêu mức thấp nhất, cao nhất.</translation>
    </message>
    <message>
        <source>Lowest {low} ({when_low}), highest {high} ({when_high})</source>
        <translation>Thấp nhất {low} ({when_low}), cao nhất {high} ({when_high})</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Q.{number} {year}</source>
        <translation>Q.{number} {year}</translation>
    </message>
</context>
<context>
    <name>EntryChecks</name>
    <message>
        <source>Numerator</source>
        <translation>Tử số</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Illustrative figure; typing over it makes it real</source>
        <translation>Số liệu minh họa; nhập đè thành số thật</translation>
    </message>
    <message>
        <source>{rule}: {left} {operator} {right}</source>
        <translation>{rule}: {left} {operator} {right}</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>tử số</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>mẫu số</translation>
    </message>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
    <message>
        <source>numerator above denominator</source>
        <translation>tử số lớn hơn mẫu số</translation>
    </message>
    <message>
        <source>one part of a ratio missing</source>
        <translation>thiếu một vế của tỷ lệ</translation>
    </message>
    <message>
        <source>value off its scale</source>
        <translation>giá trị vượt thang đo</translation>
    </message>
    <message>
        <source>more than the whole it is part of</source>
        <translation>lớn hơn chỉ tiêu cha</translation>
    </message>
    <message>
        <source>jump against the quarter before</source>
        <translation>tăng, giảm nhiều so với quý trước</translation>
    </message>
    <message>
        <source>jump against the same quarter of last year</source>
        <translation>tăng, giảm nhiều so với cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>outside the unit&apos;s usual range</source>
        <translation>ngoài khoảng thường gặp của đơn vị</translation>
    </message>
    <message>
        <source>Only one part of the ratio is there: it is not reported yet</source>
        <translation>Mới có một trong hai số của tỷ lệ: chưa tính là đã báo cáo</translation>
    </message>
    <message>
        <source>Nothing occurred in the quarter: not applicable</source>
        <translation>Không phát sinh trong quý: không áp dụng</translation>
    </message>
    <message>
        <source>Numerator {numerator} is not above denominator {denominator}</source>
        <translation>Tử số {numerator} không lớn hơn mẫu số {denominator}</translation>
    </message>
    <message>
        <source>Numerator {numerator} is above denominator {denominator} (off by {difference})</source>
        <translation>Tử số {numerator} lớn hơn mẫu số {denominator} (lệch {difference})</translation>
    </message>
    <message>
        <source>The plan&apos;s list of grades has no “{grade}”</source>
        <translation>Thang xếp loại của kế hoạch không có “{grade}”</translation>
    </message>
    <message>
        <source>{value} is off the scale, which ends at {end}</source>
        <translation>{value} vượt thang đo, cao nhất là {end}</translation>
    </message>
    <message>
        <source>{part} is the same as in {quarter}</source>
        <translation>{part} bằng {quarter}</translation>
    </message>
    <message>
        <source>{part} rose by {percent} on {quarter}</source>
        <translation>{part} tăng {percent} so với {quarter}</translation>
    </message>
    <message>
        <source>{part} fell by {percent} on {quarter}</source>
        <translation>{part} giảm {percent} so với {quarter}</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
</context>
<context>
    <name>EntryGrid</name>
    <message>
        <source>Names of the rows</source>
        <translation>Tên các dòng</translation>
    </message>
</context>
<context>
    <name>EntryIssues</name>
    <message>
        <source>cause</source>
        <translation>nguyên nhân</translation>
    </message>
    <message>
        <source>remedy</source>
        <translation>giải pháp</translation>
    </message>
    <message>
        <source>responsible position</source>
        <translation>chức vụ chịu trách nhiệm</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>thời hạn</translation>
    </message>
    <message>
        <source>Off by {difference}: {text}</source>
        <translation>Lệch {difference}: {text}</translation>
    </message>
    <message>
        <source>the {part} is missing: it is not reported yet</source>
        <translation>thiếu {part} nên chưa được tính là đã báo cáo</translation>
    </message>
    <message>
        <source>{what}; accepted: {reason}</source>
        <translation>{what}; đã chấp nhận: {reason}</translation>
    </message>
    <message>
        <source>nothing is entered yet: {parts}</source>
        <translation>còn trống {parts}</translation>
    </message>
    <message>
        <source>nothing is entered yet</source>
        <translation>còn trống</translation>
    </message>
    <message>
        <source>the leader asks for an explanation</source>
        <translation>lãnh đạo yêu cầu giải trình</translation>
    </message>
    <message>
        <source>the target is missed and not explained yet</source>
        <translation>chưa đạt, chưa có giải trình</translation>
    </message>
    <message>
        <source>the explanation still lacks: {parts}</source>
        <translation>giải trình còn thiếu: {parts}</translation>
    </message>
    <message>
        <source>evidence would help: something odd was accepted</source>
        <translation>nên kèm minh chứng vì có cảnh báo đã được chấp nhận</translation>
    </message>
    <message>
        <source>evidence would help: the target is missed</source>
        <translation>nên kèm minh chứng vì chưa đạt</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>being entered</source>
        <translation>đang nhập</translation>
    </message>
    <message>
        <source>Indicator
by area of the plan</source>
        <translation>Chỉ tiêu
theo lĩnh vực của kế hoạch</translation>
    </message>
    <message>
        <source>So far
{period}</source>
        <translation>Lũy kế
{period}</translation>
    </message>
    <message>
        <source>Year before
{period}</source>
        <translation>Cùng kỳ
{period}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>whole year</source>
        <translation>cả năm</translation>
    </message>
    <message>
        <source>Numerator: {name}</source>
        <translation>Tử: {name}</translation>
    </message>
    <message>
        <source>Denominator: {name}</source>
        <translation>Mẫu: {name}</translation>
    </message>
    <message>
        <source>as of its end</source>
        <translation>thời điểm</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
    <message>
        <source>Illustrative figure</source>
        <translation>Số liệu minh họa</translation>
    </message>
    <message>
        <source>The value given for the whole year</source>
        <translation>Giá trị cho cả năm</translation>
    </message>
    <message>
        <source>Accepted: {reason}</source>
        <translation>Đã chấp nhận: {reason}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>chưa có giá trị</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Submission of the unit</source>
        <translation>Phiếu báo cáo của đơn vị</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>Choose an event on the time line.</source>
        <translation>Chọn một sự kiện trên dòng thời gian.</translation>
    </message>
    <message>
        <source>Effective day</source>
        <translation>Ngày hiệu lực</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Thành</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Mend day, number</source>
        <translation>Sửa số, ngày</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ sự kiện</translation>
    </message>
    <message>
        <source>Rules applied</source>
        <translation>Quy tắc áp dụng</translation>
    </message>
    <message>
        <source>Figures carried over</source>
        <translation>Số liệu chuyển sang</translation>
    </message>
    <message>
        <source>Indicator of the figures</source>
        <translation>Chỉ tiêu của số liệu</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Về dưới</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>implied by Succeeded by</source>
        <translation>suy từ mục Kế thừa bởi</translation>
    </message>
    <message>
        <source>A report was issued that rests on it.</source>
        <translation>Đã phát hành báo cáo theo sự kiện này.</translation>
    </message>
    <message>
        <source>As if it had not happened; can be undone</source>
        <translation>Như chưa từng có; hoàn tác được</translation>
    </message>
    <message>
        <source>nobody; the figures stay in the total</source>
        <translation>không đơn vị nào; số liệu vẫn nằm trong tổng</translation>
    </message>
    <message>
        <source>Flows: the counts of the old units are added up.</source>
        <translation>Phát sinh: cộng số của các đơn vị cũ.</translation>
    </message>
    <message>
        <source>Stocks: taken once, on the day, until the new unit has reported.</source>
        <translation>Thời điểm: lấy một lần vào ngày có hiệu lực, đến khi đơn vị mới báo cáo.</translation>
    </message>
    <message>
        <source>Openings: those of the first quarter are added up.</source>
        <translation>Đầu kỳ: cộng số đầu kỳ của quý đầu.</translation>
    </message>
    <message>
        <source>Split: by the shares, in whole numbers; marked as estimates.</source>
        <translation>Chia tách: theo tỷ lệ, làm tròn thành số nguyên sao cho đủ tổng; ghi là ước tính.</translation>
    </message>
    <message>
        <source>Issued reports keep the old units&apos; names.</source>
        <translation>Báo cáo đã phát hành giữ tên đơn vị cũ.</translation>
    </message>
    <message>
        <source>What a unit reported before the day stays in the total of who stood above it then, what it reports from then on is in the new one&apos;s. A stock goes along with the unit. No figure changes.</source>
        <translation>Số phát sinh báo cáo trước ngày này ở lại trong tổng của cấp trên lúc đó, từ ngày này tính vào tổng của cấp trên mới. Số thời điểm đi theo đơn vị. Không số liệu nào thay đổi.</translation>
    </message>
</context>
<context>
    <name>EventsTable</name>
    <message>
        <source>Mergers, splits, changes of name</source>
        <translation>Sáp nhập, chia tách, đổi tên</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Thành</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Please type one of: {kinds}.</source>
        <translation>Hãy ghi một trong các loại: {kinds}.</translation>
    </message>
</context>
<context>
    <name>EvidenceActions</name>
    <message>
        <source>Evidence taken off: {name}</source>
        <translation>Gỡ minh chứng: {name}</translation>
    </message>
    <message>
        <source>Evidence attached: {name}</source>
        <translation>Đính kèm minh chứng: {name}</translation>
    </message>
    <message>
        <source>Attach files as evidence</source>
        <translation>Đính kèm tệp làm minh chứng</translation>
    </message>
    <message>
        <source>Save the evidence as</source>
        <translation>Lưu minh chứng ra tệp</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>{number} of {date}</source>
        <translation>{number} ngày {date}</translation>
    </message>
    <message>
        <source>Evidence for the value</source>
        <translation>Minh chứng của số liệu</translation>
    </message>
    <message>
        <source>None yet. A file can be dropped here or on the cell.</source>
        <translation>Chưa có. Có thể kéo tệp thả vào đây hoặc vào ô.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Lưu ra…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Gỡ</translation>
    </message>
</context>
<context>
    <name>ExplanationCard</name>
    <message>
        <source>&amp;Cause</source>
        <translation>&amp;Nguyên nhân</translation>
    </message>
    <message>
        <source>&amp;Remedy</source>
        <translation>&amp;Giải pháp</translation>
    </message>
    <message>
        <source>Res&amp;ponsible</source>
        <translation>&amp;Chịu trách nhiệm</translation>
    </message>
    <message>
        <source>a position</source>
        <translation>chức vụ</translation>
    </message>
    <message>
        <source>By &amp;when</source>
        <translation>&amp;Hạn</translation>
    </message>
</context>
<context>
    <name>ExplanationForm</name>
    <message>
        <source>Cause</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Responsible position</source>
        <translation>Chức vụ chịu trách nhiệm</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Asked for on {day}</source>
        <translation>Lãnh đạo yêu cầu ngày {day}</translation>
    </message>
    <message>
        <source>{asked}, by {due}</source>
        <translation>{asked}, hạn {due}</translation>
    </message>
    <message>
        <source>responsible position</source>
        <translation>chức vụ phụ trách</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>thời hạn</translation>
    </message>
    <message>
        <source>Still missing: {parts}.</source>
        <translation>Còn thiếu: {parts}.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Where the report goes</source>
        <translation>Nơi lưu báo cáo</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có chương trình mở {file}; tệp nằm trong {folder}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>Tệp PDF</translation>
    </message>
    <message>
        <source>Without LibreOffice the PDF is in the built-in form, not in that of your template.</source>
        <translation>Máy này chưa cài LibreOffice nên tệp PDF theo mẫu có sẵn, không theo mẫu riêng của cơ quan.</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Tài liệu Word</translation>
    </message>
    <message>
        <source>Making {file}</source>
        <translation>Đang lập {file}</translation>
    </message>
    <message>
        <source>The report was issued: {file}</source>
        <translation>Đã phát hành báo cáo: {file}</translation>
    </message>
    <message>
        <source>The report is ready: {file}</source>
        <translation>Báo cáo đã xong: {file}</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>target {target}</source>
        <translation>mức {target}</translation>
    </message>
    <message>
        <source>Lead: {lead}</source>
        <translation>Chủ trì: {lead}</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>So với mức</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Indicators, worst first</source>
        <translation>Các chỉ tiêu, chỉ tiêu kém nhất trước</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>published {month}/{year}</source>
        <translation>công bố {month}/{year}</translation>
    </message>
    <message>
        <source>as last year</source>
        <translation>như năm trước</translation>
    </message>
    <message>
        <source>up by {steps}</source>
        <translation>tăng {steps} bậc</translation>
    </message>
    <message>
        <source>down by {steps}</source>
        <translation>giảm {steps} bậc</translation>
    </message>
    <message>
        <source>the bar shows {low} to {top}</source>
        <translation>thanh vẽ từ {low} đến {top}</translation>
    </message>
    <message>
        <source>{target} (no figure)</source>
        <translation>{target} (chưa có số)</translation>
    </message>
    <message>
        <source>as of {quarter}</source>
        <translation>theo số liệu {quarter}</translation>
    </message>
    <message>
        <source>as {quarter} began with</source>
        <translation>theo số đầu {quarter}</translation>
    </message>
    <message>
        <source>{coverage} units have reported</source>
        <translation>{coverage} đơn vị đã báo cáo</translation>
    </message>
    <message>
        <source>the target is a change on {year}, of which there is no figure</source>
        <translation>mức so với năm {year}, nhưng năm đó chưa có số liệu</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>mức {target}</translation>
    </message>
    <message>
        <source>Cannot be reached within the year at the pace expected</source>
        <translation>Không thể đạt trong năm nếu số phát sinh như dự kiến</translation>
    </message>
    <message>
        <source>Cannot be reached within the year any more</source>
        <translation>Không còn khả năng đạt trong năm</translation>
    </message>
    <message>
        <source>Enough for the whole year already</source>
        <translation>Đã đủ cho cả năm</translation>
    </message>
    <message>
        <source>The year is over; lacking {amount}, reports are still to come</source>
        <translation>Năm đã kết thúc; còn thiếu {amount}, còn chờ báo cáo</translation>
    </message>
    <message>
        <source>Still to do: {amount}</source>
        <translation>Còn phải làm: {amount}</translation>
    </message>
    <message>
        <source>Still to do: {amount} by {day}</source>
        <translation>Còn phải làm: {amount} đến hết {day}</translation>
    </message>
    <message>
        <source>Still to do: {amount} = {pace} a working day</source>
        <translation>Còn phải làm: {amount} = {pace}/ngày làm việc</translation>
    </message>
    <message>
        <source>The year is over; what is still to be reported will hardly be enough</source>
        <translation>Năm đã kết thúc; số còn chờ báo cáo khó đủ để đạt</translation>
    </message>
    <message>
        <source>The year is over: its target was not met</source>
        <translation>Năm đã kết thúc, không đạt mức cả năm</translation>
    </message>
    <message>
        <source>Not met in the year</source>
        <translation>Không đạt trong năm</translation>
    </message>
    <message>
        <source>Out of reach this year</source>
        <translation>Không thể đạt trong năm</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>Còn {amount}</translation>
    </message>
    <message>
        <source>Over most: {units}</source>
        <translation>Vượt nhiều nhất: {units}</translation>
    </message>
    <message>
        <source>Lacking most: {units}</source>
        <translation>Thiếu nhiều nhất: {units}</translation>
    </message>
    <message>
        <source>The rest of the year is expected as last year&apos;s same quarters.</source>
        <translation>Phần còn lại của năm dự kiến như cùng kỳ năm trước.</translation>
    </message>
    <message>
        <source>The rest of the year is expected as this year&apos;s mean so far.</source>
        <translation>Phần còn lại của năm dự kiến theo trung bình các quý đã qua.</translation>
    </message>
    <message>
        <source>What remains is counted from what stands now.</source>
        <translation>Số còn phải làm tính từ số đang có.</translation>
    </message>
    <message>
        <source>None more may come this year</source>
        <translation>Từ nay không được phát sinh thêm</translation>
    </message>
    <message>
        <source>At most {amount} more this year</source>
        <translation>Từ nay chỉ được thêm không quá {amount}</translation>
    </message>
    <message>
        <source>Must go down by {amount}</source>
        <translation>Phải giảm {amount}</translation>
    </message>
    <message>
        <source>Lacking as it stands: {amount}</source>
        <translation>Hiện còn thiếu: {amount}</translation>
    </message>
    <message>
        <source>{steps} places</source>
        <translation>{steps} bậc</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>being computed…</source>
        <translation>đang tính…</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>Tất cả chỉ tiêu</translation>
    </message>
    <message>
        <source>Chosen indicators</source>
        <translation>Chỉ tiêu được lọc</translation>
    </message>
    <message>
        <source>worst state first, then by shortfall against the target</source>
        <translation>xếp theo trạng thái nặng trước, rồi theo phần thiếu so với mức</translation>
    </message>
    <message>
        <source>; * provisional</source>
        <translation>; * tạm tính</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Check of the sums</source>
        <translation>Kiểm tra tổng số</translation>
    </message>
    <message>
        <source>The figures are being read…</source>
        <translation>Đang đọc số liệu…</translation>
    </message>
    <message>
        <source>No figures of this period are carried over.</source>
        <translation>Kỳ này không có số liệu nào chuyển sang.</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Tử số</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>{unit} (estimate)</source>
        <translation>{unit} (ước tính)</translation>
    </message>
    <message>
        <source>{unit} (old)</source>
        <translation>{unit} (cũ)</translation>
    </message>
    <message>
        <source>{unit}, with what was carried over</source>
        <translation>{unit}, gồm cả phần chuyển sang</translation>
    </message>
    <message>
        <source>{unit}, its own reports</source>
        <translation>{unit}, tự báo cáo</translation>
    </message>
    <message>
        <source>Total before = total after</source>
        <translation>Tổng trước = tổng sau</translation>
    </message>
    <message>
        <source>Total before is not the total after</source>
        <translation>Tổng trước khác tổng sau</translation>
    </message>
    <message>
        <source>; {rate} computed anew from the counts</source>
        <translation>; {rate} tính lại từ số đếm</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>New file…</source>
        <translation>Tệp mới…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Mở…</translation>
    </message>
    <message>
        <source>Open the sample plan</source>
        <translation>Mở kế hoạch mẫu</translation>
    </message>
    <message>
        <source>Open the sample with the merger of 1/7/2025</source>
        <translation>Mở kế hoạch mẫu có sáp nhập 1/7/2025</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Restore from a copy…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Tệp gần đây</translation>
    </message>
    <message>
        <source>Import from files…</source>
        <translation>Nhập dữ liệu từ tệp khác…</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Xuất ra Excel…</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Kiểm tra tệp</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>This file lies in a shared or cloud folder; keep it on this machine to be safe.</source>
        <translation>Tệp này nằm trong thư mục dùng chung hoặc đồng bộ trên mạng; nên giữ tệp trên ổ đĩa của máy này cho an toàn.</translation>
    </message>
    <message>
        <source>Save a copy here</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>This file is open in another window too (machine {host}, {who}, since {since}). Both may be worked in: what the other one changes is shown here, and nothing is overwritten without a word.</source>
        <translation>Tệp này đang mở ở một cửa sổ khác (máy {host}, {who}, từ {since}). Cả hai nơi đều làm việc được: chỗ kia sửa gì thì ở đây đọc lại, và không số nào bị ghi đè mà không báo.</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Mở tệp khác</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Make your office&apos;s plan</source>
        <translation>Tạo kế hoạch của đơn vị</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>You are looking at the sample plan (illustrative figures).</source>
        <translation>Bạn đang xem kế hoạch mẫu (số liệu minh họa).</translation>
    </message>
    <message>
        <source>New data file</source>
        <translation>Tệp dữ liệu mới</translation>
    </message>
    <message>
        <source>Workbook with the plan</source>
        <translation>Bảng Excel chứa kế hoạch</translation>
    </message>
    <message>
        <source>{name} is the file that is open; choose another name.</source>
        <translation>{name} là tệp đang mở; hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Open a data file</source>
        <translation>Mở tệp dữ liệu</translation>
    </message>
    <message>
        <source>Data files (*.cchc)</source>
        <translation>Tệp dữ liệu (*.cchc)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>A copy was saved: {path}</source>
        <translation>Đã lưu bản sao: {path}</translation>
    </message>
    <message>
        <source>The copy of {when} is open; the file before lies beside it.</source>
        <translation>Đã mở bản sao lưu {when}; tệp trước đó được giữ bên cạnh.</translation>
    </message>
    <message>
        <source>Restore a copy</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>Put the copy of {when} in the place of {name}?</source>
        <translation>Thay tệp {name} bằng bản sao lưu {when}?</translation>
    </message>
    <message>
        <source>What was changed since then is kept in a file beside it.</source>
        <translation>Những thay đổi từ lúc đó vẫn được giữ trong một tệp bên cạnh.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>{problem} The copy of {when} is there.</source>
        <translation>{problem} Có bản sao lưu {when}.</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>Mở bản sao lưu</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>Draft from a text</source>
        <translation>Soạn từ văn bản</translation>
    </message>
    <message>
        <source>Read the targets out of the plan&apos;s document</source>
        <translation>Đọc các mức chỉ tiêu từ văn bản kế hoạch</translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message>
        <source>Import of {name}</source>
        <translation>Nhập {name}</translation>
    </message>
    <message>
        <source>The table as it stands in the file</source>
        <translation>Bảng như trong tệp</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Những gì sẽ ghi</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>Đang đọc bảng…</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} dòng</translation>
    </message>
    <message>
        <source>{name} holds no cells to take in.</source>
        <translation>{name} không có ô nào để nhập.</translation>
    </message>
    <message>
        <source>A table with these headings was taken in before; it is read as it was then.</source>
        <translation>Bảng có tiêu đề này đã được nhập trước đây; lần này đọc theo đúng cách của lần trước.</translation>
    </message>
    <message>
        <source>This is how the table would be read. Choose a column to say what it is; nothing is written yet.</source>
        <translation>Bảng sẽ được đọc như dưới đây. Chọn một cột để nói cột đó là gì; chưa có gì được ghi.</translation>
    </message>
    <message>
        <source>To be written ({count})</source>
        <translation>Sẽ ghi ({count})</translation>
    </message>
    <message>
        <source>Not taken ({count})</source>
        <translation>Không lấy ({count})</translation>
    </message>
    <message>
        <source>{taken} cells read, {same} of them as they are, {likely} matched by likeness; {left} not taken</source>
        <translation>Đọc được {taken} ô, trong đó {same} ô như đang có, {likely} ô khớp theo tên gần giống; {left} ô không lấy</translation>
    </message>
    <message numerus="yes">
        <source>Write %n cell(s)</source>
        <translation>
            <numerusform>Ghi %n ô</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} was taken in: {count} cells written, {left} cells not taken.</source>
        <translation>Đã nhập {name}: ghi {count} ô, {left} ô không lấy.</translation>
    </message>
</context>
<context>
    <name>ForeignImport</name>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Name of the indicator</source>
        <translation>Tên chỉ tiêu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Field of the one-stop table</source>
        <translation>Lĩnh vực một cửa</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Không lấy</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>tử số</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>mẫu số</translation>
    </message>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>Quý {number}</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Cả năm</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>This may not be empty.</source>
        <translation>Không được để trống.</translation>
    </message>
    <message>
        <source>A code may not hold “;”.</source>
        <translation>Mã không được chứa dấu “;”.</translation>
    </message>
</context>
<context>
    <name>FormFiles</name>
    <message>
        <source>This form, what is entered filled in…</source>
        <translation>Phiếu này, điền sẵn số đã nhập…</translation>
    </message>
    <message>
        <source>This form, blank…</source>
        <translation>Phiếu này, để trống…</translation>
    </message>
    <message>
        <source>All forms of the quarter…</source>
        <translation>Tất cả phiếu của quý…</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Sổ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the form</source>
        <translation>Xuất phiếu</translation>
    </message>
    <message>
        <source>The form was written to {path}</source>
        <translation>Đã xuất phiếu ra {path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Folder for all forms</source>
        <translation>Thư mục chứa tất cả phiếu</translation>
    </message>
    <message>
        <source>Writing the forms of the quarter…</source>
        <translation>Đang xuất phiếu của quý…</translation>
    </message>
    <message>
        <source>{written} forms were written into {folder}</source>
        <translation>Đã xuất {written} phiếu vào {folder}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Stopped: {written} of {total} forms were written whole into {folder}</source>
        <translation>Đã dừng: {written} trong {total} phiếu đã xuất trọn vẹn vào {folder}</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có phần mềm mở {file}; tệp nằm ở {folder}.</translation>
    </message>
</context>
<context>
    <name>FormPrinting</name>
    <message>
        <source>Print what is entered…</source>
        <translation>In phiếu đã điền…</translation>
    </message>
    <message>
        <source>Print it blank…</source>
        <translation>In phiếu để trống…</translation>
    </message>
    <message>
        <source>Keep it as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Keep it blank as PDF…</source>
        <translation>Lưu PDF phiếu để trống…</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The form was written to {path}</source>
        <translation>Đã xuất phiếu ra {path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có phần mềm mở {file}; tệp nằm ở {folder}.</translation>
    </message>
</context>
<context>
    <name>GapModel</name>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message>
        <source>Gap to the target</source>
        <translation>Chênh lệch so với mức</translation>
    </message>
    <message>
        <source>No unit has reported in this period yet</source>
        <translation>Chưa có đơn vị nào báo cáo kỳ này</translation>
    </message>
    <message>
        <source>share of the target, %</source>
        <translation>tính theo % của mức</translation>
    </message>
    <message>
        <source>dashed: end of “nearly met”</source>
        <translation>vạch đứt: hết phần “gần đạt”</translation>
    </message>
    <message>
        <source>hollow: the period compared with</source>
        <translation>vạch rỗng: kỳ so sánh</translation>
    </message>
    <message>
        <source>Gap, share of the target</source>
        <translation>Chênh lệch, % của mức</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message numerus="yes">
        <source>and %n more indicator(s)</source>
        <translation>
            <numerusform>và %n chỉ tiêu khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GradesTable</name>
    <message>
        <source>Grades, the best first</source>
        <translation>Thang xếp loại, mức tốt nhất trước</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Xếp loại</translation>
    </message>
    <message>
        <source>From score</source>
        <translation>Từ điểm</translation>
    </message>
    <message>
        <source>Add a grade</source>
        <translation>Thêm mức</translation>
    </message>
    <message>
        <source>New grade</source>
        <translation>Mức mới</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Previous unit (Ctrl+PgUp)</source>
        <translation>Đơn vị trước (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Next unit (Ctrl+PgDn)</source>
        <translation>Đơn vị sau (Ctrl+PgDn)</translation>
    </message>
    <message>
        <source>Who has sent what: the submissions of all units (F8)</source>
        <translation>Tình hình gửi phiếu của tất cả đơn vị (F8)</translation>
    </message>
    <message>
        <source>Check the form</source>
        <translation>Kiểm tra phiếu</translation>
    </message>
    <message>
        <source>Open the form again</source>
        <translation>Mở lại phiếu</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Send the form</source>
        <translation>Gửi phiếu</translation>
    </message>
    <message>
        <source>Submission of {quarter} – {unit}</source>
        <translation>Phiếu báo cáo {quarter} – {unit}</translation>
    </message>
    <message>
        <source>due {date}, {left}</source>
        <translation>hạn {date}, {left}</translation>
    </message>
    <message>
        <source>Unit {number}/{count}</source>
        <translation>Đơn vị {number}/{count}</translation>
    </message>
    <message>
        <source>Check an edited Word file…</source>
        <translation>Đối chiếu bản Word đã sửa…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>Phát hành…</translation>
    </message>
    <message>
        <source>Check Word…</source>
        <translation>Đối chiếu…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Hold an edited Word file against its figures and the data</source>
        <translation>Đối chiếu bản Word đã sửa với các con số và dữ liệu</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>Xuất Word</translation>
    </message>
    <message>
        <source>Print on one A4</source>
        <translation>In một trang A4</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Trình chiếu</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Lập báo cáo</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>Units × indicators</source>
        <translation>Đơn vị × chỉ tiêu</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>Toàn bộ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>và %n đơn vị khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more indicator(s)</source>
        <translation>
            <numerusform>và %n chỉ tiêu khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Nothing has been entered here yet.</source>
        <translation>Chưa có gì được nhập ở đây.</translation>
    </message>
    <message>
        <source>Show the newest only</source>
        <translation>Chỉ xem các bước mới nhất</translation>
    </message>
    <message>
        <source>Show all {count} steps</source>
        <translation>Xem cả {count} bước</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>nhập</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>dán</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập tệp</translation>
    </message>
    <message>
        <source>from a form</source>
        <translation>từ biểu mẫu</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>số liệu mẫu</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>by a command</source>
        <translation>bằng lệnh</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>note: {change}</source>
        <translation>ghi chú: {change}</translation>
    </message>
    <message>
        <source>accepted, the reason: {change}</source>
        <translation>chấp nhận số liệu, lý do: {change}</translation>
    </message>
    <message>
        <source>the same figure, entered again</source>
        <translation>nhập lại cùng số liệu</translation>
    </message>
    <message>
        <source>cause: {change}</source>
        <translation>nguyên nhân: {change}</translation>
    </message>
    <message>
        <source>remedy: {change}</source>
        <translation>giải pháp: {change}</translation>
    </message>
    <message>
        <source>responsible: {change}</source>
        <translation>chịu trách nhiệm: {change}</translation>
    </message>
    <message>
        <source>deadline: {change}</source>
        <translation>thời hạn: {change}</translation>
    </message>
    <message>
        <source>explanation, {parts}</source>
        <translation>giải trình, {parts}</translation>
    </message>
    <message>
        <source>evidence attached: {name}</source>
        <translation>đính kèm minh chứng: {name}</translation>
    </message>
    <message>
        <source>evidence taken off: {name}</source>
        <translation>gỡ minh chứng: {name}</translation>
    </message>
    <message>
        <source>acceptance of {rule} taken back, the reason was: {reason}</source>
        <translation>thôi chấp nhận cảnh báo {rule}, lý do trước đó: {reason}</translation>
    </message>
    <message>
        <source>{rule} accepted: {reason}</source>
        <translation>chấp nhận cảnh báo {rule}: {reason}</translation>
    </message>
    <message>
        <source>form sent, day {day}</source>
        <translation>gửi phiếu ngày {day}</translation>
    </message>
    <message>
        <source>form returned, day {day}: {reason}</source>
        <translation>trả lại phiếu ngày {day}: {reason}</translation>
    </message>
    <message>
        <source>form taken in, day {day}</source>
        <translation>tiếp nhận phiếu ngày {day}</translation>
    </message>
    <message>
        <source>form opened again, day {day}: {reason}</source>
        <translation>mở lại phiếu ngày {day}: {reason}</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Workbooks and tables (*.xlsx *.xlsm *.xls *.csv *.txt)</source>
        <translation>Sổ Excel và bảng (*.xlsx *.xlsm *.xls *.csv *.txt)</translation>
    </message>
    <message>
        <source>Import from files</source>
        <translation>Nhập dữ liệu từ tệp</translation>
    </message>
    <message>
        <source>{name} changes nothing in this file.</source>
        <translation>{name} không thay đổi gì trong tệp này.</translation>
    </message>
    <message>
        <source>This is what {name} would change. Nothing has been taken in yet.</source>
        <translation>Đây là những gì {name} sẽ thay đổi. Chưa có gì được nhập.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Bị xóa</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>None of these files can be taken in; nothing was changed.</source>
        <translation>Không tệp nào trong số này nhập được; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Nhập từ Excel</translation>
    </message>
    <message>
        <source>{name} is left out: {reason}</source>
        <translation>Không nhập {name}: {reason}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>{name} was taken in: {new} rows new, {changed} changed.</source>
        <translation>Đã nhập {name}: {new} dòng mới, {changed} dòng thay đổi.</translation>
    </message>
    <message>
        <source>It is not undone by Ctrl+Z; the file as it was before lies in {copy}</source>
        <translation>Lần nhập này không hoàn tác bằng Ctrl+Z được; tệp trước khi nhập được giữ ở {copy}</translation>
    </message>
    <message>
        <source>Import of {name}</source>
        <translation>Nhập {name}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken in: %n cell(s) cannot be read. Mend them, then import again.</source>
        <translation>
            <numerusform>Chưa có gì được nhập: %n ô không đọc được. Hãy sửa các ô này rồi nhập lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Cần</translation>
    </message>
    <message>
        <source>There is no plan yet whose indicators a table could be matched to.</source>
        <translation>Tệp chưa có kế hoạch nào nên chưa có chỉ tiêu để đối chiếu với bảng.</translation>
    </message>
</context>
<context>
    <name>IndicatorBlock</name>
    <message>
        <source>beyond the last column</source>
        <translation>cột thừa bên phải</translation>
    </message>
    <message>
        <source>the kind of an indicator that is there is changed in its card</source>
        <translation>loại số đo của chỉ tiêu đã có thì đổi ở phiếu của chỉ tiêu</translation>
    </message>
    <message>
        <source>there is no indicator {code} to be a part of</source>
        <translation>không có chỉ tiêu {code} để làm chỉ tiêu cha</translation>
    </message>
    <message>
        <source>code {code} is taken</source>
        <translation>mã {code} đã có</translation>
    </message>
    <message>
        <source>“{text}” is no kind of measure</source>
        <translation>“{text}” không phải loại số đo</translation>
    </message>
    <message>
        <source>“{text}” does not say how quarters add up</source>
        <translation>“{text}” không nói cách cộng dồn</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
</context>
<context>
    <name>IndicatorEdits</name>
    <message>
        <source>Change of {code}</source>
        <translation>Sửa {code}</translation>
    </message>
    <message>
        <source>New indicator {code}</source>
        <translation>Thêm chỉ tiêu {code}</translation>
    </message>
    <message>
        <source>Removal of {code}</source>
        <translation>Xóa {code}</translation>
    </message>
    <message>
        <source>Order of indicators</source>
        <translation>Thứ tự chỉ tiêu</translation>
    </message>
    <message>
        <source>These are no rows of indicators: copy them in Excel. A plan&apos;s text goes into “Draft from a text”.</source>
        <translation>Đây không phải bảng chỉ tiêu: hãy chép trọn các dòng trong Excel. Lời văn của kế hoạch thì dán vào “Soạn từ văn bản”.</translation>
    </message>
    <message>
        <source>Indicators of a block of cells</source>
        <translation>Chỉ tiêu từ một khối ô</translation>
    </message>
    <message>
        <source>One-stop table</source>
        <translation>Bộ chỉ tiêu một cửa</translation>
    </message>
    <message>
        <source>Removal of the one-stop table {code}</source>
        <translation>Gỡ bộ chỉ tiêu một cửa {code}</translation>
    </message>
</context>
<context>
    <name>IndicatorForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>&amp;Part of</source>
        <translation>&amp;Thuộc chỉ tiêu</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>&amp;Lĩnh vực</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Tê&amp;n</translation>
    </message>
    <message>
        <source>S&amp;hort name</source>
        <translation>Tên n&amp;gắn</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>L&amp;oại số đo</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>không ghi</translation>
    </message>
    <message>
        <source>&amp;Quarters</source>
        <translation>&amp;Cộng dồn</translation>
    </message>
    <message>
        <source>N&amp;umerator</source>
        <translation>Tử &amp;số</translation>
    </message>
    <message>
        <source>&amp;Denominator</source>
        <translation>Mẫ&amp;u số</translation>
    </message>
    <message>
        <source>Co&amp;unted in</source>
        <translation>&amp;Đơn vị tính</translation>
    </message>
    <message>
        <source>Sca&amp;le</source>
        <translation>T&amp;hang</translation>
    </message>
    <message>
        <source>highest score or rank</source>
        <translation>điểm cao nhất, số hạng</translation>
    </message>
    <message>
        <source>L&amp;ead</source>
        <translation>Chủ t&amp;rì</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>Nguồn số l&amp;iệu</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Phép so sánh</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>Mứ&amp;c</translation>
    </message>
    <message>
        <source>u&amp;p to</source>
        <translation>đ&amp;ến</translation>
    </message>
    <message>
        <source>Near, %</source>
        <translation>Gần đạt, %</translation>
    </message>
    <message>
        <source>as the plan</source>
        <translation>theo kế hoạch</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>theo quý</translation>
    </message>
    <message>
        <source>Published, &amp;month</source>
        <translation>Thán&amp;g công bố</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>chỉ theo dõi</translation>
    </message>
</context>
<context>
    <name>IndicatorModel</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Kind of measure</source>
        <translation>Loại số đo</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>chờ nhận</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>Without an area</source>
        <translation>Chưa xếp lĩnh vực</translation>
    </message>
</context>
<context>
    <name>IndicatorPopup</name>
    <message>
        <source>Find an indicator</source>
        <translation>Tìm chỉ tiêu</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Các chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>stock</source>
        <translation>thời điểm</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>đầu kỳ</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>phát sinh</translation>
    </message>
    <message>
        <source>Numerator: {words}</source>
        <translation>Tử số: {words}</translation>
    </message>
    <message>
        <source>Denominator: {words}</source>
        <translation>Mẫu số: {words}</translation>
    </message>
    <message>
        <source>Part of {code}</source>
        <translation>Thuộc {code}</translation>
    </message>
    <message>
        <source>Lead: {words}</source>
        <translation>Chủ trì: {words}</translation>
    </message>
    <message>
        <source>Near: {percent}%</source>
        <translation>Ngưỡng gần đạt: {percent}%</translation>
    </message>
    <message>
        <source>Source: place {place} of {document}, “{clause}”</source>
        <translation>Nguồn: {document}, chỗ {place}, “{clause}”</translation>
    </message>
    <message>
        <source>Source: place {place}, “{clause}”</source>
        <translation>Nguồn: chỗ {place}, “{clause}”</translation>
    </message>
</context>
<context>
    <name>IndicatorsTab</name>
    <message>
        <source>Plan above ({code}): {target}</source>
        <translation>Kế hoạch cấp trên ({code}): {target}</translation>
    </message>
    <message>
        <source>ours asks for less</source>
        <translation>mức của ta yếu hơn</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>Thêm chỉ tiêu</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Chỉ tiêu con</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message>
        <source>Copy rows in Excel, best with their headings, then press here or Ctrl+V</source>
        <translation>Chép các dòng trong Excel, tốt nhất kèm hàng tiêu đề, rồi bấm vào đây hoặc Ctrl+V</translation>
    </message>
    <message>
        <source>One-stop…</source>
        <translation>Bộ một cửa…</translation>
    </message>
    <message>
        <source>Add the ready-made indicators of the one-stop table, form II.06a</source>
        <translation>Thêm bộ chỉ tiêu một cửa có sẵn, theo Biểu II.06a</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Indicators of the plan</source>
        <translation>Chỉ tiêu của kế hoạch</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Gỡ cả bộ</translation>
    </message>
    <message>
        <source>{problem} The old value was kept.</source>
        <translation>{problem} Giá trị cũ được giữ nguyên.</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>MOI</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Chỉ tiêu mới</translation>
    </message>
    <message>
        <source>Of which: new indicator</source>
        <translation>Trong đó: chỉ tiêu mới</translation>
    </message>
    <message>
        <source>There are no rows on the clipboard; copy them in Excel first.</source>
        <translation>Chưa chép dòng nào; hãy chép trong Excel trước.</translation>
    </message>
</context>
<context>
    <name>IntoNew</name>
    <message>
        <source>&amp;Into</source>
        <translation>T&amp;hành</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại</translation>
    </message>
    <message>
        <source>commune, ward, ...</source>
        <translation>xã, phường, ...</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>&amp;Cấp trên</translation>
    </message>
    <message>
        <source>A new unit</source>
        <translation>Một đơn vị mới</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không</translation>
    </message>
</context>
<context>
    <name>IntoParts</name>
    <message>
        <source>The old unit &amp;goes on</source>
        <translation>Đơn vị cũ &amp;tiếp tục hoạt động</translation>
    </message>
    <message>
        <source>Share: a number each (60 and 40, or dossiers, or people); left empty, the shares are equal.</source>
        <translation>Tỷ lệ: mỗi đơn vị một số (60 và 40, hoặc số hồ sơ, số dân); để trống thì chia đều.</translation>
    </message>
    <message>
        <source>&amp;Share of the old unit</source>
        <translation>Tỷ &amp;lệ của đơn vị cũ</translation>
    </message>
</context>
<context>
    <name>IntoSuperior</name>
    <message>
        <source>&amp;Under</source>
        <translation>&amp;Cấp trên</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Nu&amp;mber of the document</source>
        <translation>&amp;Số ký hiệu văn bản</translation>
    </message>
    <message>
        <source>Issue&amp;d on</source>
        <translation>&amp;Ngày ban hành</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Ban hành</translation>
    </message>
    <message>
        <source>To look at before (it does not stand in the way):</source>
        <translation>Nên xem lại trước (không bắt buộc):</translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Check of the form</source>
        <translation>Kiểm tra phiếu</translation>
    </message>
    <message>
        <source>Nothing to look at: all is filled, adds up and is explained.</source>
        <translation>Không có gì cần xem lại: phiếu đã điền đủ, khớp số và đủ giải trình.</translation>
    </message>
    <message>
        <source>Enter: to the cell · Esc: close</source>
        <translation>Enter: đến ô · Esc: đóng</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>Đóng danh sách (Esc)</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Đóng danh sách</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) to check</source>
        <translation>
            <numerusform>%n số cần kiểm tra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n cảnh báo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still empty</source>
        <translation>
            <numerusform>%n còn trống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <translation>
            <numerusform>%n cần giải trình</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n đã chấp nhận</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Entry in {code}</source>
        <translation>Nhập {code}</translation>
    </message>
    <message>
        <source>Entry in {count} places</source>
        <translation>Nhập {count} chỗ</translation>
    </message>
    <message>
        <source>This could not be saved; the message above says why.</source>
        <translation>Chưa lưu được; thông báo phía trên nói rõ lý do.</translation>
    </message>
    <message>
        <source>Not saved: the form was changed elsewhere and is shown as it is now. You had entered {texts}</source>
        <translation>Chưa ghi được: phiếu vừa được sửa ở nơi khác và đang hiện như trong tệp. Bạn vừa nhập {texts}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>the pages, in the order of the rail</source>
        <translation>các trang, theo thứ tự bên trái</translation>
    </message>
    <message>
        <source>back and forward through the places seen</source>
        <translation>lùi, tới qua những nơi đã xem</translation>
    </message>
    <message>
        <source>previous and next unit</source>
        <translation>đơn vị trước, đơn vị sau</translation>
    </message>
    <message>
        <source>previous and next period</source>
        <translation>kỳ trước, kỳ sau</translation>
    </message>
    <message>
        <source>undo and redo</source>
        <translation>hoàn tác, làm lại</translation>
    </message>
    <message>
        <source>read everything again</source>
        <translation>đọc lại tất cả</translation>
    </message>
    <message>
        <source>new file, open a file</source>
        <translation>tệp mới, mở tệp</translation>
    </message>
    <message>
        <source>in a list that is typed into: add a row, remove the row</source>
        <translation>trong danh sách sửa trực tiếp: thêm dòng, xóa dòng</translation>
    </message>
    <message>
        <source>on an indicator of the overview: open it</source>
        <translation>trên một chỉ tiêu ở Tổng quan: mở chỉ tiêu đó</translation>
    </message>
    <message>
        <source>on an indicator of the overview: a closer look</source>
        <translation>trên một chỉ tiêu ở Tổng quan: xem nhanh</translation>
    </message>
    <message>
        <source>on the overview: show the indicators in a meeting room; arrow keys step, Esc leaves</source>
        <translation>ở Tổng quan: trình chiếu từng chỉ tiêu; phím mũi tên chuyển, Esc thoát</translation>
    </message>
    <message>
        <source>on the overview: print it on one A4</source>
        <translation>ở Tổng quan: in một trang A4</translation>
    </message>
    <message>
        <source>in the analysis: enter the chosen figure; back to all panels, to the whole</source>
        <translation>khi phân tích: nhập số liệu đang chọn; trở về bốn khung, về toàn bộ</translation>
    </message>
    <message>
        <source>in the analysis: copy the panel as a table, as a picture</source>
        <translation>khi phân tích: sao chép khung thành bảng, thành ảnh</translation>
    </message>
    <message>
        <source>when entering figures: down, right</source>
        <translation>khi nhập số liệu: xuống, sang phải</translation>
    </message>
    <message>
        <source>when entering figures: the next empty cell</source>
        <translation>khi nhập số liệu: ô còn trống tiếp theo</translation>
    </message>
    <message>
        <source>when entering figures: copy from above</source>
        <translation>khi nhập số liệu: chép từ ô trên</translation>
    </message>
    <message>
        <source>when entering figures: clear to “no data”, which is not 0</source>
        <translation>khi nhập số liệu: xóa về “chưa có số liệu”, khác với số 0</translation>
    </message>
    <message>
        <source>when entering figures: change what is in the cell</source>
        <translation>khi nhập số liệu: sửa nội dung trong ô</translation>
    </message>
    <message>
        <source>when entering figures: nothing occurred in the quarter</source>
        <translation>khi nhập số liệu: không phát sinh trong quý</translation>
    </message>
    <message>
        <source>when entering figures: a note on the cell</source>
        <translation>khi nhập số liệu: ghi chú cho ô</translation>
    </message>
    <message>
        <source>when entering figures: show or hide the side panel, go to it and back</source>
        <translation>khi nhập số liệu: mở hoặc đóng khung bên, sang khung bên và trở lại</translation>
    </message>
    <message>
        <source>when entering figures: check the form as a whole; Enter leads from a line to its cell</source>
        <translation>khi nhập số liệu: kiểm tra cả phiếu; Enter đi từ một dòng đến ô của dòng đó</translation>
    </message>
    <message>
        <source>when entering figures: who has sent what, send the form</source>
        <translation>khi nhập số liệu: tình hình gửi phiếu, gửi phiếu</translation>
    </message>
    <message>
        <source>in a report: from figure to figure, where it comes from, and back</source>
        <translation>trong báo cáo: sang con số khác, mở nguồn con số, quay lại</translation>
    </message>
    <message>
        <source>on the page of reports: show or hide the right column, go to it and back</source>
        <translation>ở trang Báo cáo: hiện hoặc ẩn cột phải, sang cột phải và quay lại</translation>
    </message>
    <message>
        <source>indicators of a plan: paste rows from Excel, seen first</source>
        <translation>chỉ tiêu của kế hoạch: dán các dòng từ Excel, xem trước rồi mới ghi</translation>
    </message>
    <message>
        <source>drafting from a text: accept, edit, refuse a proposal</source>
        <translation>soạn từ văn bản: nhận, sửa, bỏ một đề xuất</translation>
    </message>
    <message>
        <source>targets of units: paste a block, copy down, as the plan</source>
        <translation>giao theo đơn vị: dán khối ô, chép xuống, trả về mức của kế hoạch</translation>
    </message>
    <message>
        <source>targets of units: ask the unit, or let it off</source>
        <translation>giao theo đơn vị: giao hoặc thôi giao chỉ tiêu cho đơn vị</translation>
    </message>
    <message>
        <source>on the page of plans: print the table that is shown, write it as a workbook</source>
        <translation>ở trang kế hoạch: in bảng đang xem, xuất bảng ra Excel</translation>
    </message>
    <message>
        <source>when entering figures: print the form, write it as a workbook</source>
        <translation>khi nhập số liệu: in phiếu, xuất phiếu ra Excel</translation>
    </message>
    <message>
        <source>on the page of reports: print the report, export it to Word</source>
        <translation>ở trang báo cáo: in báo cáo, xuất báo cáo ra Word</translation>
    </message>
    <message>
        <source>in the analysis: print the panel, export its figures to Excel</source>
        <translation>khi phân tích: in khung đang xem, xuất số liệu ra Excel</translation>
    </message>
    <message>
        <source>on the page of units: print units and events, fold the side panel</source>
        <translation>ở trang Đơn vị: in đơn vị và sự kiện, ẩn hiện khung bên</translation>
    </message>
</context>
<context>
    <name>LeftModel</name>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Why it is not taken</source>
        <translation>Vì sao không lấy</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Số ô</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>dòng {number}</translation>
    </message>
    <message>
        <source>column {letters}</source>
        <translation>cột {letters}</translation>
    </message>
</context>
<context>
    <name>LeftPane</name>
    <message>
        <source>What is not taken</source>
        <translation>Những gì không lấy</translation>
    </message>
    <message>
        <source>What the name means</source>
        <translation>Tên này là gì</translation>
    </message>
    <message>
        <source>“{name}” is</source>
        <translation>“{name}” là</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>hãy chọn…</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>can be typed</source>
        <translation>nhập được</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <source>still empty</source>
        <translation>còn trống</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>cảnh báo</translation>
    </message>
    <message>
        <source>note or evidence</source>
        <translation>ghi chú, minh chứng</translation>
    </message>
    <message>
        <source>just saved</source>
        <translation>vừa lưu</translation>
    </message>
    <message>
        <source>Enter: down · Tab: right · Ctrl+Space: nothing occurred</source>
        <translation>Enter: xuống · Tab: sang phải · Ctrl+Space: không phát sinh</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>To Word…</source>
        <translation>Ra tệp Word…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Sao chép lời văn</translation>
    </message>
    <message>
        <source>See it on page Reports</source>
        <translation>Xem ở trang Báo cáo</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Tệp Word (*.docx)</translation>
    </message>
    <message>
        <source>Where the letter goes</source>
        <translation>Nơi lưu văn bản</translation>
    </message>
    <message>
        <source>The letter is ready: {file}</source>
        <translation>Đã soạn văn bản đôn đốc: {file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>The letter is on the clipboard.</source>
        <translation>Lời văn bản đôn đốc đã nằm trong bộ nhớ tạm.</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có phần mềm mở {file}; tệp nằm ở {folder}.</translation>
    </message>
</context>
<context>
    <name>LimitsTable</name>
    <message>
        <source>Rises or falls against last quarter</source>
        <translation>Tăng, giảm bất thường so với quý trước</translation>
    </message>
    <message>
        <source>Rises or falls against the same quarter of last year</source>
        <translation>Tăng, giảm bất thường so với cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>Outside the unit&apos;s usual range</source>
        <translation>Ngoài khoảng thường gặp của đơn vị</translation>
    </message>
    <message>
        <source>the larger number exceeds the smaller by more than this</source>
        <translation>số lớn vượt số nhỏ quá tỷ lệ này</translation>
    </message>
    <message>
        <source>the range widened by this share of its spread</source>
        <translation>khoảng (nhỏ nhất – lớn nhất) được nới thêm tỷ lệ này ở hai đầu</translation>
    </message>
    <message>
        <source>Jumps and unusual values</source>
        <translation>Tăng, giảm và giá trị bất thường</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Nội dung kiểm tra</translation>
    </message>
    <message>
        <source>More than, %</source>
        <translation>Quá, %</translation>
    </message>
    <message>
        <source>At least, in objects</source>
        <translation>Lệch ít nhất</translation>
    </message>
    <message>
        <source>off</source>
        <translation>tắt</translation>
    </message>
    <message>
        <source>The limit must be from 0 to 10,000%; empty: this is not checked.</source>
        <translation>Ngưỡng phải từ 0 đến 10.000%; để trống: không kiểm tra.</translation>
    </message>
    <message>
        <source>This may not be below 0.</source>
        <translation>Số này không được âm.</translation>
    </message>
    <message>
        <source>not checked; type a number to check it</source>
        <translation>không kiểm tra; gõ một số để kiểm tra</translation>
    </message>
    <message>
        <source>{meaning} (by default)</source>
        <translation>{meaning} (mặc định)</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Attach a link</source>
        <translation>Đính kèm liên kết</translation>
    </message>
    <message>
        <source>https://… or \\server\folder\file</source>
        <translation>https://… hoặc \\máy-chủ\thư-mục\tệp</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Liên kết</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Copy the list</source>
        <translation>Sao chép danh sách</translation>
    </message>
</context>
<context>
    <name>ListEdits</name>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Another task has this code. The old value was kept.</source>
        <translation>Đã có nhiệm vụ mang mã này. Giá trị cũ được giữ nguyên.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Check rules</source>
        <translation>Quy tắc kiểm tra</translation>
    </message>
    <message>
        <source>Limits of checks</source>
        <translation>Ngưỡng kiểm tra</translation>
    </message>
    <message>
        <source>Reporting periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Days off of the office</source>
        <translation>Ngày nghỉ của cơ quan</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Thang xếp loại</translation>
    </message>
    <message>
        <source>Another grade has this name. The old value was kept.</source>
        <translation>Đã có mức mang tên này. Giá trị cũ được giữ nguyên.</translation>
    </message>
    <message>
        <source>Grade {name} is the target of an indicator; change that first.</source>
        <translation>Mức {name} đang là mức của một chỉ tiêu; hãy sửa chỉ tiêu đó trước.</translation>
    </message>
</context>
<context>
    <name>MadeActions</name>
    <message>
        <source>Made before {count}</source>
        <translation>Đã lập {count}</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Tài liệu Word</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Đã lưu {file}</translation>
    </message>
</context>
<context>
    <name>MadeModel</name>
    <message>
        <source>Made at</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>ngày lập báo cáo: {day}</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>phát hành</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>dự thảo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>whole plan</source>
        <translation>toàn kế hoạch</translation>
    </message>
</context>
<context>
    <name>MadeTab</name>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save again…</source>
        <translation>Lưu lại…</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>So sánh hai bản</translation>
    </message>
    <message>
        <source>Choose two reports with Ctrl or Shift</source>
        <translation>Giữ Ctrl hoặc Shift để chọn hai báo cáo</translation>
    </message>
    <message>
        <source>Reports made</source>
        <translation>Báo cáo đã lập</translation>
    </message>
    <message>
        <source>Kept in the data file as they left it; later figures do not change them.</source>
        <translation>Giữ nguyên trong tệp dữ liệu; số liệu sửa sau không làm thay đổi.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Reform targets</source>
        <translation>Theo dõi chỉ tiêu CCHC</translation>
    </message>
    <message>
        <source>File: new, open, copies</source>
        <translation>Tệp: mới, mở, bản sao</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>Kế hoạch mới</translation>
    </message>
    <message>
        <source>UBND huyện Nam Giang</source>
        <translation>UBND huyện Nam Giang</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>&amp;Cơ quan</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>All that stands in another &amp;plan, its dates moved:</source>
        <translation>Mọi nội dung của kế hoạch &amp;khác, ngày tháng chuyển theo năm:</translation>
    </message>
    <message>
        <source>&amp;Ready sets of indicators:</source>
        <translation>&amp;Bộ chỉ tiêu có sẵn:</translation>
    </message>
    <message>
        <source>Its own &amp;document: targets are proposed from Word or pasted text</source>
        <translation>Chính &amp;văn bản kế hoạch: phần mềm đề xuất chỉ tiêu từ Word hoặc chữ dán vào</translation>
    </message>
    <message>
        <source>N&amp;othing</source>
        <translation>&amp;Để trống</translation>
    </message>
    <message>
        <source>The one-stop table, form II.06a (8 counts and 2 checks)</source>
        <translation>Bảng một cửa, biểu II.06a (8 số liệu và 2 quy tắc)</translation>
    </message>
    <message>
        <source>It begins with</source>
        <translation>Bắt đầu với</translation>
    </message>
    <message>
        <source>The plan it begins with</source>
        <translation>Kế hoạch để chép</translation>
    </message>
    <message>
        <source>Say whose plan it is.</source>
        <translation>Hãy nêu cơ quan của kế hoạch.</translation>
    </message>
    <message>
        <source>Tick at least one set.</source>
        <translation>Hãy chọn ít nhất một bộ.</translation>
    </message>
    <message>
        <source>Another plan has this code.</source>
        <translation>Đã có kế hoạch mang mã này.</translation>
    </message>
</context>
<context>
    <name>NoPlan</name>
    <message>
        <source>Enter the units</source>
        <translation>Khai báo đơn vị</translation>
    </message>
    <message>
        <source>Set up the plan</source>
        <translation>Lập kế hoạch</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>Nhập từ Excel…</translation>
    </message>
    <message>
        <source>This file holds no plan yet.</source>
        <translation>Tệp này chưa có kế hoạch nào.</translation>
    </message>
    <message>
        <source>Set up the plan and its office, or enter all units first. A workbook may bring both.</source>
        <translation>Lập kế hoạch cùng cơ quan của mình, hoặc nhập các đơn vị trước. Một sổ Excel có thể mang cả hai.</translation>
    </message>
    <message>
        <source>The units are there. Set up the plan of the year, or take it from a workbook.</source>
        <translation>Đã có đơn vị. Hãy lập kế hoạch của năm, hoặc nhập từ một sổ Excel.</translation>
    </message>
</context>
<context>
    <name>NoUnits</name>
    <message>
        <source>There are no units yet.</source>
        <translation>Chưa có đơn vị nào.</translation>
    </message>
    <message>
        <source>Paste a list of names from Excel, one a line; a second column may hold the code, a third the kind. The first line is the office that stands above the others.</source>
        <translation>Dán danh sách tên từ Excel, mỗi dòng một đơn vị; cột thứ hai có thể là mã, cột thứ ba là loại. Dòng đầu là cơ quan cấp trên của các đơn vị còn lại.</translation>
    </message>
    <message>
        <source>List of units</source>
        <translation>Danh sách đơn vị</translation>
    </message>
    <message>
        <source>Make these units</source>
        <translation>Tạo các đơn vị này</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>Nhập từ Excel…</translation>
    </message>
    <message>
        <source>Add a single unit</source>
        <translation>Thêm một đơn vị</translation>
    </message>
</context>
<context>
    <name>NothingAsked</name>
    <message>
        <source>Go to the plan</source>
        <translation>Mở trang Kế hoạch</translation>
    </message>
    <message>
        <source>The plan asks nothing of {unit} yet.</source>
        <translation>Kế hoạch chưa giao chỉ tiêu cho {unit}.</translation>
    </message>
</context>
<context>
    <name>OneStopDialog</name>
    <message>
        <source>Add the one-stop table</source>
        <translation>Thêm bộ chỉ tiêu một cửa</translation>
    </message>
    <message>
        <source>&amp;Once, for all fields</source>
        <translation>&amp;Một lần, chung các lĩnh vực thủ tục</translation>
    </message>
    <message>
        <source>For &amp;each field</source>
        <translation>&amp;Từng lĩnh vực thủ tục</translation>
    </message>
    <message>
        <source>To &amp;all units that report</source>
        <translation>Giao cho tất cả đơn vị &amp;báo cáo</translation>
    </message>
    <message>
        <source>&amp;Only to these</source>
        <translation>&amp;Chỉ giao cho các đơn vị được đánh dấu</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>&amp;Lĩnh vực cải cách</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>One field a line</source>
        <translation>Mỗi lĩnh vực một dòng</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Các lĩnh vực</translation>
    </message>
    <message>
        <source>Units that it is given to</source>
        <translation>Các đơn vị được giao</translation>
    </message>
    <message>
        <source>Eight counts after form II.06a: received online, directly or by post, carried over; resolved early, on time, late; in progress in time, overdue. The totals are computed; two checks come along.</source>
        <translation>Tám số liệu theo Biểu II.06a: tiếp nhận trực tuyến, trực tiếp hoặc qua bưu chính, kỳ trước chuyển sang; đã giải quyết trước hạn, đúng hạn, quá hạn; đang giải quyết trong hạn, quá hạn. Các cột tổng do chương trình tính; kèm hai quy tắc kiểm tra.</translation>
    </message>
    <message>
        <source>Add the field {field}</source>
        <translation>Thêm lĩnh vực {field}</translation>
    </message>
    <message>
        <source>Name at least one field, one a line.</source>
        <translation>Hãy ghi ít nhất một lĩnh vực, mỗi lĩnh vực một dòng.</translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>Hãy đánh dấu ít nhất một đơn vị.</translation>
    </message>
    <message>
        <source>Adds {indicators} indicators and {rules} rules.</source>
        <translation>Sẽ thêm {indicators} chỉ tiêu và {rules} quy tắc kiểm tra.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>“{name}” is a program: it is not opened from here. Save it if you trust its sender.</source>
        <translation>“{name}” là chương trình nên không mở từ đây. Chỉ lưu ra nếu tin nơi gửi.</translation>
    </message>
    <message>
        <source>“{name}” carries macros: let them run only if you trust its sender.</source>
        <translation>“{name}” có macro: chỉ cho chạy macro nếu tin nơi gửi.</translation>
    </message>
    <message>
        <source>No program was found that shows “{name}”. It can be saved elsewhere.</source>
        <translation>Không có phần mềm nào mở được “{name}”. Có thể lưu tệp ra nơi khác.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Lưu ra…</translation>
    </message>
    <message>
        <source>“{name}” leads to a program: it is not opened from here.</source>
        <translation>“{name}” dẫn đến một chương trình nên không mở từ đây.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened; look whether the network is there.</source>
        <translation>Không mở được “{name}”; hãy kiểm tra kết nối mạng.</translation>
    </message>
</context>
<context>
    <name>OutlineList</name>
    <message>
        <source>Parts of the report</source>
        <translation>Các phần của báo cáo</translation>
    </message>
    <message>
        <source>made</source>
        <translation>tự sinh</translation>
    </message>
    <message>
        <source>written</source>
        <translation>đã viết</translation>
    </message>
    <message>
        <source>made, written</source>
        <translation>tự sinh + viết</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>chưa viết</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Chưa có gì để xuất.</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>Đã sao chép bảng.</translation>
    </message>
    <message>
        <source>The picture was copied (300 dots per inch).</source>
        <translation>Đã sao chép ảnh (300 điểm mỗi inch).</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>The figures are still being read; try again in a moment.</source>
        <translation>Số liệu đang được đọc; hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Reading the figures of all units…</source>
        <translation>Đang đọc số liệu của tất cả đơn vị…</translation>
    </message>
    <message>
        <source>Stopped; nothing was copied or written.</source>
        <translation>Đã dừng; chưa sao chép hay ghi gì.</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Sổ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The figures were written to {path}</source>
        <translation>Đã ghi số liệu vào {path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có chương trình mở {file}; tệp nằm trong {folder}.</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The page was written to {path}</source>
        <translation>Đã ghi trang in vào {path}</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview of {period}</source>
        <translation>Tổng quan {period}</translation>
    </message>
    <message>
        <source>{unit} · %n indicator(s)</source>
        <translation>{unit} · %n chỉ tiêu</translation>
    </message>
    <message>
        <source>, %n one-stop count(s)</source>
        <translation>, %n số liệu một cửa</translation>
    </message>
    <message>
        <source>The figures are being computed; try again in a moment.</source>
        <translation>Số liệu đang được tính; hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Enter figures</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>Ask for an explanation…</source>
        <translation>Yêu cầu giải trình…</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>A closer look (Space)</source>
        <translation>Xem nhanh (phím cách)</translation>
    </message>
    <message>
        <source>Present (F11)</source>
        <translation>Trình chiếu (F11)</translation>
    </message>
    <message>
        <source>by the units at the time of reporting (others from {days})</source>
        <translation>đơn vị đổi từ {days}</translation>
    </message>
    <message>
        <source>{done} units have reported</source>
        <translation>{done} đơn vị đã báo cáo</translation>
    </message>
    <message>
        <source>{done} units – provisional result</source>
        <translation>{done} đơn vị đã báo cáo – kết quả tạm tính</translation>
    </message>
    <message>
        <source>{done} units, provisional</source>
        <translation>{done} đơn vị, tạm tính</translation>
    </message>
    <message>
        <source>{done} units have reported, where fewest did</source>
        <translation>{done} đơn vị đã báo cáo ở chỉ tiêu ít báo cáo nhất</translation>
    </message>
    <message>
        <source>due {day} ({left})</source>
        <translation>hạn {day} ({left})</translation>
    </message>
    <message>
        <source>{count} more units</source>
        <translation>{count} đơn vị khác</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>Số liệu xem ngày {day}</translation>
    </message>
    <message>
        <source>Nearly met: not met, but short by no more than {percent}% of the target (or its own threshold).</source>
        <translation>Gần đạt: chưa đạt nhưng còn thiếu không quá {percent}% của mức, trừ chỉ tiêu có ngưỡng riêng trong kế hoạch.</translation>
    </message>
    <message>
        <source>Lacking: {names}; {when}</source>
        <translation>Còn thiếu: {names}; {when}</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>illustrative figures</source>
        <translation>số liệu minh họa</translation>
    </message>
    <message>
        <source>Closest to the target</source>
        <translation>Sát mức nhất</translation>
    </message>
    <message>
        <source>Nothing can be held against a target yet.</source>
        <translation>Chưa có chỉ tiêu nào so được với mức.</translation>
    </message>
    <message>
        <source>Lead: {lead}</source>
        <translation>Chủ trì: {lead}</translation>
    </message>
    <message>
        <source>and {count} other indicators</source>
        <translation>và {count} chỉ tiêu khác</translation>
    </message>
    <message>
        <source>Units to press</source>
        <translation>Đơn vị cần đôn đốc</translation>
    </message>
    <message>
        <source>* provisional: not all units have reported.</source>
        <translation>* tạm tính: chưa đủ đơn vị báo cáo.</translation>
    </message>
    <message>
        <source>The file holds illustrative figures.</source>
        <translation>Tệp có số liệu minh họa.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Data entry</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Phân tích</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Enlarge, copy, export, print</source>
        <translation>Phóng to, sao chép, xuất, in</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>đang tính…</translation>
    </message>
    <message>
        <source>Enlarge, or show all four</source>
        <translation>Phóng to hoặc trở về bốn khung</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Sao chép thành ảnh</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Sao chép thành bảng</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Xuất Excel…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
</context>
<context>
    <name>PanelActions</name>
    <message>
        <source>Accepted: {rule}</source>
        <translation>Chấp nhận cảnh báo: {rule}</translation>
    </message>
    <message>
        <source>Acceptance taken back: {rule}</source>
        <translation>Thôi chấp nhận cảnh báo: {rule}</translation>
    </message>
    <message>
        <source>Explanation of {code}</source>
        <translation>Giải trình {code}</translation>
    </message>
</context>
<context>
    <name>PartEditor</name>
    <message>
        <source>Take over the text of the time before</source>
        <translation>Lấy lại nội dung kỳ trước</translation>
    </message>
    <message>
        <source>Last time ({period})</source>
        <translation>Kỳ trước ({period})</translation>
    </message>
    <message>
        <source>Nothing was written here in an earlier period.</source>
        <translation>Các kỳ trước chưa viết phần này.</translation>
    </message>
    <message>
        <source>Text of the part</source>
        <translation>Nội dung của phần</translation>
    </message>
    <message>
        <source>Kept as soon as you leave the field; an empty line is not needed between paragraphs.</source>
        <translation>Tự lưu khi rời ô; mỗi dòng là một đoạn, không cần dòng trống.</translation>
    </message>
</context>
<context>
    <name>PartsTable</name>
    <message>
        <source>Units after the split</source>
        <translation>Các đơn vị sau khi chia</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>History of the unit</source>
        <translation>Lịch sử đơn vị</translation>
    </message>
    <message>
        <source>Not changed since it was entered.</source>
        <translation>Chưa sửa lần nào từ khi nhập.</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste indicators</source>
        <translation>Dán chỉ tiêu</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} as they are.</source>
        <translation>{new} chỉ tiêu mới, {changed} đổi, {same} giữ nguyên.</translation>
    </message>
    <message>
        <source>Not read: {columns}.</source>
        <translation>Không đọc: {columns}.</translation>
    </message>
    <message>
        <source>Where nothing says the kind of measure, it is guessed from the target; nothing is kept yet.</source>
        <translation>Dòng không ghi loại số đo thì đoán theo mức; chưa có gì được ghi.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n indicator(s)</source>
        <translation>
            <numerusform>Ghi %n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number}: {problems}.</source>
        <translation>Dòng {number}: {problems}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) cannot be read.</source>
        <translation>
            <numerusform>Còn %n dòng khác không đọc được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is taken in before all lines can be read: correct them in Excel first.</source>
        <translation>Đọc được hết mọi dòng thì mới ghi: hãy sửa ở Excel rồi chép lại.</translation>
    </message>
</context>
<context>
    <name>PasteModel</name>
    <message>
        <source>Cell</source>
        <translation>Ô nhận</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>As copied</source>
        <translation>Nguyên văn</translation>
    </message>
    <message>
        <source>Reads as</source>
        <translation>Đọc thành</translation>
    </message>
    <message>
        <source>Now there</source>
        <translation>Đang có</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>tử số</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>mẫu số</translation>
    </message>
    <message>
        <source>whole year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>not written: {reason}</source>
        <translation>không ghi: {reason}</translation>
    </message>
    <message>
        <source>replaces what is there</source>
        <translation>thay số đang có</translation>
    </message>
    <message>
        <source>two readings: choose with ← or →</source>
        <translation>đọc hai cách: chọn bằng phím ← →</translation>
    </message>
    <message>
        <source>the copied cell holds {number}</source>
        <translation>ô nguồn giữ {number}</translation>
    </message>
    <message>
        <source>{numerator} is above the denominator {denominator}</source>
        <translation>{numerator} lớn hơn mẫu số {denominator}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} hoặc {second}</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>ghi mới</translation>
    </message>
    <message>
        <source>replacing what is there</source>
        <translation>thay số đang có</translation>
    </message>
    <message>
        <source>to be chosen</source>
        <translation>cần chọn</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>không ghi</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste – look first</source>
        <translation>Dán từ Excel – xem trước</translation>
    </message>
    <message>
        <source>Cells to be written</source>
        <translation>Các ô sẽ ghi</translation>
    </message>
    <message>
        <source>&amp;Numbers read as</source>
        <translation>&amp;Cách đọc số</translation>
    </message>
    <message>
        <source>Numbers read as</source>
        <translation>Cách đọc số</translation>
    </message>
    <message>
        <source>The block is for</source>
        <translation>Dán vào</translation>
    </message>
    <message>
        <source>&amp;typed lines, one after the other</source>
        <translation>các dòng &amp;nhập, lần lượt</translation>
    </message>
    <message>
        <source>&amp;every line, blanks on computed ones</source>
        <translation>&amp;từng dòng như bảng, dòng tính để trống</translation>
    </message>
    <message>
        <source>Once written, one Ctrl+Z takes all of it back.</source>
        <translation>Sau khi ghi, một lần Ctrl+Z trả lại tất cả.</translation>
    </message>
    <message numerus="yes">
        <source>Write %n cell(s)</source>
        <translation>
            <numerusform>Ghi %n ô</numerusform>
        </translation>
    </message>
    <message>
        <source>As guessed, asking where in doubt</source>
        <translation>Đoán, hỏi khi chưa rõ</translation>
    </message>
    <message>
        <source>As in this program: {example}</source>
        <translation>Như phần mềm này: {example}</translation>
    </message>
    <message>
        <source>As {program} says: {example}</source>
        <translation>Theo {program}: {example}</translation>
    </message>
    <message>
        <source>Copied in this program.</source>
        <translation>Chép từ chính phần mềm này.</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>dấu phẩy</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>dấu chấm</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không dấu nào</translation>
    </message>
    <message>
        <source>{program} says: decimals are parted by {decimal}, thousands by {thousand}.</source>
        <translation>{program} cho biết: thập phân là {decimal}, nghìn là {thousand}.</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>dấu cách</translation>
    </message>
    <message>
        <source>{program} tells the value of each number.</source>
        <translation>{program} cho biết giá trị của từng số.</translation>
    </message>
    <message>
        <source>Nothing tells the separators: guessed to be Vietnamese.</source>
        <translation>Nguồn không cho biết dấu ngăn cách: đoán theo kiểu Việt Nam.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) can be read in two ways.</source>
        <translation>
            <numerusform>%n ô đọc được hai cách nên hỏi lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastedModel</name>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>đổi</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Sẽ thành</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Kind of measure</source>
        <translation>Loại số đo</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>before: {values}</source>
        <translation>trước: {values}</translation>
    </message>
</context>
<context>
    <name>PeekCard</name>
    <message>
        <source>Units: being computed…</source>
        <translation>Đơn vị: đang tính…</translation>
    </message>
    <message>
        <source>Units that pull it down</source>
        <translation>Đơn vị kéo giảm kết quả</translation>
    </message>
    <message>
        <source>Units that pull it down ({shown} of {all})</source>
        <translation>Đơn vị kéo giảm kết quả ({shown}/{all})</translation>
    </message>
    <message>
        <source>No unit is behind.</source>
        <translation>Không có đơn vị nào chưa đạt.</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>Explanation asked for ({state}{due})</source>
        <translation>Yêu cầu giải trình ({state}{due})</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Not explained yet.</source>
        <translation>Chưa có giải trình.</translation>
    </message>
</context>
<context>
    <name>PeriodButton</name>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
</context>
<context>
    <name>PeriodPopup</name>
    <message>
        <source>Single quarter</source>
        <translation>Riêng quý</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>Lũy kế</translation>
    </message>
</context>
<context>
    <name>PeriodsTab</name>
    <message>
        <source>Days off and make-up working days of the office</source>
        <translation>Ngày nghỉ và ngày làm bù của cơ quan</translation>
    </message>
    <message>
        <source>Beside weekends and public holidays; due dates and working days follow at once.</source>
        <translation>Ngoài thứ bảy, chủ nhật và ngày lễ; hạn gửi và số ngày làm việc được tính lại ngay.</translation>
    </message>
    <message>
        <source>{day} is in the list already. The old value was kept.</source>
        <translation>Ngày {day} đã có trong danh sách. Giá trị cũ được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>From the day it is issued, the plan is changed by a correction with a reason, or in a new version.</source>
        <translation>Từ ngày ban hành, kế hoạch chỉ đổi bằng đính chính có lý do, hoặc ở bản mới.</translation>
    </message>
    <message>
        <source>It replaces {code} from the day it is issued; periods that ended before keep theirs.</source>
        <translation>Bản này thay thế {code} từ ngày ban hành; các kỳ kết thúc trước ngày đó vẫn theo bản cũ.</translation>
    </message>
    <message>
        <source>Issue version {number}</source>
        <translation>Ban hành bản {number}</translation>
    </message>
    <message>
        <source>Issue of {code}</source>
        <translation>Ban hành {code}</translation>
    </message>
    <message>
        <source>{code} was issued, on {day}.</source>
        <translation>Đã ban hành {code} ngày {day}.</translation>
    </message>
    <message>
        <source>New version of {code}</source>
        <translation>Bản mới của {code}</translation>
    </message>
    <message>
        <source>{code} is being drafted; {old} stays in force until it is issued.</source>
        <translation>Đang soạn {code}; {old} còn hiệu lực đến khi bản này ban hành.</translation>
    </message>
    <message>
        <source>Set of indicators: {name}</source>
        <translation>Bộ chỉ tiêu: {name}</translation>
    </message>
    <message>
        <source>Putting away {code}</source>
        <translation>Lưu trữ {code}</translation>
    </message>
    <message>
        <source>{code} was put away: it is kept whole and found on this page, from the bar above.</source>
        <translation>Đã lưu trữ {code}: kế hoạch được giữ nguyên, mở lại ở trang này từ ô Kế hoạch phía trên.</translation>
    </message>
    <message>
        <source>Deletion of {code}</source>
        <translation>Xóa {code}</translation>
    </message>
    <message>
        <source>{code} was deleted; what units reported is still there.</source>
        <translation>Đã xóa {code}; số liệu các đơn vị đã báo cáo vẫn còn.</translation>
    </message>
    <message>
        <source>The file as it was before lies in {copy}</source>
        <translation>Tệp trước khi xóa nằm ở {copy}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>New plan</source>
        <translation>Kế hoạch mới</translation>
    </message>
    <message>
        <source>Print the table…</source>
        <translation>In bảng…</translation>
    </message>
    <message>
        <source>Table to Excel…</source>
        <translation>Xuất bảng ra Excel…</translation>
    </message>
    <message>
        <source>Delete this draft…</source>
        <translation>Xóa bản đang soạn này</translation>
    </message>
    <message>
        <source>Reform plan of {year}</source>
        <translation>Kế hoạch CCHC năm {year}</translation>
    </message>
    <message>
        <source>Issue version {number}</source>
        <translation>Ban hành bản {number}</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Lập bản mới</translation>
    </message>
    <message>
        <source>Bring the plan back</source>
        <translation>Đưa kế hoạch trở lại</translation>
    </message>
    <message>
        <source>Put the plan away</source>
        <translation>Lưu trữ kế hoạch</translation>
    </message>
    <message>
        <source>More that can be done to this plan</source>
        <translation>Việc khác với kế hoạch này</translation>
    </message>
    <message>
        <source>Add a ready set of indicators</source>
        <translation>Thêm bộ chỉ tiêu có sẵn</translation>
    </message>
</context>
<context>
    <name>PlanOutput</name>
    <message>
        <source>Workbooks</source>
        <translation>Sổ Excel</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>Tệp PDF</translation>
    </message>
    <message>
        <source>The table was written to {path}</source>
        <translation>Đã ghi bảng ra {path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có chương trình mở {file}; tệp nằm trong {folder}.</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>Choose them on the page of reports</source>
        <translation>Chọn ở trang Báo cáo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>Đơn &amp;vị lập</translation>
    </message>
    <message>
        <source>S&amp;uperior agency</source>
        <translation>Cơ quan chủ &amp;quản</translation>
    </message>
    <message>
        <source>&amp;Issuing agency</source>
        <translation>Cơ quan &amp;ban hành</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Đị&amp;a danh</translation>
    </message>
    <message>
        <source>Nu&amp;mber</source>
        <translation>&amp;Số ký hiệu</translation>
    </message>
    <message>
        <source>Issue&amp;d on</source>
        <translation>N&amp;gày ban hành</translation>
    </message>
    <message>
        <source>&amp;Replaces</source>
        <translation>T&amp;hay thế</translation>
    </message>
    <message>
        <source>Near, % o&amp;f the target</source>
        <translation>Gần đạt, % của mứ&amp;c</translation>
    </message>
    <message>
        <source>Plan &amp;above, to compare</source>
        <translation>Kế hoạch &amp;cấp trên</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Head and foot of its reports</source>
        <translation>Thể thức báo cáo</translation>
    </message>
    <message>
        <source>Grades, the best first</source>
        <translation>Thang xếp loại, mức tốt nhất trước</translation>
    </message>
    <message>
        <source>The year must be from 2000 to 2100.</source>
        <translation>Năm phải từ 2000 đến 2100.</translation>
    </message>
    <message>
        <source>The share must be from 0 to 100%.</source>
        <translation>Tỷ lệ phải từ 0 đến 100%.</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Parts of the plan</source>
        <translation>Các phần của kế hoạch</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Giao theo đơn vị</translation>
    </message>
    <message>
        <source>Legal bases</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Reporting periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Check rules</source>
        <translation>Quy tắc kiểm tra</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>About the plan</source>
        <translation>Thông tin kế hoạch</translation>
    </message>
    <message>
        <source>Target of {code}</source>
        <translation>Mức của {code}</translation>
    </message>
    <message>
        <source>Targets of a block of cells</source>
        <translation>Mức của một khối ô</translation>
    </message>
    <message>
        <source>{code} is given to this unit only; give it to another one first.</source>
        <translation>{code} chỉ giao cho đơn vị này; hãy giao cho đơn vị khác trước.</translation>
    </message>
    <message>
        <source>Who is asked for {code}</source>
        <translation>Đơn vị được giao {code}</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>illustrative figures</source>
        <translation>số liệu minh họa</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
    <message>
        <source>Lead: {lead}</source>
        <translation>Chủ trì: {lead}</translation>
    </message>
    <message>
        <source>{coverage} units have reported</source>
        <translation>{coverage} đơn vị đã báo cáo</translation>
    </message>
</context>
<context>
    <name>PressDialog</name>
    <message>
        <source>Every unit that has something to send has sent it; there is nobody to press.</source>
        <translation>Mọi đơn vị phải gửi đều đã gửi phiếu; không còn đơn vị nào phải đôn đốc.</translation>
    </message>
    <message>
        <source>Units to press</source>
        <translation>Đơn vị cần đôn đốc</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>Lưu tệp Excel…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lưu danh sách</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Sổ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The list was written to {path}</source>
        <translation>Đã ghi danh sách vào {path}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>%n trang A4</numerusform>
        </translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>Sending to the printer</source>
        <translation>Đang gửi tới máy in</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Keep it as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) so far…</source>
        <translation>
            <numerusform>Đã dàn %n trang…</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} more rows, in the Word file</source>
        <translation>còn {count} hàng, có trong tệp Word</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>&amp;Tint figures from data</source>
        <translation>&amp;Tô con số lấy từ dữ liệu</translation>
    </message>
    <message>
        <source>Pages may break some lines apart from Word; text and figures are the same</source>
        <translation>Trang có thể khác Word; chữ, số như nhau</translation>
    </message>
    <message>
        <source>Built-in form, here and in print; your template {name} is for Word</source>
        <translation>Mẫu có sẵn, ở đây và khi in; mẫu riêng {name} dùng khi xuất Word</translation>
    </message>
    <message>
        <source>Being made anew…</source>
        <translation>Đang lập lại…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Preview of the report</source>
        <translation>Xem trước báo cáo</translation>
    </message>
    <message>
        <source>Tab goes from figure to figure, Enter opens where it comes from</source>
        <translation>Tab đi từ con số này sang con số khác, Enter mở nguồn của con số</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Built-in form; your template {name} is for Word</source>
        <translation>Theo mẫu có sẵn; mẫu riêng {name} dùng khi xuất Word</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>Tệp PDF</translation>
    </message>
    <message>
        <source>The report was written to {path}</source>
        <translation>Đã ghi báo cáo ra {path}</translation>
    </message>
</context>
<context>
    <name>ProgressBand</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>{done}/{total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>page {page}/{total}</source>
        <translation>trang {page}/{total}</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>trang {page}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
</context>
<context>
    <name>RankModel</name>
    <message>
        <source>rank {rank}</source>
        <translation>hạng {rank}</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>không xếp hạng</translation>
    </message>
    <message>
        <source>lacking {amount}</source>
        <translation>thiếu {amount}</translation>
    </message>
    <message>
        <source>few cases: fewer than {count}</source>
        <translation>mẫu số nhỏ: dưới {count}</translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message>
        <source>Ranking of units</source>
        <translation>Xếp hạng đơn vị</translation>
    </message>
    <message>
        <source>Ranking of units, {code}</source>
        <translation>Xếp hạng đơn vị, {code}</translation>
    </message>
    <message>
        <source>{unit} (until {day})</source>
        <translation>{unit} (đến {day})</translation>
    </message>
    <message>
        <source>No unit has reported in this period yet</source>
        <translation>Chưa có đơn vị nào báo cáo kỳ này</translation>
    </message>
    <message>
        <source>line: each unit&apos;s own target</source>
        <translation>vạch: mức của từng đơn vị</translation>
    </message>
    <message>
        <source>line: target {target}</source>
        <translation>vạch: mức {target}</translation>
    </message>
    <message>
        <source>° fewer than {count} cases</source>
        <translation>° mẫu số dưới {count}</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>và %n đơn vị khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n unit(s) lacking most make up {share} of the shortfall: {names}</source>
        <translation>
            <numerusform>%n đơn vị thiếu nhiều nhất chiếm {share} phần thiếu: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n unit(s) over most make up {share} of what is too much: {names}</source>
        <translation>
            <numerusform>%n đơn vị vượt nhiều nhất chiếm {share} phần vượt: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vượt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>few cases: fewer than {count}</source>
        <translation>mẫu số nhỏ: dưới {count}</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>và %n đơn vị khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingsModel</name>
    <message>
        <source>Cell</source>
        <translation>Ô</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Nguyên văn</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc thành</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>matched by likeness: please look</source>
        <translation>khớp theo tên gần giống, cần xem lại</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>như đang có</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Enter goes on, Shift+Enter begins a new line</source>
        <translation>Enter để tiếp tục, Shift+Enter để xuống dòng</translation>
    </message>
    <message>
        <source>Say why: the reason is kept with the form and shown to the unit.</source>
        <translation>Hãy nêu lý do: lý do được lưu cùng phiếu và hiện cho đơn vị.</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>F2 edit · Enter down · Ctrl+D copy down</source>
        <translation>F2 sửa · Enter xuống · Ctrl+D chép xuống</translation>
    </message>
    <message>
        <source>line {number}, {column}</source>
        <translation>dòng {number}, {column}</translation>
    </message>
    <message>
        <source>Nothing was taken in: {problems}.</source>
        <translation>Không ghi ô nào: {problems}.</translation>
    </message>
    <message>
        <source>{problem} The old value was kept.</source>
        <translation>{problem} Giá trị cũ được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>ReorganiseDialog</name>
    <message>
        <source>Merge, split, move units</source>
        <translation>Sáp nhập, chia tách, chuyển đơn vị</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Sáp nhập</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Chia tách</translation>
    </message>
    <message>
        <source>&amp;Move under another superior</source>
        <translation>Chuyển &amp;về cấp trên khác</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Effective &amp;day</source>
        <translation>N&amp;gày hiệu lực</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>Căn c&amp;ứ</translation>
    </message>
    <message>
        <source>The old units end on the day before; the new ones begin on this day.</source>
        <translation>Đơn vị cũ thôi hoạt động sau ngày liền trước; đơn vị mới bắt đầu từ ngày này.</translation>
    </message>
    <message>
        <source>1/3 Who</source>
        <translation>1/3 Đơn vị nào</translation>
    </message>
    <message>
        <source>2/3 When, and by which document</source>
        <translation>2/3 Khi nào, theo văn bản nào</translation>
    </message>
    <message>
        <source>3/3 What is going to happen</source>
        <translation>3/3 Những gì sẽ được ghi</translation>
    </message>
    <message>
        <source>&amp;Write it</source>
        <translation>&amp;Ghi</translation>
    </message>
</context>
<context>
    <name>ReportSide</name>
    <message>
        <source>Form…</source>
        <translation>Thể thức…</translation>
    </message>
    <message>
        <source>Symbol, place, addressee, recipients: what stands around the text</source>
        <translation>Ký hiệu, địa danh, kính gửi, nơi nhận và các phần khác của thể thức</translation>
    </message>
    <message>
        <source>{done}/{all} parts done</source>
        <translation>{done}/{all} phần xong</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Kỳ</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>Đơn &amp;vị</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>N&amp;gười ký</translation>
    </message>
    <message>
        <source>Before the export</source>
        <translation>Trước khi xuất</translation>
    </message>
    <message>
        <source>Enter or double-click leads to where it is mended</source>
        <translation>Enter hoặc nhấp đúp để đến chỗ cần sửa</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Cách lập</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Preview and reports made</source>
        <translation>Xem trước và báo cáo đã lập</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Made before</source>
        <translation>Đã lập</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Toàn kế hoạch</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>Issued {day}</source>
        <translation>Đã phát hành {day}</translation>
    </message>
    <message>
        <source>due {due}</source>
        <translation>hạn {due}</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Ask for an explanation</source>
        <translation>Yêu cầu giải trình</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>Đơn &amp;vị</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>why is it behind</source>
        <translation>vì sao chưa đạt</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Hạn</translation>
    </message>
    <message>
        <source>d/m/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút yêu cầu</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Yêu cầu lại</translation>
    </message>
    <message>
        <source>not before the day of asking</source>
        <translation>không được trước ngày yêu cầu</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a copy</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Tệp khác…</translation>
    </message>
    <message>
        <source>Copies of the file</source>
        <translation>Các bản sao của tệp</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>Trong bản sao</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>Trong tệp hiện nay</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Thay đổi cuối</translation>
    </message>
    <message>
        <source>Open a data file</source>
        <translation>Mở tệp dữ liệu</translation>
    </message>
    <message>
        <source>Data files (*.cchc)</source>
        <translation>Tệp dữ liệu (*.cchc)</translation>
    </message>
    <message>
        <source>daily copy, before the first change of the day</source>
        <translation>bản hằng ngày, trước thay đổi đầu tiên trong ngày</translation>
    </message>
    <message>
        <source>before a large change</source>
        <translation>trước một thay đổi lớn</translation>
    </message>
    <message>
        <source>as it was before a copy was restored</source>
        <translation>như trước khi khôi phục một bản sao</translation>
    </message>
    <message>
        <source>as it was before a newer version of the program</source>
        <translation>như trước khi nâng cấp phần mềm</translation>
    </message>
    <message>
        <source>No file was opened on this machine yet; choose one.</source>
        <translation>Chưa tệp nào được mở trên máy này; hãy chọn một tệp.</translation>
    </message>
    <message>
        <source>{name} is no longer where it was; the copy is put there.</source>
        <translation>Không còn thấy {name} ở chỗ cũ; bản sao sẽ được đặt vào đó.</translation>
    </message>
    <message>
        <source>Nothing is lost: {name} as it is now is kept beside it under a name that says so.</source>
        <translation>Không mất gì: {name} như hiện nay được giữ ngay bên cạnh, với tên nói rõ là tệp trước khi khôi phục.</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>đang đọc…</translation>
    </message>
    <message>
        <source>There is no copy of this file on this machine.</source>
        <translation>Trên máy này không có bản sao nào của tệp.</translation>
    </message>
</context>
<context>
    <name>RightPanel</name>
    <message>
        <source>Source of the figure</source>
        <translation>Nguồn của con số</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>A side is codes joined by + and −; CODE.tử and CODE.mẫu are the parts of a ratio, 2 × CODE is twice its value, behind a code stands where it is looked for: {words}.</source>
        <translation>Mỗi vế là mã chỉ tiêu nối bằng + và −; MÃ.tử, MÃ.mẫu là hai phần của tỷ lệ; 2 × MÃ là hai lần giá trị; sau mã có thể ghi nơi lấy số: {words}.</translation>
    </message>
    <message>
        <source>Jumps and unusual values</source>
        <translation>Tăng, giảm và giá trị bất thường</translation>
    </message>
    <message>
        <source>Another rule has this code. The old value was kept.</source>
        <translation>Đã có quy tắc mang mã này. Giá trị cũ được giữ.</translation>
    </message>
    <message>
        <source>The plan has no indicators that could be added up yet.</source>
        <translation>Kế hoạch chưa có chỉ tiêu nào cộng được.</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>Balance rules</source>
        <translation>Quy tắc cân đối</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Vế trái</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Vế phải</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Sai số</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Thêm quy tắc</translation>
    </message>
    <message>
        <source>A comparison is one of {signs}.</source>
        <translation>Phép so sánh là một trong {signs}.</translation>
    </message>
    <message>
        <source>This may not be below 0.</source>
        <translation>Số này không được âm.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>lỗi</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>cảnh báo</translation>
    </message>
    <message>
        <source>Type {first} or {second}.</source>
        <translation>Hãy gõ {first} hoặc {second}.</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Stopped: nothing was written and nothing printed.</source>
        <translation>Đã dừng: không ghi tệp nào, không in trang nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>Đã gửi %n trang tới máy in.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Đang ghi {file}</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Take back the acceptance</source>
        <translation>Thôi chấp nhận</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>Chấp nhận, nêu lý do…</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>What is said of the form</source>
        <translation>Tóm tắt về phiếu</translation>
    </message>
    <message>
        <source>Once sent, the figures are locked; the form can be opened again with a reason.</source>
        <translation>Gửi xong, số liệu được khóa; vẫn có thể mở lại phiếu nếu nêu lý do.</translation>
    </message>
    <message>
        <source>Send the form</source>
        <translation>Gửi phiếu</translation>
    </message>
    <message>
        <source>Sent on {day}, due {due}: {lateness}.</source>
        <translation>Ngày gửi {day}, hạn {due}: {lateness}.</translation>
    </message>
    <message>
        <source>Filled: {filled} of {expected} cells.</source>
        <translation>Đã nhập {filled}/{expected} ô.</translation>
    </message>
    <message>
        <source>Still empty: {codes}.</source>
        <translation>Còn trống: {codes}.</translation>
    </message>
    <message>
        <source>Nothing occurred: {codes}.</source>
        <translation>Không phát sinh: {codes}.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) or warning(s) still open:</source>
        <translation>
            <numerusform>%n lỗi, cảnh báo chưa xử lý:</numerusform>
        </translation>
    </message>
    <message>
        <source>No error or warning is open.</source>
        <translation>Không còn lỗi, cảnh báo nào chưa xử lý.</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) accepted with a note:</source>
        <translation>
            <numerusform>%n cảnh báo đã chấp nhận, có ghi chú:</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed or asked for, without an explanation: {codes}.</source>
        <translation>Chưa đạt hoặc được yêu cầu, chưa có giải trình: {codes}.</translation>
    </message>
    <message>
        <source>Without evidence: {codes}.</source>
        <translation>Chưa có minh chứng: {codes}.</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Send the form of {quarter} – {unit}</source>
        <translation>Gửi phiếu {quarter} – {unit}</translation>
    </message>
    <message>
        <source>Sent: {units}, {quarter}. The figures are locked.</source>
        <translation>Đã gửi phiếu: {units}, {quarter}. Số liệu đã khóa.</translation>
    </message>
    <message>
        <source>Open the form again</source>
        <translation>Mở lại phiếu</translation>
    </message>
    <message>
        <source>{units}, {quarter}: why is what was sent opened again?</source>
        <translation>{units}, {quarter}: vì sao mở lại phiếu đã gửi?</translation>
    </message>
    <message>
        <source>Opened again: {units}, {quarter}. The figures can be changed.</source>
        <translation>Đã mở lại phiếu: {units}, {quarter}. Số liệu sửa được.</translation>
    </message>
    <message>
        <source>Return the form</source>
        <translation>Trả lại phiếu</translation>
    </message>
    <message>
        <source>{units}, {quarter}: what is to be put right?</source>
        <translation>{units}, {quarter}: cần rà soát, sửa điều gì?</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Returned: {units}, {quarter}.</source>
        <translation>Đã trả lại phiếu: {units}, {quarter}.</translation>
    </message>
    <message>
        <source>Taken in: {units}, {quarter}.</source>
        <translation>Đã tiếp nhận phiếu: {units}, {quarter}.</translation>
    </message>
    <message>
        <source>None of the chosen forms is sent and waits to be taken in.</source>
        <translation>Trong các phiếu đã chọn không có phiếu nào đã gửi và đang chờ tiếp nhận.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>và %n đơn vị khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentComparison</name>
    <message>
        <source>Reported</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Lũy kế</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Accepted because</source>
        <translation>Lý do chấp nhận</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>What was sent: {quarter} – {unit}</source>
        <translation>Phiếu đã gửi: {quarter} – {unit}</translation>
    </message>
    <message>
        <source>Steps of the form, newest first</source>
        <translation>Các bước của phiếu, mới nhất trước</translation>
    </message>
    <message>
        <source>Only what was &amp;changed since</source>
        <translation>Chỉ phần &amp;đã thay đổi</translation>
    </message>
    <message>
        <source>What was sent and what is there now</source>
        <translation>Số liệu khi gửi và hiện nay</translation>
    </message>
    <message>
        <source>{state} {day} · {who}
written {at}</source>
        <translation>{state} {day} · {who}
ghi lúc {at}</translation>
    </message>
    <message>
        <source>Nothing was sent yet: there is nothing to compare with.</source>
        <translation>Phiếu chưa gửi lần nào nên chưa có gì để so sánh.</translation>
    </message>
    <message>
        <source>Sent on {day}; {count} lines are no longer as they were sent.</source>
        <translation>Gửi ngày {day}; {count} dòng không còn như khi gửi.</translation>
    </message>
    <message>
        <source>Sent on {day}; everything is still as it was sent.</source>
        <translation>Gửi ngày {day}; tất cả vẫn như khi gửi.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{problem} There is no copy of today.</source>
        <translation>{problem} Hôm nay chưa có bản sao lưu.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; your data are as they were before.</source>
        <translation>Phần mềm gặp trục trặc; số liệu vẫn như trước.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Công việc</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Giao diện</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Cỡ chữ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>&amp;Name kept in the history</source>
        <translation>&amp;Tên ghi trong lịch sử</translation>
    </message>
    <message>
        <source>&amp;Folder of daily copies</source>
        <translation>Thư mục &amp;sao lưu hằng ngày</translation>
    </message>
    <message>
        <source>The file is copied there at the first change of a day; the last ten copies are kept.</source>
        <translation>Tệp được sao lưu vào đó khi có thay đổi đầu tiên trong ngày; giữ mười bản gần nhất.</translation>
    </message>
    <message>
        <source>&amp;Few cases: fewer than</source>
        <translation>Mẫu số &amp;nhỏ: dưới</translation>
    </message>
    <message>
        <source>In the ranking of units, rates of fewer cases are marked °; 0 marks none.</source>
        <translation>Khi xếp hạng đơn vị, tỷ lệ có mẫu số nhỏ hơn được đánh dấu °; 0: không đánh dấu.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Phần mềm</translation>
    </message>
    <message>
        <source>Reform targets, version {number}</source>
        <translation>Theo dõi chỉ tiêu CCHC, phiên bản {number}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>MIT; Qt and PySide6 under the LGPL 3</source>
        <translation>MIT; Qt và PySide6 theo giấy phép LGPL 3</translation>
    </message>
    <message>
        <source>Data and log</source>
        <translation>Dữ liệu và nhật ký</translation>
    </message>
    <message>
        <source>Folder of daily copies</source>
        <translation>Thư mục sao lưu hằng ngày</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>As a picture of the A4 page (300 dpi)</source>
        <translation>Ảnh trang A4 (300 dpi)</translation>
    </message>
    <message>
        <source>As a table for Excel</source>
        <translation>Bảng cho Excel</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>The page was written to {path}</source>
        <translation>Đã ghi trang vào {path}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Ảnh đã nằm trong bộ nhớ tạm.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Bảng đã nằm trong bộ nhớ tạm.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>Quarters before</source>
        <translation>Các quý trước</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>wanted, since the target is missed</source>
        <translation>bắt buộc vì chưa đạt</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>on this cell (Shift+F2)</source>
        <translation>của ô này (Shift+F2)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Thêm minh chứng</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Tệp…</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Liên kết…</translation>
    </message>
    <message>
        <source>Document (number, date)…</source>
        <translation>Văn bản (số, ngày)…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>asked for by the leader</source>
        <translation>lãnh đạo yêu cầu</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đã đủ</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
    <message>
        <source>Note on the cell</source>
        <translation>Ghi chú ô</translation>
    </message>
    <message>
        <source>History of the cell</source>
        <translation>Lịch sử ô</translation>
    </message>
    <message>
        <source>Numerator: {numerator}. Denominator: {denominator}</source>
        <translation>Tử số: {numerator}. Mẫu số: {denominator}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Nguồn: {source}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Kết thúc…</translation>
    </message>
    <message>
        <source>Remove a unit entered by mistake</source>
        <translation>Xóa đơn vị nhập nhầm</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>tử số</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>mẫu số</translation>
    </message>
    <message>
        <source>target</source>
        <translation>mức đề ra</translation>
    </message>
    <message>
        <source>target’s upper end</source>
        <translation>mức đề ra (cận trên)</translation>
    </message>
    <message>
        <source>gap to the target</source>
        <translation>chênh lệch so với mức</translation>
    </message>
    <message>
        <source>units that have reported</source>
        <translation>số đơn vị đã báo cáo</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>số đếm</translation>
    </message>
    <message>
        <source>still to be done</source>
        <translation>còn phải làm</translation>
    </message>
    <message>
        <source>room up to the limit</source>
        <translation>còn được phép</translation>
    </message>
    <message>
        <source>still expected this year</source>
        <translation>dự kiến còn phát sinh</translation>
    </message>
    <message>
        <source>to be done each working day</source>
        <translation>phải làm mỗi ngày làm việc</translation>
    </message>
    <message>
        <source>same period of the year before</source>
        <translation>cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>change on the year before</source>
        <translation>tăng, giảm so với cùng kỳ</translation>
    </message>
    <message>
        <source>place among the units</source>
        <translation>thứ hạng giữa các đơn vị</translation>
    </message>
    <message>
        <source>share</source>
        <translation>tỷ trọng</translation>
    </message>
    <message>
        <source>days late</source>
        <translation>số ngày chậm</translation>
    </message>
    <message>
        <source>how far short still counts as nearly met</source>
        <translation>ngưỡng gần đạt</translation>
    </message>
    <message>
        <source>{done} of {all} units</source>
        <translation>{done}/{all} đơn vị</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Đã đếm những gì</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Toàn kế hoạch</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Tử số</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>not all had reported then</source>
        <translation>khi đó chưa đủ đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Số liệu của</translation>
    </message>
    <message>
        <source>{share} units</source>
        <translation>{share} đơn vị</translation>
    </message>
    <message>
        <source>provisional: not everything is in yet</source>
        <translation>tạm tính: chưa đủ số liệu</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>met when {target}; nearly met when short by at most {percent}% of the target</source>
        <translation>đạt khi {target}; gần đạt khi còn thiếu không quá {percent}% của mức</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>it cannot be right, so no rate is printed</source>
        <translation>số liệu không thể đúng nên không in tỷ lệ</translation>
    </message>
    <message>
        <source>the plan’s, for the year</source>
        <translation>mức cả năm của kế hoạch</translation>
    </message>
    <message>
        <source>the plan’s, for this period</source>
        <translation>mức riêng kỳ này của kế hoạch</translation>
    </message>
    <message>
        <source>the unit’s own</source>
        <translation>mức giao riêng cho đơn vị</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>Còn phải làm</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>Còn được phép</translation>
    </message>
    <message>
        <source>Still expected</source>
        <translation>Dự kiến còn phát sinh</translation>
    </message>
    <message>
        <source>Each working day</source>
        <translation>Mỗi ngày làm việc</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Tử/mẫu</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Sửa gần nhất</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Chịu trách nhiệm</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>a part sent</source>
        <translation>gửi chưa đủ</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>đã báo cáo đủ</translation>
    </message>
    <message>
        <source>Column ({number}): {name}</source>
        <translation>Cột ({number}): {name}</translation>
    </message>
    <message>
        <source>Received in the period: (4) + (5)</source>
        <translation>Tiếp nhận trong kỳ: (4) + (5)</translation>
    </message>
    <message>
        <source>Resolved in time: ((8) + (9)) : (7)</source>
        <translation>Giải quyết trước và đúng hạn: ((8) + (9)) : (7)</translation>
    </message>
    <message>
        <source>Received online: (4) : ((4) + (5))</source>
        <translation>Tiếp nhận trực tuyến: (4) : ((4) + (5))</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Open in data entry</source>
        <translation>Mở trong Nhập số liệu</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Choose a figure in the preview: here it says where it comes from.</source>
        <translation>Chọn một con số trong bản xem trước: nguồn của nó hiện ở đây.</translation>
    </message>
    <message>
        <source>What the figure is made of</source>
        <translation>Con số gộp từ đâu</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>The plan&apos;s text</source>
        <translation>Văn bản kế hoạch</translation>
    </message>
</context>
<context>
    <name>StandingTable</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Phiếu</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) lacking</source>
        <translation>
            <numerusform>thiếu %n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>đủ</translation>
    </message>
    <message numerus="yes">
        <source>%n lacking</source>
        <translation>
            <numerusform>thiếu %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Follow a reform plan: set targets, enter figures by quarter, see gaps, print reports.</source>
        <translation>Theo dõi kế hoạch cải cách hành chính: giao chỉ tiêu, nhập số liệu hằng quý, thấy chỗ thiếu, in báo cáo.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Xem thử</translation>
    </message>
    <message>
        <source>Every page has figures; change them at will.</source>
        <translation>Mọi trang có sẵn số liệu; cứ sửa thử.</translation>
    </message>
    <message>
        <source>A gauge as an example</source>
        <translation>Đồng hồ đo làm ví dụ</translation>
    </message>
    <message>
        <source>Plan of Nam Giang district for 2023, with illustrative figures.</source>
        <translation>Kế hoạch CCHC năm 2023 của huyện Nam Giang, số liệu minh họa.</translation>
    </message>
    <message>
        <source>Open the sample plan</source>
        <translation>Mở kế hoạch mẫu</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>Tạo kế hoạch mới</translation>
    </message>
    <message>
        <source>In a file of its own, on this machine.</source>
        <translation>Trong một tệp riêng, trên máy này.</translation>
    </message>
    <message>
        <source>From the plan&apos;s document</source>
        <translation>Từ văn bản kế hoạch</translation>
    </message>
    <message>
        <source>Word or pasted text; targets are proposed</source>
        <translation>Mở tệp Word hoặc dán chữ; phần mềm đề xuất mức chỉ tiêu</translation>
    </message>
    <message>
        <source>From an Excel workbook</source>
        <translation>Từ bảng Excel</translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation>Từ đầu</translation>
    </message>
    <message>
        <source>In the known sheets; says what it cannot read</source>
        <translation>Theo biểu có sẵn; báo từng ô không đọc được</translation>
    </message>
    <message>
        <source>From last year&apos;s plan</source>
        <translation>Chép từ năm trước</translation>
    </message>
    <message>
        <source>Keeps the codes, so that series go on</source>
        <translation>Giữ mã chỉ tiêu để nối dãy số liệu</translation>
    </message>
    <message>
        <source>Six areas of Resolution 76, or other ready sets</source>
        <translation>Sáu lĩnh vực của Nghị quyết 76/NQ-CP và các bộ có sẵn khác</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>A .cchc file; or drop one on this window.</source>
        <translation>Tệp .cchc; hoặc thả tệp vào cửa sổ này.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Gần đây</translation>
    </message>
    <message>
        <source>Restore from a copy…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>indicators, targets, legal bases</source>
        <translation>chỉ tiêu, mức, căn cứ</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>who reports what</source>
        <translation>đơn vị nào báo cáo gì</translation>
    </message>
    <message>
        <source>Data entry</source>
        <translation>Nhập số liệu</translation>
    </message>
    <message>
        <source>each quarter, due on the 20th</source>
        <translation>mỗi quý, hạn ngày 20</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>in Word, by Decree 30</source>
        <translation>Word theo Nghị định 30</translation>
    </message>
    <message>
        <source>No files yet. Those you open will stand here.</source>
        <translation>Chưa có tệp nào. Tệp đã mở sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>StateBand</name>
    <message>
        <source>What was sent…</source>
        <translation>Bản đã gửi…</translation>
    </message>
    <message>
        <source>Sent on {day}: the figures are locked. To change them, open the form again.</source>
        <translation>Đã gửi ngày {day}: số liệu đã khóa. Muốn sửa, hãy bấm Mở lại phiếu và nêu lý do.</translation>
    </message>
    <message>
        <source>Taken in on {day}: the figures are locked. To change them, open it again.</source>
        <translation>Đã tiếp nhận ngày {day}: số liệu đã khóa. Muốn sửa, hãy bấm Mở lại phiếu và nêu lý do.</translation>
    </message>
    <message>
        <source>Returned on {day} by {who}: {reason}</source>
        <translation>Bị trả lại ngày {day} ({who}): {reason}</translation>
    </message>
    <message>
        <source>Opened again on {day} by {who}: {reason}</source>
        <translation>Mở lại ngày {day} ({who}): {reason}</translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>{state}, provisional</source>
        <translation>{state}, tạm tính</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Working</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>The day that is asked; it decides what is overdue</source>
        <translation>Ngày xem; dùng để xét việc quá hạn</translation>
    </message>
    <message>
        <source>Size of all text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Phiên bản {number}</translation>
    </message>
    <message>
        <source>Last copy: {when}</source>
        <translation>Sao lưu gần nhất: {when}</translation>
    </message>
    <message>
        <source>Day asked {day}</source>
        <translation>Ngày xem {day}</translation>
    </message>
    <message>
        <source>Text size {percent}%</source>
        <translation>Cỡ chữ {percent}%</translation>
    </message>
    <message>
        <source>The data stay on this machine; no network is needed</source>
        <translation>Dữ liệu chỉ nằm trên máy này, không cần mạng</translation>
    </message>
    <message>
        <source>Every change is saved at once</source>
        <translation>Mọi thay đổi được lưu ngay</translation>
    </message>
    <message>
        <source>✓ All changes saved at {when}</source>
        <translation>✓ Mọi thay đổi đã lưu lúc {when}</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Sheet</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Written numbers</source>
        <translation>Số viết bằng chữ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>One-stop group</source>
        <translation>Bộ một cửa</translation>
    </message>
    <message>
        <source>First row of the headings</source>
        <translation>Dòng tiêu đề đầu tiên</translation>
    </message>
    <message>
        <source>Rows of headings</source>
        <translation>Số dòng tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Trang</translation>
    </message>
    <message>
        <source>&amp;Headings from row</source>
        <translation>Tiêu đề từ &amp;dòng</translation>
    </message>
    <message>
        <source>&amp;rows</source>
        <translation>&amp;số dòng</translation>
    </message>
    <message>
        <source>Written &amp;numbers</source>
        <translation>Số dạng &amp;văn bản</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>Đơ&amp;n vị</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Kỳ</translation>
    </message>
    <message>
        <source>&amp;Indicator</source>
        <translation>&amp;Chỉ tiêu</translation>
    </message>
    <message>
        <source>&amp;One-stop group</source>
        <translation>&amp;Bộ một cửa</translation>
    </message>
    <message>
        <source>holds where neither row nor column says its own</source>
        <translation>dùng khi dòng và cột không ghi riêng</translation>
    </message>
    <message>
        <source>as the table says</source>
        <translation>theo bảng</translation>
    </message>
    <message>
        <source>ask where unclear</source>
        <translation>hỏi khi chưa rõ</translation>
    </message>
    <message>
        <source>1.234,5 (Vietnamese)</source>
        <translation>1.234,5 (Việt Nam)</translation>
    </message>
    <message>
        <source>1,234.5 (English)</source>
        <translation>1,234.5 (Anh)</translation>
    </message>
</context>
<context>
    <name>TablePrinting</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>TablesOut</name>
    <message>
        <source>Copying the table…</source>
        <translation>Đang sao chép bảng…</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>Đang ghi sổ Excel…</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>better than {year}</source>
        <translation>hơn {year}</translation>
    </message>
    <message>
        <source>“{grade}” is not a grade of this plan: {grades}.</source>
        <translation>“{grade}” không có trong thang xếp loại của kế hoạch: {grades}.</translation>
    </message>
    <message>
        <source>Please type “done” or “not done”.</source>
        <translation>Hãy ghi “có” hoặc “không”.</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>How far it is is a whole number from 0 to 100.</source>
        <translation>Tiến độ là số nguyên từ 0 đến 100.</translation>
    </message>
</context>
<context>
    <name>TasksTable</name>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Done, %</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Thêm nhiệm vụ</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>xong, trễ hạn</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message numerus="yes">
        <source>overdue, %n day(s)</source>
        <translation>
            <numerusform>quá hạn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>under way</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nhiệm vụ mới</translation>
    </message>
</context>
<context>
    <name>Templating</name>
    <message>
        <source>The office&apos;s own template</source>
        <translation>Mẫu của cơ quan</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Tài liệu Word</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>see the error</source>
        <translation>xem lỗi</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Nearly met</source>
        <translation>Gần đạt</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Chưa đạt</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Cần kiểm tra</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Chưa đến kỳ</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Chưa có số liệu</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Thứ hạng</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Xếp loại</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>adds up over the quarters</source>
        <translation>phát sinh, cộng dồn các quý</translation>
    </message>
    <message>
        <source>as of the quarter&apos;s end</source>
        <translation>thời điểm cuối quý</translation>
    </message>
    <message>
        <source>counted once, from the first quarter</source>
        <translation>tính một lần, theo quý đầu của kỳ</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>ít nhất</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>trên</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>không quá</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>đúng bằng</translation>
    </message>
    <message>
        <source>within a range</source>
        <translation>trong khoảng</translation>
    </message>
    <message>
        <source>better than the year before</source>
        <translation>tốt hơn năm trước</translation>
    </message>
    <message>
        <source>more than the year before</source>
        <translation>tăng so với năm trước</translation>
    </message>
    <message>
        <source>less than the year before</source>
        <translation>giảm so với năm trước</translation>
    </message>
    <message>
        <source>Merger</source>
        <translation>Sáp nhập</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Chia tách</translation>
    </message>
    <message>
        <source>Change of name</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Giải thể</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Results of the plan&apos;s indicators</source>
        <translation>Kết quả chỉ tiêu</translation>
    </message>
    <message>
        <source>Periodic report on the reform</source>
        <translation>Báo cáo CCHC định kỳ</translation>
    </message>
    <message>
        <source>One-stop settlement of dossiers</source>
        <translation>Hồ sơ một cửa</translation>
    </message>
    <message>
        <source>Results and ranking of units</source>
        <translation>Kết quả theo đơn vị</translation>
    </message>
    <message>
        <source>Letter to units that are late or behind</source>
        <translation>Công văn đôn đốc</translation>
    </message>
    <message>
        <source>The plan with its targets and tasks</source>
        <translation>Văn bản kế hoạch</translation>
    </message>
    <message>
        <source>Letter on {period}</source>
        <translation>Công văn {period}</translation>
    </message>
    <message>
        <source>Plan of {period}</source>
        <translation>Kế hoạch {period}</translation>
    </message>
    <message>
        <source>Quarter I {year}</source>
        <translation>Quý I {year}</translation>
    </message>
    <message>
        <source>Quarter II {year}</source>
        <translation>Quý II {year}</translation>
    </message>
    <message>
        <source>Quarter III {year}</source>
        <translation>Quý III {year}</translation>
    </message>
    <message>
        <source>Quarter IV {year}</source>
        <translation>Quý IV {year}</translation>
    </message>
    <message>
        <source>Six months {year}</source>
        <translation>6 tháng {year}</translation>
    </message>
    <message>
        <source>Nine months {year}</source>
        <translation>9 tháng {year}</translation>
    </message>
    <message>
        <source>Whole year {year}</source>
        <translation>Cả năm {year}</translation>
    </message>
    <message>
        <source>quarter I of {year}</source>
        <translation>quý I năm {year}</translation>
    </message>
    <message>
        <source>quarter II of {year}</source>
        <translation>quý II năm {year}</translation>
    </message>
    <message>
        <source>quarter III of {year}</source>
        <translation>quý III năm {year}</translation>
    </message>
    <message>
        <source>quarter IV of {year}</source>
        <translation>quý IV năm {year}</translation>
    </message>
    <message>
        <source>the first six months of {year}</source>
        <translation>6 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>the first nine months of {year}</source>
        <translation>9 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>the year {year}</source>
        <translation>năm {year}</translation>
    </message>
    <message>
        <source>Report on {period}</source>
        <translation>Báo cáo {period}</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>Quý {number}</translation>
    </message>
    <message>
        <source>one day left</source>
        <translation>còn 1 ngày</translation>
    </message>
    <message>
        <source>one day late</source>
        <translation>quá hạn 1 ngày</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>còn {days} ngày</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>quá hạn {days} ngày</translation>
    </message>
    <message>
        <source>below {year}</source>
        <translation>dưới năm {year}</translation>
    </message>
    <message>
        <source>beats {year}</source>
        <translation>hơn năm {year}</translation>
    </message>
    <message>
        <source>{change} on {year}</source>
        <translation>{change} so với {year}</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Chưa hoàn thành</translation>
    </message>
    <message>
        <source>Over by {amount}</source>
        <translation>Vượt mức {amount}</translation>
    </message>
    <message>
        <source>Below the limit by {amount}</source>
        <translation>Thấp hơn mức tối đa {amount}</translation>
    </message>
    <message>
        <source>% points</source>
        <translation>điểm %</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Reform plan {year}</source>
        <translation>Kế hoạch CCHC {year}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>from {position}</source>
        <translation>từ {position}</translation>
    </message>
    <message>
        <source>below last year</source>
        <translation>dưới năm trước</translation>
    </message>
    <message>
        <source>beats last year</source>
        <translation>hơn năm trước</translation>
    </message>
    <message>
        <source>{change} on last year</source>
        <translation>{change} so với năm trước</translation>
    </message>
    <message>
        <source>Short by {amount}</source>
        <translation>Thiếu {amount}</translation>
    </message>
    <message>
        <source>Exactly at the target</source>
        <translation>Vừa đúng mức</translation>
    </message>
    <message>
        <source>Ahead by {amount}</source>
        <translation>Vượt {amount}</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>bậc</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>after its due date, on a day off</source>
        <translation>sau hạn, vào ngày nghỉ</translation>
    </message>
    <message>
        <source>late by %n working day(s)</source>
        <translation>trễ %n ngày làm việc</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Không phải gửi</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Time line</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Hình</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>{before} units became {after}</source>
        <translation>{before} đơn vị cũ, {after} đơn vị mới</translation>
    </message>
    <message>
        <source>Nothing has happened to units yet.</source>
        <translation>Chưa có sự kiện nào.</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Time line of the units</source>
        <translation>Dòng thời gian của các đơn vị</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>Tree of units</source>
        <translation>Cây đơn vị</translation>
    </message>
    <message>
        <source>Find a unit, tones or not</source>
        <translation>Tìm đơn vị, không cần gõ dấu</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Trend</source>
        <translation>Xu hướng</translation>
    </message>
    <message>
        <source>not enough data yet</source>
        <translation>chưa đủ dữ liệu</translation>
    </message>
    <message>
        <source>Cumulative trend, {code}</source>
        <translation>Xu hướng lũy kế {code}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Dự báo</translation>
    </message>
</context>
<context>
    <name>TrendsPanel</name>
    <message>
        <source>The last six quarters</source>
        <translation>Diễn biến sáu quý gần nhất</translation>
    </message>
    <message>
        <source>{first} – {last}, each quarter alone; dashed: the target</source>
        <translation>{first} – {last}, riêng từng quý; đường đứt: mức</translation>
    </message>
    <message>
        <source>{name}: {value} in {quarter}, target {target}</source>
        <translation>{name}: {value} trong {quarter}, mức {target}</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>mức {target}</translation>
    </message>
</context>
<context>
    <name>TwoFields</name>
    <message>
        <source>Rename {unit}</source>
        <translation>Đổi tên {unit}</translation>
    </message>
    <message>
        <source>The old name stays for what was reported before, and in issued reports.</source>
        <translation>Tên cũ được giữ cho số liệu trước đó và trong báo cáo đã phát hành.</translation>
    </message>
    <message>
        <source>New &amp;name</source>
        <translation>&amp;Tên mới</translation>
    </message>
    <message>
        <source>From the &amp;day</source>
        <translation>Từ n&amp;gày</translation>
    </message>
    <message>
        <source>End of {unit}</source>
        <translation>Kết thúc {unit}</translation>
    </message>
    <message>
        <source>Its figures stay in the total; nobody takes them over.</source>
        <translation>Số liệu vẫn nằm trong tổng; không đơn vị nào tiếp nhận.</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>Căn c&amp;ứ</translation>
    </message>
    <message>
        <source>No more from the &amp;day</source>
        <translation>Thôi từ n&amp;gày</translation>
    </message>
    <message>
        <source>Event of {day}</source>
        <translation>Sự kiện ngày {day}</translation>
    </message>
    <message>
        <source>Effective &amp;day</source>
        <translation>N&amp;gày hiệu lực</translation>
    </message>
</context>
<context>
    <name>UnitCard</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại</translation>
    </message>
    <message>
        <source>commune, department, ...</source>
        <translation>xã, phường, phòng, ...</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>Cấp t&amp;rên</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Từ n&amp;gày</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>codes, parted by ;</source>
        <translation>các mã, cách nhau bằng dấu ;</translation>
    </message>
    <message>
        <source>&amp;Succeeded by</source>
        <translation>&amp;Kế thừa bởi</translation>
    </message>
    <message>
        <source>always; d/m/yyyy</source>
        <translation>luôn có; d/m/yyyy</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Under: the one it begins under; {superior} from {day}</source>
        <translation>Cấp trên ghi ở trên là cấp trên ban đầu; từ {day} về dưới {superior}</translation>
    </message>
    <message>
        <source>No unit has the code {code}.</source>
        <translation>Không có đơn vị mang mã {code}.</translation>
    </message>
</context>
<context>
    <name>UnitChoice</name>
    <message>
        <source>Find a unit, tones or not</source>
        <translation>Tìm đơn vị, không cần gõ dấu</translation>
    </message>
</context>
<context>
    <name>UnitList</name>
    <message>
        <source>Units and their forms</source>
        <translation>Các đơn vị và phiếu báo cáo</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>Press units that have not sent</source>
        <translation>Đôn đốc đơn vị chưa gửi</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>{accepted} taken in · {sent} sent</source>
        <translation>{accepted} tiếp nhận · {sent} đã gửi</translation>
    </message>
</context>
<context>
    <name>UnitPopup</name>
    <message>
        <source>Find a unit; tone marks are not needed</source>
        <translation>Tìm đơn vị, không cần gõ dấu</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>UnitTreeModel</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Not in being on this day</source>
        <translation>Không hoạt động vào ngày này</translation>
    </message>
    <message numerus="yes">
        <source>out of %n unit(s)</source>
        <translation>
            <numerusform>từ %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
</context>
<context>
    <name>UnitWrites</name>
    <message>
        <source>Change of {unit}</source>
        <translation>Sửa {unit}</translation>
    </message>
    <message>
        <source>New unit {code}</source>
        <translation>Thêm đơn vị {code}</translation>
    </message>
    <message>
        <source>Removal of {unit}</source>
        <translation>Xóa {unit}</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) from a list</source>
        <translation>
            <numerusform>%n đơn vị từ danh sách</numerusform>
        </translation>
    </message>
    <message>
        <source>Mergers, splits, changes of name</source>
        <translation>Sáp nhập, chia tách, đổi tên</translation>
    </message>
    <message>
        <source>{event} of {day:%d/%m/%Y}</source>
        <translation>{event} ngày {day:%d/%m/%Y}</translation>
    </message>
    <message>
        <source>{event} taken back</source>
        <translation>Bỏ: {event}</translation>
    </message>
    <message>
        <source>Day of {event}</source>
        <translation>Ngày của sự kiện {event}</translation>
    </message>
</context>
<context>
    <name>UnitsHead</name>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Tree on the &amp;day</source>
        <translation>Cây đơn vị vào n&amp;gày</translation>
    </message>
    <message>
        <source>Day of the tree</source>
        <translation>Ngày của cây đơn vị</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Chọn ngày</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>Merge, split…</source>
        <translation>Sáp nhập, chia tách…</translation>
    </message>
    <message>
        <source>Print units and events (Ctrl+P)</source>
        <translation>In đơn vị và sự kiện (Ctrl+P)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>Theo đơn vị lúc báo cáo</translation>
    </message>
    <message>
        <source>On today&apos;s units</source>
        <translation>Theo đơn vị hiện nay</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>figures in the bars: {indicator}, {period}</source>
        <translation>số trong khung: {indicator}, {period}</translation>
    </message>
    <message>
        <source>NEW{n}</source>
        <translation>MOI{n}</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>The page was written to {path}</source>
        <translation>Trang đã được ghi ra {path}</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>UnitsPaper</name>
    <message>
        <source>Units on {day}</source>
        <translation>Danh sách đơn vị ngày {day}</translation>
    </message>
    <message>
        <source>Mergers, splits, changes of name</source>
        <translation>Sáp nhập, chia tách, đổi tên</translation>
    </message>
    <message>
        <source>asked on {day}</source>
        <translation>ngày xem {day}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Cấp trên</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Thành</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ</translation>
    </message>
</context>
<context>
    <name>UnitsToPress</name>
    <message>
        <source>Units to press</source>
        <translation>Đơn vị cần đôn đốc</translation>
    </message>
    <message>
        <source>Draft the letter</source>
        <translation>Soạn văn bản đôn đốc</translation>
    </message>
    <message>
        <source>The ready letter to units that are late or behind, with names and days</source>
        <translation>Văn bản đôn đốc soạn sẵn, có tên đơn vị và ngày hạn</translation>
    </message>
    <message>
        <source>Not all reported</source>
        <translation>Chưa báo cáo đủ</translation>
    </message>
    <message>
        <source>Most indicators missed</source>
        <translation>Nhiều chỉ tiêu chưa đạt nhất</translation>
    </message>
    <message>
        <source>To be done now</source>
        <translation>Việc cần làm ngay</translation>
    </message>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>và %n đơn vị khác</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>too many to look at each; choose a unit</source>
        <translation>quá nhiều đơn vị; hãy chọn một đơn vị cấp trên</translation>
    </message>
    <message numerus="yes">
        <source>See all %n unit(s)</source>
        <translation>
            <numerusform>Xem cả %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không có</translation>
    </message>
    <message numerus="yes">
        <source>To be done: %n</source>
        <translation>
            <numerusform>Việc cần làm: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>đang tính…</translation>
    </message>
</context>
<context>
    <name>Verifying</name>
    <message>
        <source>An edited report</source>
        <translation>Báo cáo đã sửa</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Tài liệu Word</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>Đang đối chiếu {file}</translation>
    </message>
    <message>
        <source>Comparing two reports</source>
        <translation>Đang so sánh hai báo cáo</translation>
    </message>
    <message>
        <source>{file}: {figures} figures were looked at; {hand} were changed by hand, of {data} the data changed since.</source>
        <translation>{file}: đã đối chiếu {figures} con số; {hand} con số bị sửa tay, {data} con số có số liệu đổi sau khi lập.</translation>
    </message>
    <message>
        <source>What the file itself keeps of its figures was changed; something may be missing.</source>
        <translation>Phần ghi gốc các con số trong tệp đã bị sửa; kết quả có thể thiếu.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>sửa tay</translation>
    </message>
    <message>
        <source>data</source>
        <translation>số liệu đổi</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>không còn</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Nay</translation>
    </message>
    <message>
        <source>Sentence, or who and when</source>
        <translation>Câu, hoặc ai sửa và lúc nào</translation>
    </message>
    <message>
        <source>The edited Word file</source>
        <translation>Bản Word đã sửa</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>không nêu</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) differ between the two reports.</source>
        <translation>
            <numerusform>Hai báo cáo khác nhau %n con số.</numerusform>
        </translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Con số</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Bản trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Bản sau</translation>
    </message>
    <message>
        <source>Two reports compared</source>
        <translation>So sánh hai báo cáo</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>số đếm</translation>
    </message>
    <message>
        <source>whole plan</source>
        <translation>toàn kế hoạch</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>being drafted</source>
        <translation>đang soạn</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>đã ban hành</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>được thay thế</translation>
    </message>
    <message>
        <source>The plan has no indicators.</source>
        <translation>Kế hoạch chưa có chỉ tiêu nào.</translation>
    </message>
    <message>
        <source>Without a target: {codes}</source>
        <translation>Chưa có mức: {codes}</translation>
    </message>
    <message>
        <source>It is not said what is divided by what: {codes}</source>
        <translation>Chưa nêu tử số, mẫu số: {codes}</translation>
    </message>
    <message>
        <source>No legal basis is named.</source>
        <translation>Chưa nêu căn cứ nào.</translation>
    </message>
    <message>
        <source>Tasks without a lead unit: {codes}</source>
        <translation>Nhiệm vụ chưa có đơn vị chủ trì: {codes}</translation>
    </message>
    <message>
        <source>Tasks without a deadline: {codes}</source>
        <translation>Nhiệm vụ chưa có hạn: {codes}</translation>
    </message>
    <message>
        <source>version {number}, {state}</source>
        <translation>bản {number}, {state}</translation>
    </message>
    <message>
        <source>issued on {day}</source>
        <translation>ban hành ngày {day}</translation>
    </message>
    <message>
        <source>{number} of {day}</source>
        <translation>số {number} ngày {day}</translation>
    </message>
    <message>
        <source>based on {document}</source>
        <translation>dựa trên {document}</translation>
    </message>
</context>
<context>
    <name>VersionsTab</name>
    <message>
        <source>Versions of the plan</source>
        <translation>Các bản của kế hoạch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Bản</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số ký hiệu</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>To Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Điều khác nhau</translation>
    </message>
    <message>
        <source>Corrections after issue</source>
        <translation>Đính chính sau khi ban hành</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Bản {number}</translation>
    </message>
    <message>
        <source>from the day it is issued</source>
        <translation>từ ngày ban hành</translation>
    </message>
    <message>
        <source>from the beginning of the year</source>
        <translation>từ đầu năm</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>{first}, before {day}</source>
        <translation>{first}, đến trước ngày {day}</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;So</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>&amp;với</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>The file was just changed in another window, so this was not saved; look again, then repeat it.</source>
        <translation>Tệp vừa được sửa ở một cửa sổ khác nên thay đổi này chưa được ghi; số liệu được đọc lại, hãy xem rồi làm lại.</translation>
    </message>
    <message>
        <source>The file was changed in another window since this step; it is not taken back.</source>
        <translation>Từ sau bước này tệp đã được sửa ở một cửa sổ khác nên không hoàn tác bước này được.</translation>
    </message>
    <message>
        <source>The file was changed in another window at {time}; what is shown here has been read anew.</source>
        <translation>Tệp vừa được sửa ở một cửa sổ khác lúc {time}; số liệu trên màn hình đã được đọc lại.</translation>
    </message>
</context>
<context>
    <name>WindowsTable</name>
    <message>
        <source>Reporting periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>To be sent by</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>by the rule of Decree 09/2019/NĐ-CP</source>
        <translation>theo Nghị định 09/2019/NĐ-CP</translation>
    </message>
    <message>
        <source>set by the plan; Delete brings the rule back</source>
        <translation>kế hoạch quy định riêng; Delete để trở lại quy định chung</translation>
    </message>
    <message>
        <source>{period} would end before it begins.</source>
        <translation>{period}: ngày cuối trước ngày đầu.</translation>
    </message>
</context>
<context>
    <name>Workbooks</name>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Sổ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất ra Excel</translation>
    </message>
    <message>
        <source>Everything was written to {path}</source>
        <translation>Đã xuất toàn bộ dữ liệu ra {path}</translation>
    </message>
    <message>
        <source>Evidence files lie in the folder {folder}; keep it with the workbook.</source>
        <translation>Tệp minh chứng nằm trong thư mục {folder}; hãy giữ thư mục này cùng với sổ.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>No program on this machine opens {file}; it lies in {folder}.</source>
        <translation>Máy này không có phần mềm mở {file}; tệp nằm trong {folder}.</translation>
    </message>
    <message>
        <source>The file is whole, and everything reported adds up.</source>
        <translation>Tệp nguyên vẹn, số liệu đã báo cáo đều khớp.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã chấp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s). Enter or a double click leads to where it was entered.</source>
        <translation>
            <numerusform>Có %n điều cần xem. Enter hoặc nhấp đúp để đến chỗ đã nhập.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Kiểm tra tệp</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Explanation: {code}</source>
        <translation>Giải trình: {code}</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Explanation of {code}</source>
        <translation>Giải trình {code}</translation>
    </message>
</context>
<context>
    <name>_Asking</name>
    <message>
        <source>Attach</source>
        <translation>Đính kèm</translation>
    </message>
</context>
</TS>
