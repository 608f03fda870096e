"""The targets of Nam Giang for 2023 as a plan's text writes them; the facts are public, the sentences ours."""

TEXT = (
    "Năm 2023, phấn đấu: tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần đạt từ 65% trở lên; số hóa hồ sơ,"
    " kết quả TTHC còn hiệu lực, có giá trị sử dụng lại đạt tối thiểu 60%; mức độ hài lòng của người dân, doanh nghiệp"
    " về giải quyết TTHC đạt tối thiểu 90%, trong đó lĩnh vực đất đai, xây dựng, đầu tư đạt tối thiểu 85%; hài lòng về"
    " dịch vụ y tế, giáo dục công lập đạt tối thiểu 85%. 100% văn bản trao đổi giữa huyện và xã (trừ văn bản mật) dưới"
    " dạng điện tử, được ký số; 90% TTHC, dịch vụ công tích hợp Cổng DVC quốc gia; 60% TTHC có nghĩa vụ tài chính được"
    " thanh toán trực tuyến. PAR INDEX xếp loại Khá trở lên; SIPAS, PAPI cải thiện vị thứ so với năm 2022; DDCI nhóm"
    " Tốt."
)
