"""Khen thưởng: flags, certificates, letters and medals received."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
AWARD = ("awardee", "scope", "issuer")

awards = chapter(10, "AWD", "awards", "Khen thưởng", "Khen thưởng")

awards(1, "national_flags", "Cờ thi đua của Tổng Liên đoàn", "VGCL emulation flags", "cờ", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Cờ thi đua của Tổng Liên đoàn được tặng, tính vào năm đạt thành tích, ở công đoàn được "
                  "tặng.")
awards(2, "national_collective", "Bằng khen của Tổng Liên đoàn - tập thể",
       "VGCL certificates of merit, collectives", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Tổng Liên đoàn tặng tập thể, mỗi quyết định mỗi tập thể một lần, ở công "
                  "đoàn của tập thể, vào năm đạt thành tích.")
awards(3, "national_individual", "Bằng khen của Tổng Liên đoàn - cá nhân",
       "VGCL certificates of merit, individuals", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Tổng Liên đoàn tặng cá nhân, mỗi quyết định mỗi người một lần, ở công đoàn "
                  "của người được tặng, vào năm đạt thành tích.")
awards(4, "creative_labour", "Bằng Lao động sáng tạo của Tổng Liên đoàn",
       "VGCL Creative Labour certificates", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng Lao động sáng tạo của Tổng Liên đoàn, tính ở công đoàn của người được tặng, vào năm "
                  "đạt thành tích; không tính vào Bằng khen.")
awards(5, "medals", "Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn", "VGCL commemorative medals",
       "chiếc", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Kỷ niệm chương của Tổng Liên đoàn, tính ở công đoàn của người được tặng, vào năm xét "
                  "tặng.")
awards(6, "province_flags", "Cờ thi đua của LĐLĐ tỉnh", "Provincial federation flags", "cờ", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Cờ thi đua của Liên đoàn Lao động tỉnh được tặng, tính vào năm đạt thành tích, ở công "
                  "đoàn được tặng.")
awards(7, "province_collective", "Bằng khen của LĐLĐ tỉnh - tập thể",
       "Provincial federation certificates, collectives", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Liên đoàn Lao động tỉnh tặng tập thể, ở công đoàn của tập thể, vào năm đạt "
                  "thành tích; khen chuyên đề cũng tính.")
awards(8, "province_individual", "Bằng khen của LĐLĐ tỉnh - cá nhân",
       "Provincial federation certificates, individuals", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Liên đoàn Lao động tỉnh tặng cá nhân, ở công đoàn của người được tặng, vào "
                  "năm đạt thành tích; khen chuyên đề cũng tính.")
awards(9, "upper_collective", "Giấy khen của công đoàn cấp trên trực tiếp cơ sở - tập thể",
       "Letters of commendation by the direct superior, collectives", "giấy", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Giấy khen của công đoàn cấp trên trực tiếp cơ sở tặng tập thể, ở công đoàn của tập thể, "
                  "vào năm đạt thành tích.")
awards(10, "upper_individual", "Giấy khen của công đoàn cấp trên trực tiếp cơ sở - cá nhân",
       "Letters of commendation by the direct superior, individuals", "giấy", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Giấy khen của công đoàn cấp trên trực tiếp cơ sở tặng cá nhân, ở công đoàn của người được "
                  "tặng, vào năm đạt thành tích.")
awards(11, "grassroots_letters", "Giấy khen của Ban Chấp hành CĐCS", "Letters of commendation by the CĐCS",
       "giấy", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Giấy khen do Ban Chấp hành công đoàn cơ sở tặng tập thể, cá nhân của mình, vào năm đạt "
                  "thành tích.")
awards(12, "committee_collective", "Bằng khen của UBND tỉnh - tập thể",
       "Provincial People's Committee certificates, collectives", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Ủy ban nhân dân tỉnh tặng tập thể, ở công đoàn của tập thể, vào năm đạt "
                  "thành tích.")
awards(13, "committee_individual", "Bằng khen của UBND tỉnh - cá nhân",
       "Provincial People's Committee certificates, individuals", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Bằng khen của Ủy ban nhân dân tỉnh tặng cá nhân, ở công đoàn của người được tặng, vào năm "
                  "đạt thành tích.")
awards(14, "themed_certificates", "Bằng khen chuyên đề", "Thematic certificates of merit", "bằng", "sum",
       place="recipient", by_day="achievement", cuts=(*AWARD, "topic"),
       definition="Bằng khen theo chuyên đề của mọi cấp, ở công đoàn được tặng; những bằng này đã có trong "
                  "mục của cấp khen, không cộng thêm.")
awards(15, "received_by_union", "Hình thức khen thưởng đơn vị được nhận từ cấp trên",
       "Commendations received by the unit itself", "lượt", "own",
       place="recipient", by_day="achievement", cuts=(*AWARD, "award"),
       definition="Mọi hình thức khen mà chính công đoàn đang xem nhận từ cấp trên; không cộng lên; các "
                  "mục khen thưởng khác của cấp trên thì tính, của chính công đoàn ấy thì không.")
awards(16, "bonus_money", "Số tiền thưởng kèm theo khen thưởng", "Bonus money paid", "đồng", "sum",
       cuts=("award", "awardee", "source"),
       definition="Tiền thưởng kèm theo quyết định khen thưởng, tính vào ngày quyết định, ở công đoàn chi "
                  "tiền.")
awards(17, "letters_individual", "Giấy khen các cấp công đoàn - cá nhân (mọi cấp khen)",
       "Letters of commendation by unions of any level, individuals", "giấy", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Giấy khen của công đoàn mọi cấp tặng cá nhân; gồm cả giấy khen của cấp trên trực tiếp và "
                  "của cơ sở, không cộng với các mục đó.")
awards(18, "letters_collective", "Giấy khen các cấp công đoàn - tập thể (mọi cấp khen)",
       "Letters of commendation by unions of any level, collectives", "giấy", "sum",
       place="recipient", by_day="achievement", cuts=AWARD,
       definition="Giấy khen của công đoàn mọi cấp tặng tập thể; gồm cả giấy khen của cấp trên trực tiếp và "
                  "của cơ sở, không cộng với các mục đó.")
