"""Chăm lo đời sống: visits, gifts and money for members and their families."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
CARE = ("source", "form", "occasion", "recipient", "payer")

care = chapter(5, "CAR", "care", "Chăm lo đời sống", "Chăm lo")

care(1, "visits", "Số lượt đoàn viên, NLĐ khó khăn, ốm đau, hoạn nạn được thăm hỏi, trợ cấp",
     "Care visits / hardship assistance, person-times", "lượt người", "sum",
     cuts=CARE,
     definition="Mỗi lần thăm hỏi, trợ cấp một người tính một lượt vào ngày trao, ở công đoàn trao; quà Tết, "
                "Tháng Công nhân và dịp lễ tính ở mục riêng.")
care(2, "visit_money", "Số tiền thăm hỏi, trợ cấp khó khăn", "Amount of care visits / hardship assistance",
     "đồng", "sum",
     cuts=CARE,
     definition="Tiền và giá trị hiện vật của các lượt thăm hỏi, trợ cấp; khoản do quỹ khác chi tính ở mục "
                "Quỹ, không tính lại ở đây.")
care(3, "people_visited", "Số đoàn viên, NLĐ (không trùng) được thăm hỏi, trợ cấp",
     "Distinct people assisted", "người", "distinct",
     subject="person", cuts=(*CARE, "sex"),
     definition="Mỗi người được thăm hỏi, trợ cấp tính một lần trong kỳ, dù được mấy lượt hay mấy công đoàn "
                "cùng thăm.")
care(4, "tet_gifts", "Số suất quà Tết đã trao", "Tết gifts handed over", "suất", "sum",
     cuts=CARE,
     definition="Mỗi suất quà Tết trao tận tay tính một lần vào ngày trao, ở công đoàn trao; chuyển quà "
                "xuống công đoàn dưới để trao thì chưa tính.")
care(5, "tet_money", "Số tiền quà Tết", "Amount of Tết gifts", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và giá trị hiện vật của các suất quà Tết đã trao; quà tặng đoàn viên tiêu biểu tính ở "
                "mục riêng.")
care(6, "tet_families", "Số gia đình đoàn viên khó khăn, mắc bệnh hiểm nghèo được tặng quà Tết",
     "Hardship/serious-illness families given Tết gifts", "gia đình", "distinct",
     subject="household", cuts=(*CARE, "hardship"),
     definition="Mỗi gia đình khó khăn hoặc có người bệnh hiểm nghèo được quà Tết tính một lần trong kỳ, dù "
                "nhận mấy suất.")
care(7, "tet_children", "Số cháu mồ côi, khuyết tật là con đoàn viên được tặng quà",
     "Orphaned/disabled children of members given gifts", "cháu", "distinct",
     subject="child", cuts=(*CARE, "need"),
     definition="Mỗi cháu mồ côi, khuyết tật là con đoàn viên được tặng quà tính một lần trong kỳ, ở công "
                "đoàn trao.")
care(8, "tet_market", "Số đoàn viên, NLĐ tham gia Chợ Tết Công đoàn", "Participants in the Union Tết Market",
     "người", "sum",
     place="participant", cuts=("channel", "form"),
     definition="Người đến hoặc mua trực tuyến tại Chợ Tết Công đoàn, mỗi chương trình một lần, ở công đoàn "
                "của người tham gia.")
care(9, "workers_month_families",
     "Số gia đình đoàn viên đặc biệt khó khăn được thăm hỏi dịp Tháng Công nhân",
     "Families visited in Workers' Month", "gia đình", "distinct",
     subject="household", cuts=CARE,
     definition="Mỗi gia đình đặc biệt khó khăn được thăm dịp Tháng Công nhân tính một lần trong kỳ; việc "
                "làm chung chỉ tính ở công đoàn chủ trì.")
care(10, "workers_month_money", "Số tiền thăm hỏi dịp Tháng Công nhân", "Amount of Workers' Month visits",
     "đồng", "sum",
     cuts=CARE,
     definition="Tiền và hiện vật trao khi thăm dịp Tháng Công nhân; việc làm chung chỉ tính phần công đoàn "
                "đã ghi là của mình.")
care(11, "disaster_people", "Số đoàn viên bị thiệt hại do thiên tai được hỗ trợ",
     "Members helped after natural disasters", "người", "distinct",
     subject="person", cuts=CARE,
     definition="Mỗi đoàn viên bị thiên tai gây thiệt hại được hỗ trợ tính một lần trong kỳ, dù hỗ trợ mấy "
                "đợt.")
care(12, "disaster_money", "Số tiền hỗ trợ đoàn viên bị thiên tai", "Amount of disaster support", "đồng",
     "sum",
     cuts=CARE,
     definition="Tiền và hiện vật trao cho đoàn viên bị thiên tai, tính vào ngày trao, ở công đoàn trao.")
care(13, "shelters", "Số nhà Mái ấm Công đoàn được hỗ trợ", "Union-shelter houses supported", "nhà", "sum",
     cuts=("build", "source", "payer"),
     definition="Nhà Mái ấm Công đoàn được quyết định hỗ trợ xây mới hoặc sửa chữa, tính vào ngày trao tiền, "
                "mỗi nhà một lần.")
care(14, "shelter_money", "Số tiền hỗ trợ Mái ấm Công đoàn", "Amount of union-shelter support", "đồng",
     "sum",
     cuts=("build", "source", "payer"),
     definition="Phần quỹ công đoàn chi cho nhà Mái ấm; tiền của gia đình và nhà hảo tâm góp thêm không "
                "tính.")
care(15, "loan_households", "Số hộ/người được vay vốn tạo việc làm, giảm nghèo",
     "Households/people with job or anti-poverty loans", "hộ", "balance",
     place="unit", by_day="day", cuts=("source",),
     definition="Hộ hoặc người còn dư nợ vay vốn tạo việc làm, giảm nghèo vào ngày lấy số liệu, ở công đoàn "
                "quản lý vốn.")
care(16, "loan_money", "Số vốn cho vay tạo việc làm", "Loan capital for jobs", "đồng", "balance",
     place="unit", by_day="day", cuts=("source",),
     definition="Số vốn đang cho vay tạo việc làm vào ngày lấy số liệu; trả nợ rồi thì giảm đi.")
care(17, "rotating_savings", "Số tiền mô hình góp vốn xoay vòng", "Rotating-savings amount", "đồng", "sum",
     definition="Số tiền đoàn viên góp xoay vòng giúp nhau trong kỳ, tính vào ngày góp, ở công đoàn tổ chức.")
care(18, "holiday_people", "Số đoàn viên được hỗ trợ dịp lễ, Tết", "Members supported at holidays", "người",
     "distinct",
     subject="person", cuts=CARE,
     definition="Mỗi đoàn viên được hỗ trợ dịp lễ, Tết tính một lần trong kỳ; suất quà Tết cho gia đình khó "
                "khăn tính ở mục khác.")
care(19, "holiday_money", "Số tiền hỗ trợ đoàn viên dịp lễ, Tết", "Amount of holiday support", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và hiện vật hỗ trợ đoàn viên dịp lễ, Tết, không gồm suất quà Tết đã tính riêng.")
care(20, "family_visits", "Số lượt thăm ốm đau, hiếu hỷ, hữu sự, sinh nhật đoàn viên",
     "Visits for illness, bereavement, family events, birthdays", "lượt người", "sum",
     cuts=CARE,
     definition="Mỗi lần thăm đoàn viên lúc ốm đau, sinh con, hiếu, hỷ, sinh nhật theo quy chế tính một "
                "lượt; không tính lại ở thăm hỏi khó khăn.")
care(21, "family_visit_money", "Số tiền thăm ốm đau, hiếu hỷ, hữu sự, sinh nhật", "Amount of those visits",
     "đồng", "sum",
     cuts=CARE,
     definition="Tiền và hiện vật của các lượt thăm ốm đau, hiếu hỷ, hữu sự, sinh nhật.")
care(22, "policy_family_visits", "Số Mẹ Việt Nam anh hùng, gia đình chính sách được thăm, tặng quà",
     "Heroic Mothers / policy families visited", "lượt", "sum",
     cuts=CARE,
     definition="Lượt thăm, tặng quà Mẹ Việt Nam anh hùng, gia đình thương binh, liệt sĩ, người có công, "
                "tính vào ngày thăm.")
care(23, "policy_family_money", "Số tiền thăm Mẹ Việt Nam anh hùng, gia đình chính sách",
     "Amount of those visits", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và hiện vật của các lượt thăm Mẹ Việt Nam anh hùng, gia đình chính sách.")
care(24, "children_given_gifts", "Số cháu thiếu nhi con đoàn viên được tặng quà (1/6, Trung thu)",
     "Members' children given gifts", "cháu", "distinct",
     subject="child", cuts=CARE,
     definition="Mỗi cháu là con đoàn viên được quà 1/6, Trung thu tính một lần trong kỳ, dù được mấy lần.")
care(25, "children_gift_money", "Số tiền quà thiếu nhi", "Amount of children's gifts", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và giá trị quà tặng các cháu dịp 1/6, Trung thu.")
care(26, "school_supply_money", "Số tiền hỗ trợ dụng cụ học tập cho con đoàn viên",
     "Amount of school-supply support", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và giá trị sách vở, dụng cụ học tập tặng con đoàn viên, tính vào ngày trao.")
care(27, "children_rewarded", "Số cháu con đoàn viên học giỏi được khen thưởng, học bổng",
     "Members' children rewarded or given scholarships", "cháu", "distinct",
     subject="child", cuts=(*CARE, "reward"),
     definition="Mỗi cháu là con đoàn viên học giỏi được thưởng hoặc nhận học bổng tính một lần trong kỳ.")
care(28, "children_reward_money", "Số tiền khen thưởng, học bổng cho con đoàn viên",
     "Amount of rewards/scholarships", "đồng", "sum",
     cuts=(*CARE, "reward"),
     definition="Tiền thưởng và học bổng trao cho con đoàn viên, tính vào ngày trao.")
care(29, "health_checks", "Số lượt đoàn viên, NLĐ được khám sức khỏe, tầm soát bệnh",
     "Health checks / screening, person-times", "lượt người", "sum",
     cuts=("sex",),
     definition="Lượt người được khám sức khỏe, tầm soát bệnh do công đoàn tổ chức hoặc vận động, tính vào "
                "ngày khám.")
care(30, "tet_reunions", "Số chương trình Tết Sum vầy", "'Tết Sum vầy' programmes", "chương trình", "sum",
     place="organiser", cuts=("level",),
     definition="Chương trình Tết Sum vầy, chỉ tính ở công đoàn đứng ra tổ chức, vào ngày tổ chức.")
care(31, "tet_reunion_attendance", "Số lượt người tham dự Tết Sum vầy", "Attendance at 'Tết Sum vầy'",
     "lượt người", "sum",
     place="organiser", cuts=("level",),
     definition="Lượt người dự các chương trình Tết Sum vầy, tính ở công đoàn tổ chức.")
care(32, "union_meals", "Số suất/cuộc Bữa cơm Công đoàn", "'Union meal' servings/events", "suất", "sum",
     place="organiser", cuts=("occasion",),
     definition="Suất ăn đã phục vụ trong các Bữa cơm Công đoàn, tính ở công đoàn tổ chức, vào ngày tổ chức.")
care(33, "tet_tickets", "Số vé, chuyến xe/tàu/máy bay đưa đoàn viên về quê đón Tết",
     "Tết travel tickets provided", "vé", "sum",
     cuts=("vehicle", "source", "payer"),
     definition="Vé hoặc chỗ trên chuyến xe, tàu, máy bay công đoàn lo cho đoàn viên về quê đón Tết, mỗi "
                "người mỗi chiều một vé.")
care(34, "unions_with_exemplary_gifts", "Số CĐCS được gặp mặt, tặng quà đoàn viên tiêu biểu",
     "CĐCS where exemplary members were met and given gifts", "đơn vị", "distinct",
     subject="unit", cuts=("occasion",),
     definition="Mỗi công đoàn cơ sở có đoàn viên tiêu biểu được gặp mặt, tặng quà tính một lần trong kỳ.")
care(35, "benefit_uses", "Số lượt đoàn viên thụ hưởng chương trình Phúc lợi đoàn viên",
     "Member-benefit programme uses", "lượt người", "sum",
     place="participant",
     definition="Lượt đoàn viên dùng ưu đãi của đối tác Phúc lợi đoàn viên, tính vào ngày dùng, ở công đoàn "
                "của đoàn viên.")
care(36, "total_money", "Tổng kinh phí chăm lo đoàn viên, NLĐ", "Total spending on care", "đồng", "sum",
     cuts=CARE,
     definition="Mọi khoản tiền và hiện vật chi chăm lo đoàn viên, người lao động; mỗi khoản chi tính đúng "
                "một lần dù thuộc mục nào.")
care(37, "sponsored_share", "Tỷ lệ kinh phí chăm lo từ nguồn xã hội hóa",
     "Share of care money from social contributions", "%", "ratio",
     num="care.sponsored_money", den="care.total_money",
     definition="Phần kinh phí chăm lo do xã hội đóng góp trên tổng kinh phí chăm lo.")
care(38, "hardship_cared_share", "Tỷ lệ đoàn viên khó khăn được chăm lo kịp thời",
     "Share of hardship members cared for", "%", "ratio",
     place="recipient", num="care.hardship_people_cared", den="members.in_hardship",
     definition="Số đoàn viên trong danh sách khó khăn đã được chăm lo trong kỳ trên số đoàn viên trong danh "
                "sách vào ngày cuối kỳ.")
care(39, "tet_hardship_people", "Số đoàn viên, NLĐ khó khăn được hỗ trợ dịp Tết",
     "Hardship members/workers supported at Tết", "người", "distinct",
     subject="person", cuts=CARE,
     definition="Mỗi đoàn viên, người lao động khó khăn được hỗ trợ dịp Tết tính một lần trong kỳ.")
care(40, "tet_exemplary_money", "Số tiền tặng quà đoàn viên tiêu biểu dịp Tết",
     "Amount of Tết gifts to exemplary members", "đồng", "sum",
     cuts=CARE,
     definition="Tiền và hiện vật tặng đoàn viên tiêu biểu dịp Tết; không nằm trong số tiền quà Tết.")
care(41, "workers_month_mean", "Giá trị bình quân tặng một gia đình dịp Tháng Công nhân",
     "Mean amount a family in Workers' Month", "đồng/gia đình", "mean",
     num="care.workers_month_money", den="care.workers_month_families", cuts=CARE,
     definition="Số tiền thăm hỏi dịp Tháng Công nhân chia cho số gia đình được thăm.")
care.part(51, "sponsored_money", "Kinh phí chăm lo từ nguồn xã hội hóa", "care money from sponsors", "đồng",
          "sum",
          cuts=("occasion", "form", "recipient", "payer"),
          definition="Phần của tổng kinh phí chăm lo do tổ chức, cá nhân ngoài công đoàn đóng góp.")
care.part(52, "hardship_people_cared", "Số đoàn viên trong danh sách khó khăn đã được chăm lo",
          "hardship members cared for", "người", "distinct",
          place="recipient", subject="person", cuts=("hardship",),
          definition="Mỗi đoàn viên đang trong danh sách khó khăn được chăm lo tính một lần trong kỳ, ở công "
                     "đoàn của họ.")
