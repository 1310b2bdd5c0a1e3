"""The report of a year of an upper union, "Báo cáo tổng kết năm": its own work and that of all under it."""

from . import chapters
from .wording import YEAR, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO"),
    ("Subject", "Tổng kết phong trào công nhân, viên chức, lao động"),
    ("Subject", "và hoạt động công đoàn {{kỳ}},"),
    ("Subject", "phương hướng, nhiệm vụ {{kỳ sau}}"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Thực hiện chương trình công tác năm {{năm}} và sự chỉ đạo của {{cấp trên}}, {{công đoàn}} báo cáo kết quả "
        "{{kỳ}} và phương hướng, nhiệm vụ {{kỳ sau}} như sau:",
    ),
    ("Heading1", "TÌNH HÌNH ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG"),
    *chapters.STRENGTH,
    (
        "BodyText",
        "{{chữ: tình hình chung | Nêu tình hình đoàn viên, người lao động; thuận lợi, khó khăn trong năm}}",
    ),
    ("Heading1", "KẾT QUẢ HOẠT ĐỘNG"),
    ("Heading2", "Đại diện, bảo vệ; thực hiện dân chủ ở cơ sở"),
    *chapters.REPRESENTATION,
    ("BodyText", "{{chữ: đại diện bảo vệ}}"),
    ("Heading2", "Chăm lo đời sống đoàn viên, người lao động"),
    *chapters.CARE,
    ("BodyText", "{{chữ: chăm lo}}"),
    ("Heading2", "Hoạt động xã hội, nhân đạo; chung sức xây dựng nông thôn mới"),
    *chapters.CHARITY,
    ("Heading2", "Tuyên truyền, giáo dục; học tập nâng cao trình độ"),
    *chapters.PROPAGANDA,
    ("BodyText", "{{chữ: tuyên truyền}}"),
    ("Heading2", "Phong trào thi đua, văn hóa, thể thao, khen thưởng"),
    *chapters.EMULATION,
    *chapters.AWARDS,
    ("BodyText", "{{chữ: thi đua}}"),
    ("Heading2", "Phát triển đoàn viên, xây dựng tổ chức công đoàn; tham gia xây dựng Đảng"),
    *chapters.ORGANISATION,
    *chapters.PARTY,
    ("BodyText", "{{chữ: xây dựng tổ chức}}"),
    ("Heading2", "Công tác nữ công"),
    *chapters.WOMEN,
    ("BodyText", "{{chữ: nữ công}}"),
    ("Heading2", "Kiểm tra, giám sát; giải quyết đơn thư; tài chính công đoàn"),
    *chapters.INSPECTION,
    *chapters.FINANCE,
    ("BodyText", "{{chữ: kiểm tra}}"),
    ("Heading1", "ĐÁNH GIÁ CHUNG"),
    ("BodyText", "{{chữ: ưu điểm}}"),
    ("BodyText", "{{chữ: hạn chế | Nêu những việc chưa làm được và nguyên nhân}}"),
    ("Heading1", "PHƯƠNG HƯỚNG, NHIỆM VỤ {{kỳ sau | dạng = hoa}}"),
    ("BodyText", "{{chữ: nhiệm vụ | Nêu những nhiệm vụ chính của năm tới, mỗi việc một dòng}}"),
    ("Heading1", "ĐỀ XUẤT, KIẾN NGHỊ"),
    ("BodyText", "{{chữ: kiến nghị}}"),
    ("Closing", "Trên đây là báo cáo tổng kết {{kỳ}} của {{công đoàn}}./."),
)
TABLES = (
    ("Caption", "Bảng 1. Kết quả theo công đoàn"),
    ("BodyText", "{{bảng: CAR-01, CAR-02, PRO-02, FUN-15}}"),
    ("Caption", "Biểu đồ 1. Số tiền thăm hỏi, trợ cấp theo tháng, {{kỳ}}"),
    ("Picture", "{{biểu đồ: CAR-02 | theo = tháng}}"),
)

YEAR_REPORT = Wording("year", "Báo cáo tổng kết năm", YEAR, BODY, TABLES, grassroots=False)
