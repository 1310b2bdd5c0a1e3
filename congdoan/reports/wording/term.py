"""The report to a congress, "Báo cáo nhiệm kỳ": five years, every target with its result, the targets of the next term."""

from . import chapters
from .wording import TERM, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO"),
    ("Subject", "Kết quả thực hiện nghị quyết đại hội công đoàn {{kỳ}},"),
    ("Subject", "phương hướng, nhiệm vụ nhiệm kỳ tới"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Trong nhiệm kỳ qua, dưới sự lãnh đạo của cấp ủy và sự chỉ đạo của {{cấp trên}}, {{công đoàn}} đã tổ chức thực hiện nghị "
        "quyết đại hội và đạt kết quả như sau:",
    ),
    ("Heading1", "TÌNH HÌNH ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG"),
    *chapters.STRENGTH,
    ("BodyText", "{{chữ: tình hình chung | Nêu bối cảnh của nhiệm kỳ; thuận lợi, khó khăn}}"),
    ("Heading1", "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT"),
    ("Heading2", "Kết quả thực hiện các chỉ tiêu"),
    ("BodyText", "{{bảng chỉ tiêu: kỳ này}}"),
    ("Heading2", "Đại diện, bảo vệ; thực hiện dân chủ ở cơ sở"),
    *chapters.REPRESENTATION,
    ("BodyText", "{{chữ: đại diện bảo vệ}}"),
    ("Heading2", "Chăm lo đời sống đoàn viên, người lao động"),
    *chapters.CARE,
    *chapters.CHARITY,
    ("BodyText", "{{chữ: chăm lo}}"),
    ("Heading2", "Tuyên truyền, giáo dục; học tập nâng cao trình độ"),
    *chapters.PROPAGANDA,
    ("BodyText", "{{chữ: tuyên truyền}}"),
    ("Heading2", "Phong trào thi đua yêu nước, khen thưởng"),
    *chapters.EMULATION,
    *chapters.AWARDS,
    ("BodyText", "{{chữ: thi đua}}"),
    ("Heading2", "Phát triển đoàn viên, xây dựng tổ chức công đoàn; tham gia xây dựng Đảng"),
    *chapters.ORGANISATION,
    *chapters.PARTY,
    ("BodyText", "{{chữ: xây dựng tổ chức}}"),
    ("Heading2", "Công tác nữ công"),
    *chapters.WOMEN,
    ("Heading2", "Kiểm tra, giám sát; giải quyết đơn thư; tài chính công đoàn"),
    *chapters.INSPECTION,
    *chapters.FINANCE,
    ("Heading1", "HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM"),
    ("BodyText", "{{chữ: hạn chế | Nêu những việc chưa làm được và nguyên nhân}}"),
    ("BodyText", "{{chữ: bài học | Nêu các bài học kinh nghiệm, mỗi bài học một dòng}}"),
    ("Heading1", "PHƯƠNG HƯỚNG, MỤC TIÊU NHIỆM KỲ TỚI"),
    ("BodyText", "{{chữ: phương hướng | Nêu mục tiêu, phương hướng chung của nhiệm kỳ tới}}"),
    ("Heading2", "Các chỉ tiêu phấn đấu"),
    ("BodyText", "{{bảng chỉ tiêu: kỳ sau}}"),
    ("Heading2", "Nhiệm vụ, giải pháp"),
    ("BodyText", "{{chữ: nhiệm vụ | Nêu các nhóm nhiệm vụ, giải pháp, mỗi việc một dòng}}"),
    ("Closing", "Trên đây là báo cáo kết quả thực hiện nghị quyết đại hội của {{công đoàn}}./."),
)
TABLES = (
    ("Caption", "Bảng 1. Kết quả theo công đoàn"),
    ("BodyText", "{{bảng: CAR-02, FUN-01, FUN-02, PAR-02, INS-01}}"),
)

TERM_REPORT = Wording("term", "Báo cáo nhiệm kỳ", TERM, BODY, TABLES)
