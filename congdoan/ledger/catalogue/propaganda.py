"""Tuyên truyền, giáo dục: sessions, law, study and news."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
propaganda = chapter(7, "PRO", "propaganda", "Tuyên truyền, giáo dục", "Tuyên truyền")

propaganda(1, "sessions", "Số buổi/cuộc tuyên truyền", "Propaganda sessions", "buổi", "sum",
           place="organiser", cuts=("topic", "channel"),
           definition="Buổi, cuộc tuyên truyền, tính vào ngày tổ chức, chỉ ở công đoàn tổ chức; buổi làm "
                      "chung tính một lần ở công đoàn chủ trì.")
propaganda(2, "attendance", "Số lượt đoàn viên, CNVCLĐ được tuyên truyền",
           "Attendance at propaganda sessions", "lượt người", "sum",
           place="organiser", cuts=("topic", "channel"),
           definition="Lượt người dự các buổi tuyên truyền, tính ở công đoàn tổ chức; một người dự hai buổi "
                      "tính hai lượt.")
propaganda(3, "people_reached_share",
           "Tỷ lệ đoàn viên, NLĐ được học tập, tuyên truyền, phổ biến chỉ thị, nghị quyết, pháp luật",
           "Share of members/workers reached", "%", "ratio",
           place="participant", num="propaganda.people_reached", den="members.workers",
           definition="Số người được tuyên truyền, mỗi người một lần, trên số người lao động nơi có công "
                      "đoàn; không lấy lượt dự để tính.")
propaganda(4, "theme_studied_share",
           "Tỷ lệ đoàn viên học tập chuyên đề tư tưởng, đạo đức, phong cách Hồ Chí Minh",
           "Share that studied the annual Hồ Chí Minh theme", "%", "ratio",
           place="participant", num="propaganda.members_studied_theme", den="members.total",
           definition="Số đoàn viên đã học chuyên đề, mỗi người một lần, trên tổng số đoàn viên vào ngày "
                      "cuối kỳ.")
propaganda(5, "contests_joined", "Số cuộc thi trực tuyến/tìm hiểu được hưởng ứng",
           "Online/knowledge contests joined", "cuộc", "own",
           place="unit", cuts=("level",),
           definition="Cuộc thi tìm hiểu, thi trực tuyến mà chính công đoàn đang xem hưởng ứng; mỗi cuộc thi "
                      "một lần, không cộng từ dưới lên.")
propaganda(6, "contest_entries", "Số lượt dự thi trực tuyến", "Contest entries", "lượt", "sum",
           place="participant",
           definition="Lượt bài dự thi trực tuyến của đoàn viên, người lao động, tính ở công đoàn của người "
                      "dự thi.")
propaganda(7, "law_shelves", "Số tủ sách pháp luật (kể cả điện tử)", "Legal bookshelves (incl. electronic)",
           "tủ", "balance",
           place="unit", by_day="day", cuts=("medium",),
           definition="Tủ sách pháp luật đang có vào ngày lấy số liệu, tủ giấy hay điện tử đều tính, ở công "
                      "đoàn quản lý tủ.")
propaganda(8, "news_items", "Số tin, bài đăng trên cổng/trang thông tin", "News items published", "tin, bài",
           "sum",
           cuts=("site",),
           definition="Tin, bài của công đoàn đã đăng, tính vào ngày đăng, ở công đoàn viết bài; đăng lại ở "
                      "trang khác không tính thêm.")
propaganda(9, "documents", "Số tài liệu tuyên truyền phát hành", "Propaganda documents issued", "bản", "sum",
           cuts=("medium",),
           definition="Bản tài liệu tuyên truyền đã phát hành, tính vào ngày phát hành, ở công đoàn phát "
                      "hành.")
propaganda(10, "studies", "Số lượt CNVCLĐ được học tập, bồi dưỡng nâng cao trình độ, kỹ năng nghề",
           "Person-times of skills upgrading", "lượt người", "sum",
           place="participant", cuts=("course",),
           definition="Lượt người đi học nâng cao học vấn, chuyên môn, tay nghề, tính vào ngày khai giảng, ở "
                      "công đoàn của người học.")
propaganda(11, "studying_share", "Tỷ lệ đoàn viên, NLĐ học tập nâng cao trình độ",
           "Share upgrading their qualifications", "%", "ratio",
           place="participant", num="propaganda.people_studying", den="members.workers",
           definition="Số người đi học trong kỳ, mỗi người một lần, trên số người lao động nơi có công đoàn.")
propaganda(12, "law_rounds", "Số đợt/kế hoạch tuyên truyền phổ biến pháp luật",
           "Legal-dissemination campaigns", "đợt", "sum",
           cuts=("topic", "round"),
           definition="Đợt tuyên truyền, phổ biến pháp luật theo kế hoạch, tính vào ngày bắt đầu, ở công "
                      "đoàn ban hành kế hoạch.")
propaganda.part(51, "people_reached", "Số người được tuyên truyền (không trùng)", "people reached", "người",
                "distinct",
                place="participant", subject="person", cuts=("topic",),
                definition="Mỗi người được học tập, tuyên truyền, phổ biến tính một lần trong kỳ, ở công "
                           "đoàn của họ.")
propaganda.part(52, "members_studied_theme", "Số đoàn viên đã học chuyên đề",
                "members who studied the theme", "người", "distinct",
                place="participant", subject="person",
                definition="Mỗi đoàn viên đã học chuyên đề tính một lần trong kỳ, ở công đoàn của họ.")
propaganda.part(53, "people_studying", "Số người đi học nâng cao trình độ (không trùng)",
                "people upgrading their skills", "người", "distinct",
                place="participant", subject="person", cuts=("course",),
                definition="Mỗi người đi học trong kỳ tính một lần, ở công đoàn của họ.")
