"""Cán bộ công đoàn: who holds posts, and their training."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
officers = chapter(13, "CAD", "officers", "Cán bộ công đoàn", "Cán bộ")

officers(1, "total", "Tổng số cán bộ công đoàn", "Union officers", "người", "distinct",
         place="unit", by_day="day", subject="person", cuts=("sex", "post"),
         definition="Mỗi người đang giữ ít nhất một chức vụ công đoàn vào ngày lấy số liệu tính một lần, dù "
                    "giữ mấy chức ở mấy nơi.")
officers(2, "full_time", "Số cán bộ công đoàn chuyên trách", "Full-time officers", "người", "distinct",
         place="unit", by_day="day", subject="person", cuts=("sex", "level"),
         definition="Mỗi người đang giữ chức vụ công đoàn chuyên trách vào ngày lấy số liệu tính một lần.")
officers(3, "part_time", "Số cán bộ công đoàn không chuyên trách", "Part-time officers", "người", "distinct",
         place="unit", by_day="day", subject="person", cuts=("sex", "level"),
         definition="Mỗi người đang giữ chức vụ công đoàn mà không chức nào chuyên trách vào ngày lấy số "
                    "liệu tính một lần.")
officers(4, "courses", "Số lớp đào tạo, tập huấn nghiệp vụ công đoàn", "Union training courses", "lớp",
         "sum",
         place="organiser", cuts=("topic", "level"),
         definition="Lớp đào tạo, tập huấn nghiệp vụ công đoàn, tính vào ngày khai giảng, chỉ ở công đoàn mở "
                    "lớp.")
officers(5, "training_attendance", "Số lượt cán bộ công đoàn được đào tạo, tập huấn",
         "Officer training person-times", "lượt người", "sum",
         place="organiser", cuts=("topic", "level", "post"),
         definition="Lượt cán bộ dự lớp, tính ở công đoàn mở lớp; một người học hai lớp tính hai lượt.")
officers(6, "full_time_trained_share", "Tỷ lệ cán bộ chuyên trách được đào tạo, bồi dưỡng",
         "Share of full-time officers trained", "%", "ratio",
         place="participant", num="officers.full_time_trained", den="officers.full_time",
         definition="Số cán bộ chuyên trách đã dự ít nhất một lớp trong kỳ trên số cán bộ chuyên trách vào "
                    "ngày cuối kỳ.")
officers(7, "part_time_trained_share", "Tỷ lệ cán bộ không chuyên trách được đào tạo, tập huấn",
         "Share of part-time officers trained", "%", "ratio",
         place="participant", num="officers.part_time_trained", den="officers.part_time",
         definition="Số cán bộ không chuyên trách đã dự ít nhất một lớp trong kỳ trên số cán bộ không chuyên "
                    "trách vào ngày cuối kỳ.")
officers.part(51, "full_time_trained", "Số cán bộ chuyên trách đã được đào tạo",
              "full-time officers trained", "người", "distinct",
              place="participant", subject="person", cuts=("topic",),
              definition="Mỗi cán bộ chuyên trách đã dự lớp trong kỳ tính một lần, ở công đoàn của họ.")
officers.part(52, "part_time_trained", "Số cán bộ không chuyên trách đã được đào tạo",
              "part-time officers trained", "người", "distinct",
              place="participant", subject="person", cuts=("topic",),
              definition="Mỗi cán bộ không chuyên trách đã dự lớp trong kỳ tính một lần, ở công đoàn của họ.")
