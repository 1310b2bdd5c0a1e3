"""Đánh giá, xếp loại: how unions, groups and members were rated in a year."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
ratings = chapter(14, "RAT", "ratings", "Đánh giá, xếp loại", "Xếp loại")

ratings(1, "union_grades", "Xếp loại chất lượng hoạt động CĐCS", "CĐCS quality rating", "mức",
        "distribution",
        place="unit", by_day="achievement", cuts=("grade",), yearly=True,
        definition="Số công đoàn cơ sở ở từng mức xếp loại của năm, theo kết quả cấp trên công nhận; không "
                   "lấy trung bình.")
ratings(2, "unions_eligible", "Số CĐCS đủ điều kiện xếp loại trong năm", "CĐCS eligible for rating",
        "đơn vị", "balance",
        place="unit", by_day="day", yearly=True,
        definition="Công đoàn cơ sở đủ điều kiện xếp loại vào cuối năm: thành lập từ 12 tháng, hoặc từ 6 "
                   "tháng sau chia tách, sáp nhập.")
ratings(3, "excellent_share", "Tỷ lệ CĐCS hoàn thành xuất sắc nhiệm vụ", "Share of CĐCS rated excellent",
        "%", "ratio",
        place="unit", by_day="achievement", num="ratings.unions_excellent", den="ratings.unions_eligible",
        yearly=True,
        definition="Số công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ trên số đủ điều kiện xếp loại của năm.")
ratings(4, "good_or_better_share", "Tỷ lệ CĐCS hoàn thành tốt nhiệm vụ trở lên",
        "Share of CĐCS rated good or better", "%", "ratio",
        place="unit", by_day="achievement", num="ratings.unions_good_or_better",
        den="ratings.unions_eligible", yearly=True,
        definition="Số công đoàn cơ sở hoàn thành tốt nhiệm vụ trở lên trên số đủ điều kiện xếp loại của "
                   "năm.")
ratings(5, "strong_share", "Tỷ lệ CĐCS, tổ công đoàn đạt vững mạnh (tiêu chí cũ)",
        "Share of 'strong' CĐCS/groups (legacy scheme)", "%", "ratio",
        place="unit", by_day="achievement", num="ratings.strong", den="ratings.rated", yearly=True,
        definition="Số đạt vững mạnh trên số được xếp loại theo tiêu chí đến năm 2018; không so với mức xếp "
                   "loại từ năm 2019.")
ratings(6, "failed_unions", "Số CĐCS, tổ công đoàn xếp loại yếu/không hoàn thành nhiệm vụ",
        "CĐCS/groups rated weak/failed", "đơn vị", "distinct",
        place="unit", by_day="achievement", subject="unit", cuts=("level",), yearly=True,
        definition="Mỗi công đoàn cơ sở, tổ công đoàn ở mức thấp nhất của năm tính một lần.")
ratings(7, "group_grades", "Xếp loại tổ công đoàn", "Union-group rating", "mức", "distribution",
        place="unit", by_day="achievement", cuts=("grade",), yearly=True,
        definition="Số tổ công đoàn ở từng mức xếp loại của năm, do công đoàn cơ sở ghi.")
ratings(8, "member_grades", "Xếp loại đoàn viên công đoàn", "Member rating", "mức", "distribution",
        place="unit", by_day="achievement", cuts=("grade",), yearly=True,
        definition="Số đoàn viên ở từng mức xếp loại của năm, ở công đoàn cơ sở của họ.")
ratings.part(51, "unions_excellent", "Số CĐCS hoàn thành xuất sắc nhiệm vụ",
             "grassroots unions rated excellent", "đơn vị", "distinct",
             place="unit", by_day="achievement", subject="unit", yearly=True,
             definition="Mỗi công đoàn cơ sở được công nhận hoàn thành xuất sắc nhiệm vụ của năm.")
ratings.part(52, "unions_good_or_better", "Số CĐCS hoàn thành tốt nhiệm vụ trở lên",
             "grassroots unions rated good or better", "đơn vị", "distinct",
             place="unit", by_day="achievement", subject="unit", yearly=True,
             definition="Mỗi công đoàn cơ sở được công nhận hoàn thành tốt hoặc xuất sắc nhiệm vụ của năm.")
ratings.part(53, "strong", "Số CĐCS, tổ công đoàn đạt vững mạnh", "rated strong, scale up to 2018", "đơn vị",
             "distinct",
             place="unit", by_day="achievement", subject="unit", cuts=("level",), yearly=True,
             definition="Mỗi công đoàn cơ sở, tổ công đoàn đạt vững mạnh theo tiêu chí đến năm 2018.")
ratings.part(54, "rated", "Số CĐCS, tổ công đoàn được xếp loại theo tiêu chí cũ", "rated, scale up to 2018",
             "đơn vị", "distinct",
             place="unit", by_day="achievement", subject="unit", cuts=("level",), yearly=True,
             definition="Mỗi công đoàn cơ sở, tổ công đoàn được xếp loại theo tiêu chí đến năm 2018.")
