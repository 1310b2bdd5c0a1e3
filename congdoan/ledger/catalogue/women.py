"""Nữ công: titles, gifts, health and meetings of women members."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
women = chapter(11, "WOM", "women", "Nữ công", "Nữ công")

women(1, "good_at_both", "Số nữ CNVCLĐ đạt danh hiệu Giỏi việc nước, đảm việc nhà",
      "Women awarded 'Good at work, good at home'", "người", "sum",
      place="recipient", by_day="achievement", cuts=("level",),
      definition="Người được tặng danh hiệu, mỗi cấp khen một lần, tính vào năm đạt thành tích, ở công đoàn "
                 "của người được tặng.")
women(2, "good_at_both_share", "Tỷ lệ nữ CNVCLĐ đạt Giỏi việc nước, đảm việc nhà cấp cơ sở",
      "Share of women with that title", "%", "ratio",
      place="recipient", by_day="achievement", num="women.good_at_both_grassroots", den="labour.women",
      definition="Số nữ được tặng danh hiệu cấp cơ sở trên tổng số lao động nữ vào ngày cuối kỳ, không phải "
                 "trên số đăng ký.")
women(3, "committees", "Số Ban nữ công quần chúng", "Women's work committees", "ban", "balance",
      place="unit", by_day="day",
      definition="Ban Nữ công quần chúng đang hoạt động vào ngày lấy số liệu, ở công đoàn lập ra ban.")
women(4, "gifts", "Số phần quà tặng nữ đoàn viên (8/3, 20/10)", "Gifts to women members", "phần", "sum",
      cuts=("occasion", "source", "form", "payer"),
      definition="Phần quà trao cho nữ đoàn viên dịp 8/3, 20/10, tính vào ngày trao, ở công đoàn trao.")
women(5, "gift_money", "Số tiền quà tặng nữ đoàn viên", "Amount of those gifts", "đồng", "sum",
      cuts=("occasion", "source", "form", "payer"),
      definition="Tiền và giá trị các phần quà tặng nữ đoàn viên dịp 8/3, 20/10.")
women(6, "ao_dai_share", "Tỷ lệ CĐCS tổ chức nữ đoàn viên mặc áo dài",
      "Share of CĐCS holding the áo dài day", "%", "ratio",
      place="participant", num="women.units_wearing_ao_dai", den="org.grassroots_unions",
      definition="Số công đoàn cơ sở có tổ chức nữ đoàn viên mặc áo dài trên số công đoàn cơ sở đang hoạt "
                 "động vào ngày cuối kỳ.")
women(7, "health_checks", "Số lượt nữ được khám sức khỏe sinh sản, tầm soát ung thư",
      "Women's reproductive-health checks/screening", "lượt người", "sum",
      definition="Lượt nữ được khám sức khỏe sinh sản, tầm soát ung thư do công đoàn tổ chức hoặc vận động, "
                 "tính vào ngày khám.")
women(8, "meetings", "Số buổi họp mặt, sinh hoạt nữ công", "Women's meetings", "buổi", "sum",
      place="organiser", cuts=("occasion",),
      definition="Buổi họp mặt, sinh hoạt nữ công, tính vào ngày tổ chức, chỉ ở công đoàn tổ chức.")
women(9, "in_committees", "Số nữ tham gia ban chấp hành công đoàn", "Women on executive committees", "người",
      "balance",
      place="unit", by_day="day", cuts=("level",),
      definition="Nữ ủy viên ban chấp hành công đoàn đương nhiệm vào ngày lấy số liệu, ở công đoàn có ban "
                 "chấp hành ấy.")
women(10, "lactation_rooms", "Số phòng vắt, trữ sữa", "Lactation rooms", "phòng", "balance",
      place="unit", by_day="day",
      definition="Phòng vắt, trữ sữa đang dùng tại nơi làm việc vào ngày lấy số liệu.")
women.part(51, "good_at_both_grassroots", "Số nữ đạt Giỏi việc nước, đảm việc nhà cấp cơ sở",
           "women awarded at the grassroots", "người", "distinct",
           place="recipient", by_day="achievement", subject="person",
           definition="Mỗi nữ đoàn viên, người lao động được cơ sở tặng danh hiệu tính một lần, ở công đoàn "
                      "của họ.")
women.part(52, "units_wearing_ao_dai", "Số CĐCS tổ chức nữ đoàn viên mặc áo dài",
           "grassroots unions wearing áo dài", "đơn vị", "distinct",
           place="participant", subject="unit",
           definition="Mỗi công đoàn cơ sở có tổ chức mặc áo dài tính một lần trong kỳ, dù mấy ngày.")
