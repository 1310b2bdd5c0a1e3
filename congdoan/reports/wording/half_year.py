"""The report every union sends up after six months, "Báo cáo sơ kết 6 tháng"."""

from . import chapters
from .wording import HALF, Wording

BODY = (
    ("DocumentKind", "BÁO CÁO"),
    ("Subject", "Sơ kết hoạt động công đoàn {{kỳ}},"),
    ("Subject", "nhiệm vụ trọng tâm {{kỳ sau}}"),
    ("SubjectRule", ""),
    (
        "BodyText",
        "Thực hiện chương trình công tác năm {{năm}} và sự chỉ đạo của {{cấp trên}}, {{công đoàn}} báo cáo kết quả hoạt động "
        "{{kỳ}} và nhiệm vụ trọng tâm {{kỳ sau}} [[ORG-01: (số liệu chi tiết và nguồn của từng số tại phụ lục kèm theo) ]]như "
        "sau:",
    ),
    ("Heading1", "TÌNH HÌNH CHUNG"),
    (
        "BodyText",
        "[[Đến hết kỳ báo cáo, {{công đoàn}} có {{số: ORG-01}} công đoàn cơ sở (CĐCS) đang hoạt động[[ với {{số: MEM-01}} đoàn viên]][[, trong đó {{số: MEM-02}} đoàn viên nữ]].]]",
    ),
    (
        "BodyText",
        "{{chữ: tình hình chung | Nêu tình hình đoàn viên, người lao động; thuận lợi, khó khăn ảnh hưởng đến hoạt động công đoàn}}",
    ),
    ("Heading1", "KẾT QUẢ HOẠT ĐỘNG"),
    ("Heading2", "Chăm lo đời sống đoàn viên, người lao động"),
    (
        "BodyText",
        "[[Chợ Tết Công đoàn năm {{năm}} có {{số: CAR-08}} đoàn viên, người lao động tham gia[[, hình thức: {{liệt kê: CAR-08 | "
        "theo = cách thực hiện | dạng = thường}}]].]] [[Dịp Tết Nguyên đán, {{công đoàn}} trực tiếp thăm và trao {{số: CAR-04 | "
        "phạm vi = riêng}} suất quà[[ cho [[{{số: CAR-06 | phạm vi = riêng}} gia đình đoàn viên có hoàn cảnh khó khăn, mắc bệnh "
        "hiểm nghèo]][[ và {{số: CAR-07 | phạm vi = riêng}} cháu mồ côi, khuyết tật là con đoàn viên]]]][[, tổng trị giá {{số: "
        "CAR-05 | phạm vi = riêng}}]][[, nguồn chi: {{liệt kê: CAR-05 | phạm vi = riêng | theo = nguồn kinh phí}}]].]] [[Các "
        "công đoàn trực thuộc trao {{số: CAR-04 | phạm vi = dưới}} suất quà Tết[[, trị giá {{số: CAR-05 | phạm vi = dưới}}]].]]",
    ),
    (
        "BodyText",
        "[[Trong kỳ, các cấp công đoàn thăm hỏi, trợ cấp {{số: CAR-01}} lượt đoàn viên, người lao động khó khăn, ốm đau, hoạn nạn "
        "bằng tiền và hiện vật[[, tổng số tiền {{số: CAR-02}}]][[ ({{so sánh: CAR-02}})]].]] [[Hưởng ứng Tháng Công nhân năm "
        "{{năm}}, các cấp công đoàn thăm và tặng quà {{số: CAR-09}} gia đình đoàn viên có hoàn cảnh đặc biệt khó khăn[[, tổng trị "
        "giá {{số: CAR-10 | dạng = đầy đủ}}]][[, bình quân {{số: CAR-41 | dạng = đầy đủ}} một gia đình]].]]",
    ),
    ("BodyText", "{{chữ: chăm lo}}"),
    ("Heading2", "Đại diện, bảo vệ; thực hiện dân chủ ở cơ sở"),
    (
        "BodyText",
        "[[Công đoàn phối hợp với thủ trưởng cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức, người lao động ở "
        "{{số: REP-01}} cơ quan, đơn vị[[, đạt {{tỷ lệ: REP-02 | dạng = cả hai}}]].]] [[Có {{tỷ lệ: REP-14 | dạng = cả hai}} cơ "
        "quan, đơn vị xây dựng quy chế chi tiêu nội bộ[[; {{tỷ lệ: REP-15 | dạng = cả hai}} cơ quan, đơn vị xây dựng quy chế dân "
        "chủ, quy chế hoạt động]].]]",
    ),
    ("BodyText", "{{chữ: đại diện bảo vệ}}"),
    ("Heading2", "Tuyên truyền, giáo dục; chung sức xây dựng nông thôn mới"),
    (
        "BodyText",
        "[[Các cấp công đoàn [[triển khai {{số: PRO-12}} đợt tuyên truyền, phổ biến pháp luật]][[; đưa vào sử dụng, duy trì "
        "{{số: PRO-07}} tủ sách pháp luật ({{liệt kê: PRO-07 | theo = giấy, điện tử | dạng = thường}})]].]] [[Tổ chức {{số: "
        "PRO-01}} buổi tuyên truyền[[ (chủ đề: {{liệt kê: PRO-01 | theo = chủ đề | dạng = thường}})]][[, với {{số: PRO-02 | dạng "
        "= tròn}} lượt đoàn viên, CNVCLĐ tham gia]].]]",
    ),
    (
        "BodyText",
        chapters.COUNTRYSIDE,
    ),
    ("BodyText", "{{chữ: tuyên truyền}}"),
    ("Heading2", "Phong trào thi đua, hội thi, khen thưởng"),
    (
        "BodyText",
        "[[Các cấp công đoàn tổ chức {{số: CUL-01}} hội thi, hội diễn, hội thao ({{liệt kê: CUL-01 | theo = việc}})[[, thu hút {{số: CUL-02}} đội]][[ với {{số: "
        "CUL-03}} thí sinh, vận động viên]][[ của {{số: CUL-04}} CĐCS]].]] [[Ban Tổ chức đã trao {{số: CUL-05}} giải[[, gồm "
        "[[{{số: CUL-05 | lọc = giải: đặc biệt}} giải Đặc biệt]][[, {{số: CUL-05 | lọc = giải: nhất}} giải Nhất]][[, {{số: CUL-05 "
        "| lọc = giải: nhì}} giải Nhì]][[, {{số: CUL-05 | lọc = giải: ba}} giải Ba]][[ và {{số: CUL-05 | lọc = giải: khuyến "
        "khích}} giải Khuyến khích]]]].]]",
    ),
    (
        "BodyText",
        "[[Phong trào thi đua “Lao động giỏi”, “Lao động sáng tạo” năm {{năm trước}} ghi nhận [[{{số: EMU-05 | kỳ = năm trước}} "
        "tác giả, nhóm tác giả đạt giải hội thi sáng tạo kỹ thuật[[ ([[{{số: EMU-05 | kỳ = năm trước | lọc = giải: nhất}} giải "
        "Nhất]][[, {{số: EMU-05 | kỳ = năm trước | lọc = giải: nhì}} giải Nhì]][[, {{số: EMU-05 | kỳ = năm trước | lọc = giải: "
        "ba}} giải Ba]][[ và {{số: EMU-05 | kỳ = năm trước | lọc = giải: khuyến khích}} giải Khuyến khích]])]]]][[; {{số: EMU-03 "
        "| kỳ = năm trước}} cá nhân được công nhận sáng kiến cấp tỉnh]][[; {{số: AWD-04 | kỳ = năm trước}} cá nhân được Tổng Liên "
        "đoàn Lao động Việt Nam tặng Bằng Lao động sáng tạo]].]]",
    ),
    (
        "BodyText",
        "[[Tổng kết năm {{năm trước}}, [[Ủy ban nhân dân tỉnh tặng Bằng khen cho [[{{số: AWD-12 | kỳ = năm trước}} tập thể]][[ và "
        "{{số: AWD-13 | kỳ = năm trước}} cá nhân]]]][[; Liên đoàn Lao động tỉnh tặng Bằng khen cho [[{{số: AWD-07 | kỳ = năm "
        "trước}} tập thể]][[ và {{số: AWD-08 | kỳ = năm trước}} cá nhân]]]].]]",
    ),
    ("BodyText", "{{chữ: thi đua}}"),
    ("Heading2", "Phát triển đoàn viên, xây dựng tổ chức công đoàn; tham gia xây dựng Đảng"),
    *chapters.ORGANISATION,
    *chapters.PARTY,
    ("BodyText", "{{chữ: xây dựng Đảng}}"),
    ("Heading2", "Công tác nữ công"),
    *chapters.WOMEN,
    ("BodyText", "{{chữ: nữ công}}"),
    ("Heading2", "Công tác kiểm tra, giám sát"),
    (
        "BodyText",
        "[[Đã tiến hành {{số: INS-06}} cuộc kiểm tra tài chính cùng cấp, với {{tỷ lệ: INS-10 | dạng = cả hai}} CĐCS tự kiểm tra.]] "
        "[[Ủy ban kiểm tra công đoàn các cấp kiểm tra việc chấp hành Điều lệ Công đoàn Việt Nam ở cấp dưới {{số: INS-04}} cuộc.]]",
    ),
    ("BodyText", chapters.COMPLAINTS),
    ("BodyText", "{{chữ: kiểm tra}}"),
    ("Heading1", "HẠN CHẾ VÀ NGUYÊN NHÂN"),
    ("BodyText", "{{chữ: hạn chế | Nêu những việc chưa làm được và nguyên nhân}}"),
    ("Heading1", "NHIỆM VỤ TRỌNG TÂM {{kỳ sau | dạng = hoa}}"),
    ("BodyText", "{{chữ: nhiệm vụ | Nêu những nhiệm vụ chính của kỳ tới, mỗi việc một dòng}}"),
    ("Heading1", "ĐỀ XUẤT, KIẾN NGHỊ"),
    ("BodyText", "{{chữ: kiến nghị}}"),
    ("Closing", "Trên đây là báo cáo sơ kết hoạt động {{kỳ}} của {{công đoàn}}./."),
)
TABLES = (
    ("Caption", "Bảng 1. Kết quả theo công đoàn"),
    ("BodyText", "{{bảng: CAR-01, CAR-02, PRO-02, FUN-15}}"),
    ("Caption", "Biểu đồ 1. Số tiền thăm hỏi, trợ cấp theo tháng, {{kỳ}}"),
    ("Picture", "{{biểu đồ: CAR-02 | theo = tháng}}"),
)

HALF_YEAR = Wording("half_year", "Báo cáo sơ kết 6 tháng", HALF, BODY, TABLES)
