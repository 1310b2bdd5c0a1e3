"""Hội nghị: meetings of committees and conferences of unions."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
conferences = chapter(19, "CNG", "conferences", "Hội nghị", "Hội nghị")

conferences(1, "meetings", "Số kỳ họp ban chấp hành, hội nghị công đoàn",
            "Executive-committee meetings/conferences", "cuộc", "sum",
            place="organiser", cuts=("kind",),
            definition="Kỳ họp ban chấp hành, ban thường vụ, hội nghị sơ kết, tổng kết, đại hội, tính vào ngày họp, "
                       "chỉ ở công đoàn tổ chức.")
conferences(2, "attendance", "Số đại biểu, lượt người dự hội nghị", "Conference attendance", "lượt người",
            "sum",
            place="organiser", cuts=("kind",),
            definition="Đại biểu dự các cuộc họp, hội nghị, tính ở công đoàn tổ chức; một người dự hai cuộc "
                       "tính hai lượt.")
