"""The report of a year of a grassroots union, "Báo cáo tổng kết năm của CĐCS"."""

from . import chapters
from .wording import YEAR, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO"),
    ("Subject", "Tổng kết hoạt động công đoàn cơ sở {{kỳ}},"),
    ("Subject", "chương trình công tác {{kỳ sau}}"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Thực hiện chương trình công tác năm {{năm}} và sự chỉ đạo của {{cấp trên}}, {{công đoàn}} báo cáo kết quả hoạt động "
        "{{kỳ}} và chương trình công tác {{kỳ sau}} như sau:",
    ),
    ("Heading1", "TÌNH HÌNH CHUNG"),
    ("BodyText", "[[{{công đoàn}} có {{số: MEM-01}} đoàn viên[[, trong đó {{số: MEM-02}} đoàn viên nữ]].]]"),
    ("BodyText", "{{chữ: tình hình chung | Nêu tình hình cơ quan, đơn vị; thuận lợi, khó khăn trong năm}}"),
    ("Heading1", "KẾT QUẢ HOẠT ĐỘNG"),
    ("Heading2", "Tuyên truyền, giáo dục"),
    (
        "BodyText",
        "[[{{tỷ lệ: PRO-04}} đoàn viên học tập chuyên đề tư tưởng, đạo đức, phong cách Hồ Chí Minh.]] [[Tổ chức {{số: PRO-01}} "
        "buổi tuyên truyền[[ với {{số: PRO-02}} lượt người dự]].]] " + chapters.CONTESTS,
    ),
    ("BodyText", "{{chữ: tuyên truyền}}"),
    ("Heading2", "Tham gia quản lý; đại diện, bảo vệ quyền, lợi ích của đoàn viên"),
    (
        "BodyText",
        "[[Phối hợp với lãnh đạo cơ quan tổ chức {{số: REP-01 | dạng = hai số}} hội nghị cán bộ, công chức, viên chức {{kỳ}}.]] [[REP-14: "
        "Tham gia xây dựng quy chế chi tiêu nội bộ.]] [[Góp ý {{số: REP-23}} quy chế, đề án, văn bản của cơ quan.]] [[Tham gia các hội đồng của cơ quan, xét công nhận [[{{số: EMU-08 | dạng = hai số}} Chiến sĩ thi đua cơ "
        "sở]][[, {{số: EMU-09}} Lao động tiên tiến]][[, {{số: EMU-10 | dạng = hai số}} Tập thể lao động xuất sắc]][[, {{số: EMU-11 "
        "| dạng = hai số}} Tập thể lao động tiên tiến]].]] [[{{số: REP-21 | dạng = hai số}} đoàn viên được nâng lương.]] [[Tạo điều "
        "kiện cho {{số: REP-22}} lượt cán bộ, đoàn viên tham gia đào tạo, bồi dưỡng.]]",
    ),
    ("BodyText", "{{chữ: đại diện bảo vệ}}"),
    ("Heading2", "Chăm lo đời sống đoàn viên"),
    (
        "BodyText",
        "[[Hỗ trợ {{số: CAR-18}} đoàn viên dịp lễ, Tết[[, số tiền {{số: CAR-19}}]].]] [[Thăm, chúc Tết Mẹ Việt Nam anh hùng, gia "
        "đình chính sách, số tiền {{số: CAR-23}}.]] [[Thăm gia đình và đoàn viên ốm đau, hữu sự, tặng quà sinh nhật, số tiền {{số: "
        "CAR-21}}.]] [[Thăm hỏi, trợ cấp {{số: CAR-01}} lượt đoàn viên khó khăn, ốm đau[[, số tiền {{số: CAR-02}}]].]]",
    ),
    (
        "BodyText",
        "[[Vận động đóng góp các quỹ, tổng số tiền {{số: FUN-02}}.]] [[Vận động {{số: FUN-10 | dạng = hai số}} đoàn viên hiến máu "
        "tình nguyện.]] [[Thực hiện mô hình góp vốn xoay vòng, tổng số tiền {{số: CAR-17}}.]]",
    ),
    ("BodyText", "{{chữ: chăm lo}}"),
    ("Heading2", "Công tác nữ công và chăm lo con đoàn viên"),
    (
        "BodyText",
        "[[Tổ chức {{số: WOM-08 | dạng = hai số}} buổi họp mặt, sinh hoạt nữ công.]] [[Tặng {{số: WOM-04}} phần quà cho nữ đoàn "
        "viên[[, số tiền {{số: WOM-05 | dạng = tròn}}]].]] [[Tặng quà {{số: CAR-24}} cháu thiếu nhi là con đoàn viên[[, số tiền "
        "{{số: CAR-25}}]].]] [[Hỗ trợ mua dụng cụ học tập cho con đoàn viên {{số: CAR-26}}.]] [[Khen thưởng các cháu học tốt, số "
        "tiền {{số: CAR-28 | dạng = tròn}}.]]",
    ),
    ("BodyText", "{{chữ: nữ công}}"),
    ("Heading2", "Xây dựng tổ chức, thi đua, khen thưởng"),
    (
        "BodyText",
        "[[{{tỷ lệ: EMU-07}} đoàn viên hoàn thành xuất sắc nhiệm vụ.]] [[{{số: AWD-17 | dạng = hai số}} đoàn viên được công đoàn "
        "các cấp tặng Giấy khen: {{liệt kê: AWD-17 | theo = cấp khen}}.]] [[Kết nạp mới {{số: MEM-05 | dạng = hai số}} đoàn viên[[, {{chỉ tiêu: MEM-05}}]].]]",
    ),
    *chapters.PARTY,
    ("BodyText", "{{chữ: xây dựng tổ chức}}"),
    ("Heading2", "Kiểm tra, tài chính"),
    *chapters.INSPECTION,
    *chapters.FINANCE,
    ("Heading1", "HẠN CHẾ"),
    ("BodyText", "{{chữ: hạn chế | Nêu những việc chưa làm được và nguyên nhân}}"),
    ("Heading1", "CHƯƠNG TRÌNH CÔNG TÁC {{kỳ sau | dạng = hoa}}"),
    ("BodyText", "{{chữ: nhiệm vụ | Nêu những việc chính của năm tới, mỗi việc một dòng}}"),
    ("Closing", "Trên đây là báo cáo tổng kết {{kỳ}} của {{công đoàn}}./."),
)

GRASSROOTS_YEAR = Wording("grassroots_year", "Báo cáo tổng kết năm", YEAR, BODY, grassroots=True)
