"""Paragraphs that the reports of a year and of a term have in common, chapter by chapter.

Each sentence stands in brackets: where there is nothing to tell it is left out.
"""

from .wording import Paragraphs


def told(*texts: str) -> Paragraphs:
    """Body paragraphs of these texts."""
    return tuple(("BodyText", text) for text in texts)


STRENGTH = told(
    "[[Đến hết kỳ báo cáo, {{công đoàn}} quản lý {{số: ORG-01}} công đoàn cơ sở (CĐCS)[[ với {{số: MEM-01}} đoàn viên[[ ({{so "
    "sánh: MEM-01}})]]]][[, trong đó {{số: MEM-02}} đoàn viên nữ]][[, trên tổng số {{số: MEM-03}} CNVCLĐ nơi có tổ chức công "
    "đoàn]].]] [[Trên địa bàn, trong ngành có {{số: MEM-04 | dạng = tròn}} CNVCLĐ.]]",
)
REPRESENTATION = told(
    "[[Các cấp công đoàn phối hợp với thủ trưởng cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức ở {{số: REP-01}} "
    "cơ quan, đơn vị[[, đạt {{tỷ lệ: REP-02 | dạng = cả hai}}]][[, {{chỉ tiêu: REP-02}}]].]] [[Có {{số: REP-03}} doanh nghiệp "
    "tổ chức hội nghị người lao động[[, đạt {{tỷ lệ: REP-04 | dạng = cả hai}}]][[, {{chỉ tiêu: REP-04}}]].]] [[Có {{tỷ lệ: "
    "REP-14 | dạng = cả hai}} cơ quan, đơn vị xây dựng quy chế chi tiêu nội bộ[[; {{tỷ lệ: REP-15 | dạng = cả hai}} xây dựng "
    "quy chế dân chủ, quy chế hoạt động]][[, {{chỉ tiêu: REP-15}}]].]]",
    "[[Tổ chức {{số: REP-05}} cuộc đối thoại định kỳ[[ và {{số: REP-06}} cuộc đối thoại khi có yêu cầu]].]] [[Có {{tỷ lệ: REP-26 "
    "| dạng = cả hai}} doanh nghiệp tổ chức đối thoại tại cơ sở[[, {{chỉ tiêu: REP-26}}]].]] [[Ban Thường vụ, lãnh đạo tiếp xúc, "
    "đối thoại với đoàn viên, người lao động {{số: REP-07 | dạng = hai số}} cuộc.]] [[Đang có {{số: REP-08}} thỏa ước lao động "
    "tập thể[[, trong kỳ ký mới {{số: REP-09}} bản]][[, sửa đổi, bổ sung {{số: REP-10}} bản]].]] [[{{số: REP-12}} CĐCS chủ động "
    "giám sát việc thực hiện thỏa ước lao động tập thể.]] [[{{số: REP-13}} CĐCS thương lượng nâng giá trị bữa ăn ca.]]",
    "[[{{số: REP-18}} lượt người được tư vấn pháp luật.]] [[Hỗ trợ pháp lý, đại diện tại tòa {{số: REP-19}} vụ.]] [[Công đoàn "
    "tham gia góp ý {{số: REP-23}} văn bản.]] [[Có {{số: REP-16}} Ban Thanh tra nhân dân[[, {{tỷ lệ: REP-17}} xếp loại khá trở "
    "lên]][[, {{chỉ tiêu: REP-17}}]].]] [[Tổ chức {{số: REP-25}} cuộc huấn luyện an toàn, vệ sinh lao động.]] [[{{tỷ lệ: LAB-16}} "
    "người lao động tham gia bảo hiểm xã hội, bảo hiểm y tế[[, {{chỉ tiêu: LAB-16}}]][[; {{tỷ lệ: LAB-17}} được đóng bảo hiểm "
    "thất nghiệp]][[, {{chỉ tiêu: LAB-17}}]].]]",
)
CARE = told(
    "[[Trong kỳ, các cấp công đoàn thăm hỏi, trợ cấp {{số: CAR-01}} lượt đoàn viên, người lao động khó khăn, ốm đau, hoạn nạn[[, "
    "{{chỉ tiêu: CAR-01}}]][[, tổng số tiền {{số: CAR-02}}]][[, {{chỉ tiêu: CAR-02}}]][[ ({{so sánh: CAR-02}})]].]] [[Từ các loại "
    "quỹ khác, đã thăm hỏi, tặng quà {{số: FUN-16}}.]] [[{{tỷ lệ: CAR-38 | dạng = cả hai}} đoàn viên trong danh sách khó khăn được "
    "chăm lo.]]",
    "[[Dịp Tết Nguyên đán, đã trao {{số: CAR-04}} suất quà[[, trị giá {{số: CAR-05}}]][[ ({{so sánh: CAR-05}})]].]] [[Gặp mặt, tặng "
    "quà đoàn viên tiêu biểu tại {{số: CAR-34}} CĐCS[[, tổng số tiền {{số: CAR-40}}]].]] [[Tổ chức {{số: CAR-30}} chương trình Tết "
    "Sum vầy[[ với {{số: CAR-31}} lượt người dự]].]] [[{{số: CAR-08}} đoàn viên, người lao động tham gia Chợ Tết Công đoàn.]]",
    "[[Hưởng ứng Tháng Công nhân, thăm và tặng quà {{số: CAR-09}} gia đình đoàn viên đặc biệt khó khăn[[, trị giá {{số: CAR-10}}"
    "]][[, bình quân {{số: CAR-41 | dạng = đầy đủ}} một gia đình]].]] [[Hỗ trợ {{số: CAR-11}} đoàn viên bị thiệt hại do thiên "
    "tai[[, số tiền {{số: CAR-12}}]].]] [[{{số: CAR-29}} lượt đoàn viên, người lao động được khám sức khỏe, tầm soát bệnh.]] [[Tổ "
    "chức {{số: CAR-32}} suất Bữa cơm Công đoàn.]] [[{{số: CAR-35}} lượt đoàn viên thụ hưởng chương trình Phúc lợi đoàn viên.]]",
    "[[Hỗ trợ xây dựng, sửa chữa {{số: CAR-13}} nhà Mái ấm Công đoàn[[, kinh phí {{số: CAR-14}}]][[, {{chỉ tiêu: CAR-13}}]].]] "
    "[[Duy trì vốn cho vay tạo việc làm {{số: CAR-16}}[[ cho {{số: CAR-15}} hộ]].]] [[Tặng quà {{số: CAR-24}} cháu thiếu nhi là con "
    "đoàn viên[[, số tiền {{số: CAR-25}}]].]] [[Khen thưởng, trao học bổng cho {{số: CAR-27}} cháu học giỏi.]]",
)
COUNTRYSIDE = (
    "[[Đoàn viên, CNVCLĐ ủng hộ xây dựng nông thôn mới [[FUN-04: {{số: FUN-15 | dạng = tròn}}, gồm]] [[{{số: FUN-03}} tiền mặt]][[ và "
    "hiện vật trị giá {{số: FUN-04}}]][[ ({{so sánh: FUN-15}})]].]] [[Giúp các xã {{số: FUN-05}} ngày công lao động.]] [[Giúp "
    "{{số: FUN-14}} hộ nông dân, hộ nghèo thoát nghèo.]]"
)
CHARITY = told(
    "[[Vận động, đóng góp [[Quỹ Xã hội Công đoàn {{số: FUN-01}}]][[, {{chỉ tiêu: FUN-01}}]][[; các quỹ từ thiện, nhân đạo khác "
    "{{số: FUN-02}}]][[, {{chỉ tiêu: FUN-02}}]][[ ({{so sánh: FUN-02}})]].]]",
    COUNTRYSIDE,
    "[[{{số: FUN-10}} đoàn viên hiến máu tình nguyện[[, thu {{số: FUN-11}} đơn vị máu]].]]",
)
PROPAGANDA = told(
    "[[Tổ chức {{số: PRO-01}} buổi tuyên truyền[[, {{chỉ tiêu: PRO-01}}]][[, với {{số: PRO-02}} lượt đoàn viên, CNVCLĐ tham gia]][[ "
    "({{so sánh: PRO-02}})]][[, {{chỉ tiêu: PRO-02}}]].]] [[{{tỷ lệ: PRO-03}} đoàn viên, người lao động được học tập, tuyên truyền, "
    "phổ biến chỉ thị, nghị quyết, pháp luật[[, {{chỉ tiêu: PRO-03}}]].]] [[Triển khai {{số: PRO-12}} đợt tuyên truyền, phổ biến "
    "pháp luật.]] [[Hưởng ứng {{số: PRO-05}} cuộc thi trực tuyến, tìm hiểu[[ với {{số: PRO-06}} lượt dự thi]].]]",
    "[[{{số: PRO-10}} lượt CNVCLĐ được học tập, bồi dưỡng nâng cao trình độ, kỹ năng nghề.]] [[{{tỷ lệ: PRO-11}} đoàn viên, người lao "
    "động học tập nâng cao trình độ[[, {{chỉ tiêu: PRO-11}}]].]] [[Đăng {{số: PRO-08}} tin, bài.]] [[Phát hành {{số: PRO-09}} tài "
    "liệu tuyên truyền.]]",
)
CONTESTS = (
    "[[Tổ chức {{số: CUL-01 | dạng = hai số}} hội thi, hội diễn, hội thao ({{liệt kê: CUL-01 | theo = việc}})[[, {{số: CUL-02}} "
    "đội]][[, {{số: CUL-03}} thí sinh, vận động viên]].]]"
)
EMULATION = told(
    "[[{{tỷ lệ: EMU-01 | dạng = cả hai}} CĐCS triển khai, tổ chức phong trào thi đua[[, {{chỉ tiêu: EMU-01}}]].]] [[{{tỷ lệ: EMU-12}} "
    "chỉ tiêu thi đua đạt và vượt.]] [[Về sáng kiến, [[{{số: EMU-03 | dạng = hai số}} cá nhân được công nhận cấp tỉnh]][[; {{số: "
    "EMU-02}} cá nhân được công nhận cấp cơ sở]][[; giá trị làm lợi {{số: EMU-04}}]].]] [[{{số: EMU-06}} công trình, sản phẩm thi "
    "đua.]]",
    CONTESTS
    + " [[{{tỷ lệ: CUL-06}} cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa[[, {{chỉ tiêu: CUL-06}}]].]] [[{{tỷ lệ: CUL-07}} "
    "gia đình đoàn viên, người lao động đạt gia đình văn hóa[[, {{chỉ tiêu: CUL-07}}]].]]",
)
AWARDS = told(
    "[[Về khen thưởng: [[Tổng Liên đoàn tặng {{số: AWD-01}} Cờ thi đua]][[; {{số: AWD-02}} tập thể và {{số: AWD-03}} cá nhân được "
    "tặng Bằng khen của Tổng Liên đoàn]][[; {{số: AWD-04}} cá nhân được tặng Bằng Lao động sáng tạo]][[; {{số: AWD-05}} cá nhân được "
    "tặng Kỷ niệm chương]][[; Ủy ban nhân dân tỉnh, thành phố tặng Bằng khen cho [[{{số: AWD-12}} tập thể]][[ và {{số: AWD-13}} cá "
    "nhân]]]][[; Liên đoàn Lao động tỉnh, thành phố tặng {{số: AWD-06 | dạng = hai số}} Cờ thi "
    "đua]][[; Liên đoàn Lao động tỉnh, thành phố tặng Bằng khen cho [[{{số: AWD-07 | dạng = hai số}} tập thể]][[ và {{số: "
    "AWD-08}} cá nhân]][[ (toàn diện: [[{{số: AWD-07 | lọc = loại: toàn diện}} tập thể]][[, {{số: AWD-08 | lọc = loại: toàn "
    "diện}} cá nhân]])]]]][[; công đoàn cấp trên trực tiếp cơ sở tặng Giấy khen cho [[{{số: AWD-09 | dạng = hai số}} tập thể]][[ và "
    "{{số: AWD-10}} cá nhân]][[ (toàn diện: [[{{số: AWD-09 | lọc = loại: toàn diện}} tập thể]][[, {{số: AWD-10 | lọc = loại: "
    "toàn diện}} cá nhân]])]]]].]] [[Trong kỳ, {{công đoàn}} được cấp trên tặng {{liệt kê: AWD-15 | theo = hình thức khen}}.]]",
)
ORGANISATION = told(
    "[[Kết nạp mới {{số: MEM-05}} đoàn viên[[, {{chỉ tiêu: MEM-05}}]][[ ({{so sánh: MEM-05}})]].]] [[Thành lập mới {{số: ORG-02 | dạng "
    "= hai số}} CĐCS[[, {{chỉ tiêu: ORG-02}}]].]] [[Có {{số: ORG-12}} CĐCS tổ chức đại hội nhiệm kỳ[[, đạt {{tỷ lệ: ORG-13 | dạng = "
    "cả hai}}]].]] [[Có {{số: CAD-01}} cán bộ công đoàn[[, trong đó {{số: CAD-02}} cán bộ chuyên trách]].]] [[Mở {{số: CAD-04}} lớp "
    "đào tạo, tập huấn nghiệp vụ công đoàn[[ cho {{số: CAD-05}} lượt cán bộ]].]] [[{{tỷ lệ: CAD-06}} cán bộ chuyên trách được đào "
    "tạo, tập huấn[[, {{chỉ tiêu: CAD-06}}]].]] [[{{tỷ lệ: CAD-07}} cán bộ không chuyên trách được đào tạo, tập huấn[[, {{chỉ tiêu: "
    "CAD-07}}]].]]",
    "[[{{tỷ lệ: RAT-04}} CĐCS hoàn thành tốt nhiệm vụ trở lên.]] [[{{tỷ lệ: RAT-05}} CĐCS, tổ công đoàn đạt vững mạnh[[, {{chỉ tiêu: "
    "RAT-05}}]].]] [[{{số: RAT-06 | dạng = hai số}} CĐCS, tổ công đoàn xếp loại yếu, không hoàn thành nhiệm vụ.]]",
)
PARTY = told(
    "[[Các CĐCS đã [[giới thiệu {{số: PAR-01}} đoàn viên ưu tú để Đảng xem xét, bồi dưỡng]][[, {{chỉ tiêu: PAR-01}}]][[; có {{số: "
    "PAR-02}} đoàn viên được kết nạp vào Đảng]][[ ({{so sánh: PAR-02}})]].]] [[Có {{số: PAR-05}} ý kiến, cuộc góp ý xây dựng Đảng, "
    "chính quyền.]]",
)
WOMEN = told(
    "[[Có {{số: WOM-03}} Ban nữ công quần chúng.]] [[{{số: WOM-01}} nữ CNVCLĐ đạt danh hiệu “Giỏi việc nước, đảm việc nhà”[[, đạt "
    "{{tỷ lệ: WOM-02}} ở cấp cơ sở]][[, {{chỉ tiêu: WOM-02}}]].]] [[Tổ chức {{số: WOM-08}} buổi họp mặt, sinh hoạt nữ công.]] [[Tặng "
    "{{số: WOM-04}} phần quà cho nữ đoàn viên[[, số tiền {{số: WOM-05}}]][[, {{chỉ tiêu: WOM-04}}]].]] [[{{số: WOM-07}} lượt nữ được "
    "khám sức khỏe sinh sản, tầm soát ung thư.]] [[Có {{số: WOM-10}} phòng vắt, trữ sữa.]]",
    "[[Nhân kỷ niệm ngày Quốc tế Phụ nữ 8/3, {{tỷ lệ: WOM-06 | dạng = cả hai}} CĐCS tổ chức cho nữ đoàn viên, CNVCLĐ mặc áo "
    "dài.]] [[Có {{số: FUN-06}} CĐCS, đạt {{tỷ lệ: FUN-07 | dạng = cả hai}}, quyên góp được {{số: FUN-08 | dạng = tròn}} bộ áo "
    "dài.]] [[Công đoàn đã trao {{số: FUN-09 | dạng = tròn}} bộ áo dài cho nữ CNVCLĐ có hoàn cảnh khó khăn.]]",
)
COMPLAINTS = (
    "[[Tiếp {{số: COM-01}} lượt đoàn viên, người lao động.]] [[Tiếp nhận {{số: COM-02}} đơn[[, giải quyết {{số: COM-03}} đơn thuộc "
    "thẩm quyền, đạt {{tỷ lệ: COM-04}}]].]]"
)
INSPECTION = told(
    "[[Tiến hành {{số: INS-01}} cuộc kiểm tra, giám sát[[, gồm [[{{số: INS-02}} cuộc kiểm tra chấp hành Điều lệ]][[; {{số: INS-05}} "
    "cuộc kiểm tra tài chính, tài sản công đoàn]][[; {{số: INS-08}} cuộc kiểm tra khi có dấu hiệu vi phạm]][[ và {{số: INS-09}} cuộc "
    "giám sát]]]][[ ({{so sánh: INS-01}})]].]] [[{{tỷ lệ: INS-11 | dạng = cả hai}} CĐCS tự kiểm tra việc chấp hành Điều lệ[[, {{chỉ "
    "tiêu: INS-11}}]].]] [[{{tỷ lệ: INS-10 | dạng = cả hai}} CĐCS tự kiểm tra tài chính đồng cấp[[, {{chỉ tiêu: INS-10}}]].]]",
    COMPLAINTS,
)
FINANCE = told(
    "[[Thu tài chính công đoàn: [[đoàn phí {{số: FIN-02}}]][[; kinh phí công đoàn {{số: FIN-03}}]].]] [[Chi trực tiếp chăm lo, bảo "
    "vệ, đào tạo đoàn viên và người lao động {{số: FIN-06}}[[, bằng {{tỷ lệ: FIN-17}} tổng chi]].]]",
)
