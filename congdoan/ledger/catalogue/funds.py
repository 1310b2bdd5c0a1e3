"""Quỹ, xã hội từ thiện, nông thôn mới: what unions raise, give away and keep."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
CARE = ("source", "form", "occasion", "recipient", "payer")

funds = chapter(6, "FUN", "funds", "Quỹ, xã hội từ thiện, nông thôn mới", "Quỹ, từ thiện")

funds(1, "social_fund_raised", "Số tiền vận động ủng hộ Quỹ Xã hội Công đoàn",
      "Raised for the Union Social Fund", "đồng", "sum",
      cuts=("source",),
      definition="Tiền thu được cho Quỹ Xã hội Công đoàn, tính ở công đoàn thu đầu tiên, vào ngày thu; nộp "
                 "lên cấp trên không tính lại.")
funds(2, "charity_raised", "Số tiền ủng hộ các quỹ từ thiện, nhân đạo khác",
      "Raised for other charity funds", "đồng", "sum",
      cuts=("cause",),
      definition="Tiền vận động cho các quỹ từ thiện, nhân đạo ngoài Quỹ Xã hội Công đoàn, tính ở công đoàn "
                 "thu đầu tiên.")
funds(3, "countryside_cash", "Số tiền ủng hộ xây dựng nông thôn mới", "Cash given to New Rural Development",
      "đồng", "sum",
      definition="Tiền mặt, chuyển khoản công đoàn ủng hộ các xã xây dựng nông thôn mới, tính vào ngày trao; "
                 "hiện vật tính riêng.")
funds(4, "countryside_goods", "Giá trị hiện vật ủng hộ xây dựng nông thôn mới",
      "In-kind value given to New Rural Development", "đồng", "sum",
      cuts=("goods",),
      definition="Giá trị quy ra tiền của hiện vật ủng hộ các xã xây dựng nông thôn mới, tính vào ngày trao.")
funds(5, "work_days", "Số ngày công lao động giúp các xã", "Work-days donated", "ngày công", "sum",
      definition="Ngày công đoàn viên, người lao động góp giúp các xã, tính vào ngày làm, ở công đoàn cử "
                 "người.")
funds(6, "ao_dai_unions", "Số CĐCS quyên góp, ủng hộ áo dài", "CĐCS that donated áo dài", "đơn vị",
      "distinct",
      place="participant", subject="unit",
      definition="Mỗi công đoàn cơ sở có góp ít nhất một bộ áo dài tính một lần trong kỳ.")
funds(7, "ao_dai_unions_share", "Tỷ lệ CĐCS quyên góp, ủng hộ áo dài", "Share of CĐCS that donated áo dài",
      "%", "ratio",
      place="participant", num="funds.ao_dai_unions", den="org.grassroots_unions",
      definition="Số công đoàn cơ sở có góp áo dài trên số công đoàn cơ sở đang hoạt động vào ngày cuối kỳ.")
funds(8, "ao_dai_collected", "Số bộ áo dài quyên góp được", "Áo dài collected", "bộ", "sum",
      place="participant",
      definition="Bộ áo dài thu được, tính vào ngày nhận, ở công đoàn có người góp; chuyển tiếp lên cấp trên "
                 "không tính lại.")
funds(9, "ao_dai_given", "Số bộ áo dài trao tặng nữ CNVCLĐ khó khăn", "Áo dài given to women in hardship",
      "bộ", "sum",
      definition="Bộ áo dài trao tận tay nữ đoàn viên, người lao động khó khăn, tính vào ngày trao, ở công "
                 "đoàn trao.")
funds(10, "blood_donors", "Số đoàn viên hiến máu tình nguyện", "Voluntary blood donors", "người", "distinct",
      place="participant", subject="person", cuts=("round",),
      definition="Mỗi đoàn viên hiến máu tính một lần trong kỳ, ở công đoàn của họ, dù hiến mấy lần.")
funds(11, "blood_units", "Số đơn vị máu thu được", "Units of blood collected", "đơn vị", "sum",
      place="organiser", cuts=("round",),
      definition="Đơn vị máu thu được trong ngày hội hiến máu, tính ở công đoàn tổ chức.")
funds(12, "social_fund_given", "Số tiền, hiện vật quỹ xã hội đã phân phối",
      "Social-fund money/goods distributed", "đồng", "sum",
      cuts=(*CARE, "goods"),
      definition="Tiền và hiện vật quỹ xã hội đã trao, tính vào ngày trao; chuyển cho công đoàn khác để trao "
                 "thì chưa tính.")
funds(13, "social_fund_balance", "Số dư quỹ xã hội cuối kỳ", "Social-fund closing balance", "đồng",
      "balance",
      place="unit", by_day="day", cuts=("source",),
      definition="Số còn lại của quỹ xã hội vào ngày lấy số liệu: số đầu kỳ cộng thu trừ chi.")
funds(14, "poor_households", "Số hộ nông dân/hộ nghèo được giúp đỡ thoát nghèo", "Poor households helped",
      "hộ", "distinct",
      subject="household",
      definition="Mỗi hộ nông dân, hộ nghèo được công đoàn giúp tính một lần trong kỳ, dù giúp mấy lần.")
funds(15, "countryside_total", "Tổng tiền và hiện vật ủng hộ xây dựng nông thôn mới",
      "Cash and in-kind value given to New Rural Development", "đồng", "sum",
      cuts=("form", "goods"),
      definition="Tổng của tiền và giá trị hiện vật ủng hộ xây dựng nông thôn mới.")
funds(16, "other_fund_gifts", "Số tiền thăm hỏi, tặng quà từ các loại quỹ khác",
      "Visits and gifts paid from other funds", "đồng", "sum",
      cuts=CARE,
      definition="Tiền thăm hỏi, tặng quà lấy từ quỹ khác, ngoài kinh phí công đoàn và Quỹ Xã hội Công đoàn; "
                 "không tính lại ở thăm hỏi, trợ cấp.")
