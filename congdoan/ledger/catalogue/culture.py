"""Văn hóa, thể thao, hội thi: contests, teams, prizes and cultured workplaces."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
culture = chapter(8, "CUL", "culture", "Văn hóa, thể thao, hội thi", "Văn hóa")

culture(1, "contests", "Số hội thi, hội diễn, hội thao tổ chức",
        "Contests/festivals/sports events organised", "cuộc", "sum",
        place="organiser", cuts=("contest",),
        definition="Hội thi, hội diễn, hội thao, tính vào ngày tổ chức, chỉ ở công đoàn tổ chức; cử đội đi "
                   "thi nơi khác không tính.")
culture(2, "teams", "Số đội tham dự hội thi", "Teams in contests", "đội", "sum",
        place="organiser", cuts=("contest",),
        definition="Đội dự thi trong các cuộc do công đoàn tổ chức, tính ở công đoàn tổ chức.")
culture(3, "contestants", "Số thí sinh, vận động viên tham dự", "Contestants/athletes", "người", "sum",
        place="organiser", cuts=("contest",),
        definition="Người dự thi, mỗi cuộc một lần, tính ở công đoàn tổ chức; dự hai cuộc tính hai.")
culture(4, "unions_taking_part", "Số CĐCS tham gia hội thi", "CĐCS taking part", "đơn vị", "distinct",
        place="participant", subject="unit", cuts=("contest",),
        definition="Mỗi công đoàn cơ sở có người dự thi tính một lần trong kỳ, dù tham gia mấy cuộc hay góp "
                   "người vào đội chung.")
culture(5, "prizes", "Số giải thưởng đã trao", "Prizes awarded", "giải", "sum",
        place="organiser", cuts=("prize", "contest"),
        definition="Giải đã trao trong các cuộc do công đoàn tổ chức; giải nhất, nhì, ba, khuyến khích là "
                   "phần chia của mục này.")
culture(6, "cultured_workplaces_share", "Tỷ lệ cơ quan, đơn vị, DN đạt chuẩn văn hóa",
        "Share of agencies meeting the culture standard", "%", "ratio",
        place="recipient", by_day="achievement", num="culture.cultured_workplaces", den="culture.workplaces",
        yearly=True,
        definition="Số cơ quan, đơn vị, doanh nghiệp được công nhận đạt chuẩn văn hóa của năm trên số đã có "
                   "công đoàn.")
culture(7, "cultured_families_share", "Tỷ lệ gia đình đoàn viên, NLĐ đạt gia đình văn hóa",
        "Share of cultured families", "%", "ratio",
        place="recipient", by_day="achievement", num="culture.cultured_families", den="culture.families",
        yearly=True,
        definition="Số gia đình đoàn viên, người lao động được công nhận gia đình văn hóa của năm trên số "
                   "gia đình.")
culture.part(51, "cultured_workplaces", "Số cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa",
             "employers meeting the culture standard", "đơn vị", "distinct",
             place="recipient", by_day="achievement", subject="employer", yearly=True,
             definition="Mỗi nơi được công nhận đạt chuẩn văn hóa của năm tính một lần.")
culture.part(52, "workplaces", "Số cơ quan, đơn vị, doanh nghiệp có công đoàn", "employers with a union",
             "đơn vị", "balance",
             place="unit", by_day="day", subject="employer",
             definition="Cơ quan, đơn vị, doanh nghiệp đang có công đoàn vào ngày lấy số liệu.")
culture.part(53, "cultured_families", "Số gia đình đoàn viên, người lao động đạt gia đình văn hóa",
             "cultured families", "gia đình", "distinct",
             place="recipient", by_day="achievement", subject="household", yearly=True,
             definition="Mỗi gia đình được công nhận gia đình văn hóa của năm tính một lần.")
culture.part(54, "families", "Số gia đình đoàn viên, người lao động", "families of members and workers",
             "gia đình", "distinct",
             place="recipient", by_day="achievement", subject="household", yearly=True,
             definition="Gia đình của đoàn viên, người lao động trong năm xét, hai vợ chồng cùng công đoàn "
                        "tính một.")
