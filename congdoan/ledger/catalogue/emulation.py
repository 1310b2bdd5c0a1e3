"""Phong trào thi đua, sáng kiến: drives, initiatives, technical prizes and yearly titles."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
emulation = chapter(9, "EMU", "emulation", "Phong trào thi đua, sáng kiến", "Thi đua")

emulation(1, "drives_share", "Tỷ lệ CĐCS triển khai, tổ chức phong trào thi đua",
          "Share of CĐCS running emulation drives", "%", "ratio",
          num="emulation.unions_running_drives", den="org.grassroots_unions",
          definition="Số công đoàn cơ sở có tổ chức phong trào thi đua trong kỳ trên số công đoàn cơ sở đang "
                     "hoạt động vào ngày cuối kỳ.")
emulation(2, "grassroots_initiatives", "Số sáng kiến/cá nhân được công nhận sáng kiến cấp cơ sở",
          "Grassroots-level recognised initiatives (people)", "người", "sum",
          place="recipient", by_day="achievement", cuts=("level",),
          definition="Người có sáng kiến được cơ sở công nhận, tính vào năm đạt thành tích, ở công đoàn của "
                     "tác giả; mỗi sáng kiến mỗi người một lần.")
emulation(3, "province_initiatives", "Số cá nhân được công nhận sáng kiến cấp tỉnh",
          "Province-level recognised initiatives (people)", "người", "sum",
          place="recipient", by_day="achievement", cuts=("level",),
          definition="Người có sáng kiến được cấp tỉnh công nhận, tính vào năm đạt thành tích chứ không theo "
                     "ngày quyết định, ở công đoàn của tác giả.")
emulation(4, "initiative_gain", "Giá trị làm lợi từ sáng kiến", "Value gained from initiatives", "đồng",
          "sum",
          place="recipient", by_day="achievement", cuts=("level",),
          definition="Số tiền làm lợi ghi trong quyết định công nhận sáng kiến, tính vào năm đạt thành tích; "
                     "nhiều tác giả thì chỉ tính một lần.")
emulation(5, "technical_prizes", "Số tác giả, nhóm tác giả đạt giải hội thi sáng tạo kỹ thuật",
          "Authors/groups with technical-innovation prizes", "tác giả/nhóm", "sum",
          place="recipient", by_day="achievement", cuts=("prize", "level"),
          definition="Tác giả hoặc nhóm tác giả đạt giải hội thi sáng tạo kỹ thuật, mỗi giải một lần, ở công "
                     "đoàn của tác giả, vào năm đạt giải.")
emulation(6, "works", "Số công trình, sản phẩm thi đua đăng ký/hoàn thành",
          "Emulation works registered/completed", "công trình", "sum",
          cuts=("level",),
          definition="Công trình, sản phẩm thi đua đã đăng ký hoặc hoàn thành, tính vào ngày gắn biển hay "
                     "nghiệm thu, ở công đoàn thực hiện.")
emulation(7, "excellent_members_share", "Tỷ lệ đoàn viên hoàn thành xuất sắc nhiệm vụ",
          "Share of members with excellent work rating", "%", "ratio",
          place="unit", by_day="achievement", num="emulation.members_rated_excellent",
          den="emulation.members_rated", yearly=True,
          definition="Số đoàn viên được đánh giá hoàn thành xuất sắc nhiệm vụ trên số đoàn viên được đánh "
                     "giá của năm.")
emulation(8, "emulation_fighters", "Số Chiến sĩ thi đua cơ sở", "Grassroots emulation fighters", "người",
          "sum",
          place="recipient", by_day="achievement", yearly=True,
          definition="Người được tặng danh hiệu Chiến sĩ thi đua cơ sở của năm, ở công đoàn của người được "
                     "tặng.")
emulation(9, "advanced_workers", "Số Lao động tiên tiến", "Advanced workers", "người", "sum",
          place="recipient", by_day="achievement", yearly=True,
          definition="Người được tặng danh hiệu Lao động tiên tiến của năm, ở công đoàn của người được tặng.")
emulation(10, "excellent_collectives", "Số Tập thể lao động xuất sắc", "Excellent labour collectives",
          "tập thể", "sum",
          place="recipient", by_day="achievement", yearly=True,
          definition="Tập thể được tặng danh hiệu Tập thể lao động xuất sắc của năm, ở công đoàn của tập "
                     "thể.")
emulation(11, "advanced_collectives", "Số Tập thể lao động tiên tiến", "Advanced labour collectives",
          "tập thể", "sum",
          place="recipient", by_day="achievement", yearly=True,
          definition="Tập thể được tặng danh hiệu Tập thể lao động tiên tiến của năm, ở công đoàn của tập "
                     "thể.")
emulation(12, "targets_met_share", "Tỷ lệ chỉ tiêu thi đua đạt và vượt", "Targets met or exceeded", "%",
          "ratio",
          place="unit", num="emulation.targets_met", den="emulation.targets_set",
          definition="Số chỉ tiêu đạt từ 100% trở lên trên số chỉ tiêu đã đề ra của chính công đoàn đang "
                     "xem; không cộng từ dưới lên.")
emulation.part(51, "unions_running_drives", "Số CĐCS có tổ chức phong trào thi đua",
               "grassroots unions running drives", "đơn vị", "distinct",
               subject="unit",
               definition="Mỗi công đoàn cơ sở đã phát động hoặc triển khai phong trào thi đua tính một lần "
                          "trong kỳ.")
emulation.part(52, "members_rated_excellent", "Số đoàn viên hoàn thành xuất sắc nhiệm vụ",
               "members rated excellent at work", "người", "distinct",
               place="unit", by_day="achievement", subject="person", yearly=True,
               definition="Mỗi đoàn viên được đánh giá hoàn thành xuất sắc nhiệm vụ của năm tính một lần.")
emulation.part(53, "members_rated", "Số đoàn viên được đánh giá", "members rated at work", "người",
               "distinct",
               place="unit", by_day="achievement", subject="person", yearly=True,
               definition="Mỗi đoàn viên được đánh giá mức hoàn thành nhiệm vụ của năm tính một lần.")
emulation.part(54, "targets_met", "Số chỉ tiêu đạt và vượt", "targets met or exceeded", "chỉ tiêu", "own",
               place="unit",
               definition="Chỉ tiêu của chính công đoàn đang xem đã đạt từ 100% trở lên.")
emulation.part(55, "targets_set", "Số chỉ tiêu đã đề ra", "targets set", "chỉ tiêu", "own",
               place="unit",
               definition="Chỉ tiêu trong nghị quyết của chính công đoàn đang xem có giá trị trong kỳ.")
