"""Tham gia xây dựng Đảng, chính quyền: members introduced and admitted, views contributed."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
party = chapter(12, "PAR", "party", "Tham gia xây dựng Đảng, chính quyền", "Xây dựng Đảng")

party(1, "introduced", "Số đoàn viên ưu tú giới thiệu cho Đảng bồi dưỡng, xem xét kết nạp",
      "Outstanding members introduced to the Party", "người", "sum",
      place="recipient", cuts=("sex",),
      definition="Đoàn viên ưu tú được công đoàn giới thiệu, mỗi người một lần, tính vào ngày giới thiệu, ở "
                 "công đoàn của đoàn viên.")
party(2, "admitted", "Số đoàn viên được kết nạp vào Đảng", "Members admitted to the Party", "người", "sum",
      place="recipient", cuts=("sex",),
      definition="Đoàn viên được kết nạp Đảng, tính vào ngày kết nạp, ở công đoàn của đoàn viên, do công "
                 "đoàn nào giới thiệu cũng tính.")
party(3, "admission_share", "Tỷ lệ kết nạp trên số giới thiệu", "Admission-to-introduction ratio", "%",
      "ratio",
      place="recipient", num="party.admitted", den="party.introduced", cuts=("sex",),
      definition="Số đoàn viên được kết nạp Đảng trên số được giới thiệu trong cùng kỳ; có thể quá 100% vì "
                 "giới thiệu từ kỳ trước.")
party(4, "introduction_attainment", "Tỷ lệ hoàn thành chỉ tiêu giới thiệu đoàn viên ưu tú",
      "Attainment of the introduction target", "%", "ratio",
      place="recipient", num="party.introduced", den="party.introduction_target",
      definition="Số đoàn viên ưu tú được giới thiệu trên chỉ tiêu giới thiệu của chính công đoàn đang xem.")
party(5, "contributions", "Số ý kiến, cuộc góp ý xây dựng Đảng, chính quyền",
      "Contributions to Party/government building", "cuộc", "sum",
      definition="Cuộc góp ý hoặc ý kiến bằng văn bản xây dựng Đảng, chính quyền, tính vào ngày góp ý, ở "
                 "công đoàn góp ý.")
party.part(51, "introduction_target", "Chỉ tiêu giới thiệu đoàn viên ưu tú", "target for introductions",
           "người", "own",
           place="unit",
           definition="Số đoàn viên ưu tú phải giới thiệu theo nghị quyết của chính công đoàn đang xem.")
