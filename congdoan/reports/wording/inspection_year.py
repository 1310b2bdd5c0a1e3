"""The inspection committee's report of a year, "Báo cáo công tác kiểm tra, giám sát"."""

from .wording import YEAR, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO"),
    ("Subject", "Công tác kiểm tra, giám sát của công đoàn {{kỳ}},"),
    ("Subject", "nhiệm vụ {{kỳ sau}}"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Thực hiện chương trình kiểm tra, giám sát năm {{năm}}, Ủy ban kiểm tra {{công đoàn}} báo cáo kết quả {{kỳ}} như sau:",
    ),
    ("Heading1", "TỔ CHỨC ỦY BAN KIỂM TRA"),
    (
        "BodyText",
        "[[Toàn hệ thống có {{số: ORG-01}} công đoàn cơ sở (CĐCS)[[, {{số: INS-17}} ủy ban kiểm tra công đoàn]].]]",
    ),
    ("BodyText", "{{chữ: tổ chức}}"),
    ("Heading1", "KẾT QUẢ KIỂM TRA, GIÁM SÁT"),
    ("Heading2", "Thực hiện kế hoạch"),
    (
        "BodyText",
        "[[Tiến hành {{số: INS-01}} cuộc kiểm tra, giám sát[[ ({{so sánh: INS-01}})]][[, đạt {{tỷ lệ: INS-16 | dạng = cả hai}} kế "
        "hoạch năm]].]]",
    ),
    ("Heading2", "Kiểm tra chấp hành Điều lệ"),
    (
        "BodyText",
        "[[Kiểm tra chấp hành Điều lệ {{số: INS-02}} cuộc[[, gồm [[cùng cấp {{số: INS-03}} cuộc]][[ và cấp dưới {{số: INS-04}} "
        "cuộc]]]].]] [[{{tỷ lệ: INS-11 | dạng = cả hai}} CĐCS tự kiểm tra.]]",
    ),
    ("Heading2", "Kiểm tra tài chính, tài sản"),
    (
        "BodyText",
        "[[Kiểm tra tài chính, tài sản {{số: INS-05}} cuộc[[, gồm [[cùng cấp {{số: INS-06}} cuộc]][[ và cấp dưới {{số: INS-07}} "
        "cuộc]]]].]] [[{{tỷ lệ: INS-10 | dạng = cả hai}} CĐCS tự kiểm tra.]] [[Số tiền kiến nghị thu hồi, đã thu hồi {{số: "
        "INS-13}}.]]",
    ),
    ("Heading2", "Kiểm tra khi có dấu hiệu vi phạm; giám sát"),
    (
        "BodyText",
        "[[Kiểm tra khi có dấu hiệu vi phạm {{số: INS-08}} cuộc.]] [[Giám sát {{số: INS-09}} cuộc.]] [[{{số: INS-14}} tổ chức bị "
        "kiểm điểm, xử lý.]] [[{{số: INS-15}} cán bộ, đoàn viên bị kỷ luật.]] [[Đã khắc phục {{số: INS-18}} kiến nghị sau kiểm tra.]]",
    ),
    ("Heading1", "TIẾP ĐOÀN VIÊN, GIẢI QUYẾT ĐƠN THƯ"),
    (
        "BodyText",
        "[[Tiếp {{số: COM-01}} lượt đoàn viên, người lao động.]] [[Tiếp nhận {{số: COM-02}} đơn[[, giải quyết {{số: COM-03}} đơn "
        "thuộc thẩm quyền, đạt {{tỷ lệ: COM-04 | dạng = cả hai}}]][[; chuyển, hướng dẫn {{số: COM-05}} đơn]].]] [[{{số: COM-06}} "
        "người được khôi phục quyền lợi.]]",
    ),
    ("Heading1", "HẠN CHẾ VÀ NGUYÊN NHÂN"),
    ("BodyText", "{{chữ: hạn chế | Nêu những việc chưa làm được và nguyên nhân}}"),
    ("Heading1", "NHIỆM VỤ {{kỳ sau | dạng = hoa}}"),
    ("BodyText", "{{chữ: nhiệm vụ | Nêu những nhiệm vụ chính của năm tới, mỗi việc một dòng}}"),
    ("Closing", "Trên đây là báo cáo công tác kiểm tra, giám sát {{kỳ}} của {{công đoàn}}./."),
)
TABLES = (
    ("Caption", "Bảng 1. Kết quả theo công đoàn"),
    ("BodyText", "{{bảng: INS-01, INS-02, INS-05}}"),
)

INSPECTION_YEAR = Wording("inspection_year", "Báo cáo công tác kiểm tra, giám sát", YEAR, BODY, TABLES)
