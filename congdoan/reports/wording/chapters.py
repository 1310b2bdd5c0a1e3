"""Paragraphs that the reports of a year and of a term have in common, chapter by chapter.

Each sentence stands in brackets: where there is nothing to tell it is left out.
"""

from .wording import Paragraphs


def told(*texts: str) -> Paragraphs:
    """Body paragraphs of these texts."""
    return tuple(("BodyText", text) for text in texts)


STRENGTH = told(
    "[[Đến hết kỳ báo cáo, {{công đoàn}} quản lý {{số: ORG-01}} công đoàn cơ sở (CĐCS)[[ với {{số: MEM-01}} đoàn viên]][[, "
    "trong đó {{số: MEM-02}} đoàn viên nữ]][[, trên tổng số {{số: MEM-03}} CNVCLĐ nơi có tổ chức công đoàn]].]] [[Trên địa "
    "bàn, trong ngành có {{số: MEM-04 | dạng = tròn}} CNVCLĐ.]]",
)
REPRESENTATION = told(
    "[[Các cấp công đoàn phối hợp với thủ trưởng cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức ở {{số: REP-01}} "
    "cơ quan, đơn vị[[, đạt {{tỷ lệ: REP-02 | dạng = cả hai}}]][[, {{chỉ tiêu: REP-02}}]].]] [[Có {{số: REP-03}} doanh nghiệp "
    "tổ chức hội nghị người lao động[[, đạt {{tỷ lệ: REP-04 | dạng = cả hai}}]][[, {{chỉ tiêu: REP-04}}]].]] [[Có {{tỷ lệ: "
    "REP-14 | dạng = cả hai}} cơ quan, đơn vị xây dựng quy chế chi tiêu nội bộ[[; {{tỷ lệ: REP-15 | dạng = cả hai}} xây dựng "
    "quy chế dân chủ, quy chế hoạt động]].]]",
    "[[Tổ chức {{số: REP-05}} cuộc đối thoại định kỳ[[ và {{số: REP-06}} cuộc đối thoại khi có yêu cầu]].]] [[Ban Thường vụ, "
    "lãnh đạo tiếp xúc, đối thoại với đoàn viên, người lao động {{số: REP-07 | dạng = hai số}} cuộc.]] [[Đang có {{số: REP-08}} "
    "thỏa ước lao động tập thể[[, trong kỳ ký mới {{số: REP-09}} bản]].]] [[{{số: REP-12}} CĐCS chủ động giám sát việc thực "
    "hiện thỏa ước lao động tập thể.]]",
    "[[{{số: REP-18}} lượt người được tư vấn pháp luật.]] [[Công đoàn tham gia góp ý {{số: REP-23}} văn bản.]] [[Có {{số: "
    "REP-16}} Ban Thanh tra nhân dân[[, {{tỷ lệ: REP-17}} xếp loại khá trở lên]].]]",
)
CARE = told(
    "[[Trong kỳ, các cấp công đoàn thăm hỏi, trợ cấp {{số: CAR-01}} lượt đoàn viên, người lao động khó khăn, ốm đau, hoạn nạn[[, "
    "tổng số tiền {{số: CAR-02}}]][[ ({{so sánh: CAR-02}})]].]] [[Từ các loại quỹ khác, đã thăm hỏi, tặng quà {{số: FUN-16}}.]]",
    "[[Dịp Tết Nguyên đán, đã trao {{số: CAR-04}} suất quà[[, trị giá {{số: CAR-05}}]].]] [[Gặp mặt, tặng quà đoàn viên tiêu "
    "biểu tại {{số: CAR-34}} CĐCS[[, tổng số tiền {{số: CAR-40}}]].]] [[Tổ chức {{số: CAR-30}} chương trình Tết Sum vầy[[ với "
    "{{số: CAR-31}} lượt người dự]].]] [[{{số: CAR-08}} đoàn viên, người lao động tham gia Chợ Tết Công đoàn.]]",
    "[[Hưởng ứng Tháng Công nhân, thăm và tặng quà {{số: CAR-09}} gia đình đoàn viên đặc biệt khó khăn[[, trị giá {{số: "
    "CAR-10}}]].]] [[Hỗ trợ {{số: CAR-11}} đoàn viên bị thiệt hại do thiên tai[[, số tiền {{số: CAR-12}}]].]] [[{{số: CAR-29}} "
    "lượt đoàn viên, người lao động được khám sức khỏe, tầm soát bệnh.]]",
    "[[Hỗ trợ xây dựng, sửa chữa {{số: CAR-13}} nhà Mái ấm Công đoàn[[, kinh phí {{số: CAR-14}}]][[, {{chỉ tiêu: CAR-13}}]].]] "
    "[[Duy trì vốn cho vay tạo việc làm {{số: CAR-16}}[[ cho {{số: CAR-15}} hộ]].]]",
)
CHARITY = told(
    "[[Vận động, đóng góp [[Quỹ Xã hội Công đoàn {{số: FUN-01}}]][[; các quỹ từ thiện, nhân đạo khác {{số: FUN-02}}]].]]",
    "[[Đoàn viên, CNVCLĐ ủng hộ xây dựng nông thôn mới {{số: FUN-15}}[[, gồm [[{{số: FUN-03}} tiền mặt]][[ và hiện vật trị giá "
    "{{số: FUN-04}}]]]].]] [[{{số: FUN-10}} đoàn viên hiến máu tình nguyện.]]",
)
PROPAGANDA = told(
    "[[Tổ chức {{số: PRO-01}} buổi tuyên truyền[[, với {{số: PRO-02}} lượt đoàn viên, CNVCLĐ tham gia]].]] [[{{tỷ lệ: PRO-03}} "
    "đoàn viên, người lao động được học tập, tuyên truyền, phổ biến chỉ thị, nghị quyết, pháp luật[[, {{chỉ tiêu: PRO-03}}]].]] "
    "[[Triển khai {{số: PRO-12}} đợt tuyên truyền, phổ biến pháp luật.]]",
    "[[{{số: PRO-10}} lượt CNVCLĐ được học tập, bồi dưỡng nâng cao trình độ, kỹ năng nghề.]] [[Đăng {{số: PRO-08}} tin, bài.]]",
)
EMULATION = told(
    "[[{{tỷ lệ: EMU-01 | dạng = cả hai}} CĐCS triển khai, tổ chức phong trào thi đua.]] [[{{tỷ lệ: EMU-12}} chỉ tiêu thi đua đạt "
    "và vượt.]] [[Về sáng kiến, [[có {{số: EMU-03 | dạng = hai số}} cá nhân được công nhận cấp tỉnh]][[; có {{số: EMU-02}} sáng "
    "kiến được công nhận cấp cơ sở]].]]",
    "[[Tổ chức {{số: CUL-01}} hội thi, hội diễn, hội thao[[ với {{số: CUL-03}} thí sinh, vận động viên]].]] [[{{tỷ lệ: CUL-06}} cơ "
    "quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa[[; {{tỷ lệ: CUL-07}} gia đình đoàn viên, người lao động đạt gia đình văn hóa]].]]",
)
AWARDS = told(
    "[[Về khen thưởng: [[Tổng Liên đoàn tặng {{số: AWD-01}} Cờ thi đua]][[; {{số: AWD-02}} tập thể và {{số: AWD-03}} cá nhân được "
    "tặng Bằng khen của Tổng Liên đoàn]][[; {{số: AWD-05}} cá nhân được tặng Kỷ niệm chương]][[; Liên đoàn Lao động tỉnh, thành "
    "phố tặng {{số: AWD-06 | dạng = hai số}} Cờ thi đua]][[, Bằng khen cho [[{{số: AWD-07 | dạng = hai số}} tập thể]][[ và {{số: "
    "AWD-08}} cá nhân]]]][[; công đoàn cấp trên trực tiếp cơ sở tặng Giấy khen cho [[{{số: AWD-09 | dạng = hai số}} tập thể]][[ và "
    "{{số: AWD-10}} cá nhân]]]].]] [[{{công đoàn}} được cấp trên tặng {{số: AWD-15 | dạng = hai số}} hình thức khen thưởng.]]",
)
ORGANISATION = told(
    "[[Kết nạp mới {{số: MEM-05}} đoàn viên[[, {{chỉ tiêu: MEM-05}}]].]] [[Thành lập mới {{số: ORG-02 | dạng = hai số}} CĐCS[[, "
    "{{chỉ tiêu: ORG-02}}]].]] [[Có {{số: CAD-01}} cán bộ công đoàn[[, trong đó {{số: CAD-02}} cán bộ chuyên trách]].]] [[Mở "
    "{{số: CAD-04}} lớp đào tạo, tập huấn nghiệp vụ công đoàn[[ cho {{số: CAD-05}} lượt cán bộ]].]] [[{{tỷ lệ: RAT-04}} CĐCS "
    "hoàn thành tốt nhiệm vụ trở lên.]] [[{{tỷ lệ: RAT-05}} CĐCS, tổ công đoàn đạt vững mạnh.]]",
)
PARTY = told(
    "[[Các CĐCS đã [[giới thiệu {{số: PAR-01}} đoàn viên ưu tú để Đảng xem xét, bồi dưỡng]][[, {{chỉ tiêu: PAR-01}}]][[; có {{số: "
    "PAR-02}} đoàn viên được kết nạp vào Đảng]].]]",
)
WOMEN = told(
    "[[Có {{số: WOM-03}} Ban nữ công quần chúng.]] [[{{số: WOM-01}} nữ CNVCLĐ đạt danh hiệu “Giỏi việc nước, đảm việc nhà”[[, đạt "
    "{{tỷ lệ: WOM-02}} ở cấp cơ sở]].]] [[Tổ chức {{số: WOM-08}} buổi họp mặt, sinh hoạt nữ công.]] [[{{số: WOM-07}} lượt nữ được "
    "khám sức khỏe sinh sản, tầm soát ung thư.]]",
)
INSPECTION = told(
    "[[Tiến hành {{số: INS-01}} cuộc kiểm tra, giám sát[[, gồm [[{{số: INS-02}} cuộc kiểm tra chấp hành Điều lệ]][[ và {{số: INS-05}} "
    "cuộc kiểm tra tài chính, tài sản công đoàn]]]].]] [[{{tỷ lệ: INS-10 | dạng = cả hai}} CĐCS tự kiểm tra tài chính đồng cấp.]]",
    "[[Tiếp {{số: COM-01}} lượt đoàn viên, người lao động.]] [[Tiếp nhận {{số: COM-02}} đơn[[, giải quyết {{số: COM-03}} đơn thuộc "
    "thẩm quyền, đạt {{tỷ lệ: COM-04}}]].]]",
)
FINANCE = told(
    "[[Thu tài chính công đoàn: [[đoàn phí {{số: FIN-02}}]][[; kinh phí công đoàn {{số: FIN-03}}]].]] [[Chi trực tiếp chăm lo, bảo "
    "vệ, đào tạo đoàn viên và người lao động {{số: FIN-06}}[[, bằng {{tỷ lệ: FIN-17}} tổng chi]].]]",
)
