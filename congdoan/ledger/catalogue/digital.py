"""Thông tin, báo cáo, chuyển đổi số: reports on time, paperless work and online meetings."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
digital = chapter(18, "DIG", "digital", "Thông tin, báo cáo, chuyển đổi số", "Báo cáo")

digital(1, "reports_on_time", "Số báo cáo nộp đúng hạn", "Reports filed on time", "báo cáo", "sum",
        cuts=("report",),
        definition="Báo cáo đã gửi cấp trên đúng hoặc trước hạn, tính vào ngày đến hạn, ở công đoàn gửi.")
digital(2, "reports_on_time_share", "Tỷ lệ báo cáo nộp đúng hạn", "On-time reporting rate", "%", "ratio",
        num="digital.reports_on_time", den="digital.reports_due", cuts=("report",),
        definition="Số báo cáo đúng hạn trên số báo cáo đến hạn trong kỳ.")
digital(3, "digitised_share", "Tỷ lệ văn bản, cuộc họp được số hóa",
        "Share of documents and meetings digitised", "%", "ratio",
        num="digital.papers_and_meetings_digitised", den="digital.papers_and_meetings",
        definition="Số văn bản, cuộc họp đã làm trên môi trường số trên tổng số văn bản, cuộc họp trong kỳ.")
digital(4, "online_meetings", "Số hội nghị, cuộc họp trực tuyến", "Online meetings", "cuộc", "sum",
        place="organiser", cuts=("kind",),
        definition="Hội nghị, cuộc họp trực tuyến, tính vào ngày họp, ở công đoàn chủ trì; điểm cầu không "
                   "tính thêm.")
digital.part(51, "reports_due", "Số báo cáo đến hạn", "reports due", "báo cáo", "sum",
             cuts=("report",),
             definition="Báo cáo cấp trên yêu cầu có hạn nộp trong kỳ, tính ở công đoàn phải gửi.")
digital.part(52, "papers_and_meetings_digitised", "Số văn bản, cuộc họp đã số hóa",
             "papers and meetings digitised", "văn bản, cuộc họp", "sum",
             definition="Văn bản ban hành dạng điện tử hoặc có bản chụp trong sổ; cuộc họp trực tuyến hoặc có biên "
                        "bản điện tử, biên bản trong sổ; tính ở công đoàn ban hành, chủ trì.")
digital.part(53, "papers_and_meetings", "Tổng số văn bản, cuộc họp", "papers and meetings",
             "văn bản, cuộc họp", "sum",
             definition="Mọi văn bản ban hành và cuộc họp của công đoàn trong kỳ.")
