"""Tiếp dân, khiếu nại, tố cáo: people received, petitions and what became of them."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
complaints = chapter(16, "COM", "complaints", "Tiếp dân, khiếu nại, tố cáo", "Tiếp dân")

complaints(1, "people_received", "Số lượt đoàn viên, NLĐ được tiếp", "People received", "lượt người", "sum",
           definition="Lượt đoàn viên, người lao động đến được công đoàn tiếp, tính vào ngày tiếp, ở công "
                      "đoàn tiếp.")
complaints(2, "petitions", "Số đơn khiếu nại, tố cáo, kiến nghị tiếp nhận", "Petitions received", "đơn",
           "sum",
           cuts=("petition",),
           definition="Đơn khiếu nại, tố cáo, kiến nghị nhận được, tính vào ngày nhận, mỗi đơn một lần dù "
                      "chuyển qua mấy cấp.")
complaints(3, "resolved", "Số đơn thuộc thẩm quyền đã giải quyết", "Petitions within competence resolved",
           "đơn", "sum",
           cuts=("petition", "outcome"),
           definition="Đơn thuộc thẩm quyền đã có kết quả giải quyết, tính vào ngày có kết quả, ở công đoàn "
                      "giải quyết.")
complaints(4, "resolution_share", "Tỷ lệ giải quyết đơn thuộc thẩm quyền", "Resolution rate", "%", "ratio",
           num="complaints.resolved", den="complaints.within_competence", cuts=("petition",),
           definition="Số đơn thuộc thẩm quyền đã giải quyết trên số đơn thuộc thẩm quyền nhận được trong "
                      "kỳ.")
complaints(5, "forwarded", "Số đơn không thuộc thẩm quyền đã chuyển, hướng dẫn",
           "Petitions forwarded/guided", "đơn", "sum",
           cuts=("petition",),
           definition="Đơn không thuộc thẩm quyền đã chuyển hoặc hướng dẫn nơi gửi, tính vào ngày chuyển, ở "
                      "công đoàn nhận đơn.")
complaints(6, "rights_restored", "Số người được khôi phục quyền lợi sau giải quyết",
           "People whose rights were restored", "người", "sum",
           definition="Người được trả lại quyền lợi sau khi đơn được giải quyết, tính vào ngày có kết quả.")
complaints.part(51, "within_competence", "Số đơn thuộc thẩm quyền", "petitions within competence", "đơn",
                "sum",
                cuts=("petition",),
                definition="Đơn nhận được thuộc thẩm quyền giải quyết của công đoàn, tính vào ngày nhận.")
