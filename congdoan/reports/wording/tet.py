"""The rapid report after Tết, "Báo cáo nhanh chăm lo Tết": who was looked after, with what, from which source."""

from .wording import DAYS, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO NHANH"),
    ("Subject", "Kết quả chăm lo Tết cho đoàn viên, người lao động {{kỳ}}"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Thực hiện chỉ đạo của {{cấp trên}} về chăm lo Tết Nguyên đán, {{công đoàn}} báo cáo nhanh kết quả {{kỳ}} như sau:",
    ),
    ("Heading1", "KẾT QUẢ CHĂM LO"),
    (
        "BodyText",
        "[[Các cấp công đoàn đã trao {{số: CAR-04}} suất quà Tết[[, trị giá {{số: CAR-05}}]]"
        "[[, cho {{số: CAR-39}} đoàn viên, người lao động khó khăn]].]] [[Trong đó [[{{số: CAR-06}} gia đình khó khăn, mắc bệnh "
        "hiểm nghèo]][[; {{số: CAR-07}} cháu mồ côi, khuyết tật là con đoàn viên]].]] [[{{công đoàn}} trực tiếp trao {{số: CAR-04 "
        "| phạm vi = riêng}} suất quà[[, trị giá {{số: CAR-05 | phạm vi = riêng}}]].]]",
    ),
    (
        "BodyText",
        "[[Nguồn kinh phí: {{liệt kê: CAR-05 | theo = nguồn kinh phí}}.]] [[Hình thức: {{liệt kê: CAR-05 | theo = hình thức}}.]]",
    ),
    (
        "BodyText",
        "[[Gặp mặt, tặng quà đoàn viên tiêu biểu tại {{số: CAR-34}} CĐCS[[, tổng số tiền {{số: CAR-40}}]].]] [[Hỗ trợ {{số: "
        "CAR-18}} đoàn viên dịp lễ, Tết[[, số tiền {{số: CAR-19}}]].]] [[Thăm {{số: CAR-22}} Mẹ Việt Nam anh hùng, gia đình "
        "chính sách[[, số tiền {{số: CAR-23}}]].]]",
    ),
    ("Heading1", "CÁC CHƯƠNG TRÌNH DỊP TẾT"),
    (
        "BodyText",
        "[[Tổ chức {{số: CAR-30}} chương trình Tết Sum vầy[[ với {{số: CAR-31}} lượt người dự]].]] [[{{số: CAR-08}} đoàn viên, "
        "người lao động tham gia Chợ Tết Công đoàn.]] [[Hỗ trợ {{số: CAR-33}} vé, chuyến xe đưa đoàn viên về quê đón Tết.]]",
    ),
    ("BodyText", "{{chữ: chương trình}}"),
    ("Heading1", "ĐÁNH GIÁ, KIẾN NGHỊ"),
    ("BodyText", "{{chữ: đánh giá | Nêu việc trả lương, thưởng Tết, tình hình quan hệ lao động; kiến nghị}}"),
    ("Closing", "Trên đây là báo cáo nhanh kết quả chăm lo Tết của {{công đoàn}}./."),
)
TABLES = (
    ("Caption", "Bảng 1. Kết quả theo công đoàn"),
    ("BodyText", "{{bảng: CAR-04, CAR-05, CAR-06, CAR-07}}"),
)

TET = Wording("tet", "Báo cáo nhanh chăm lo Tết", DAYS, BODY, TABLES)
