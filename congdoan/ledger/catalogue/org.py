"""Tổ chức công đoàn: unions founded, ended, handed over, and their congresses."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
org = chapter(1, "ORG", "org", "Tổ chức công đoàn", "Tổ chức")

org(1, "grassroots_unions", "Số công đoàn cơ sở (CĐCS) đang hoạt động", "Active grassroots unions", "đơn vị",
    "balance",
    place="unit", by_day="day", subject="unit",
    definition="Mỗi công đoàn cơ sở, nghiệp đoàn cơ sở chưa kết thúc hoạt động vào ngày lấy số liệu tính "
               "một; không tính công đoàn bộ phận và tổ công đoàn.")
org(2, "founded", "Số CĐCS thành lập mới", "Grassroots unions newly established", "đơn vị", "sum",
    place="unit",
    definition="Tính vào ngày quyết định thành lập có hiệu lực; công đoàn lập ra do chia tách, hợp nhất cũng "
               "tính, nhận từ nơi khác thì không.")
org(3, "ended", "Số CĐCS giải thể, kết thúc hoạt động", "Grassroots unions dissolved/ended", "đơn vị", "sum",
    place="unit", cuts=("reason",),
    definition="Tính vào ngày kết thúc hoạt động ghi trong quyết định, kể cả do sáp nhập, hợp nhất; chuyển "
               "giao nguyên trạng không tính.")
org(4, "received", "Số CĐCS tiếp nhận từ cấp trên khác", "Grassroots unions received by transfer", "đơn vị",
    "sum",
    place="unit",
    definition="Công đoàn cơ sở về trực thuộc từ một công đoàn cấp trên khác; việc chuyển trong nội bộ bù "
               "trừ ở cấp quản lý chung.")
org(5, "handed_over", "Số CĐCS chuyển giao cho cấp trên khác", "Grassroots unions handed over by transfer",
    "đơn vị", "sum",
    place="unit",
    definition="Công đoàn cơ sở chuyển sang trực thuộc công đoàn cấp trên khác; việc chuyển trong nội bộ bù "
               "trừ ở cấp quản lý chung.")
org(6, "upper_unions", "Số công đoàn cấp trên trực tiếp cơ sở", "Unions directly above the grassroots",
    "đơn vị", "balance",
    place="unit", by_day="day",
    definition="Công đoàn trực tiếp quản lý công đoàn cơ sở còn hoạt động vào ngày lấy số liệu, kể cả công "
               "đoàn xã, phường, khu công nghiệp và ngành địa phương.")
org(7, "commune_unions", "Số công đoàn xã, phường, đặc khu", "Commune/ward/special-zone unions", "đơn vị",
    "balance",
    place="unit", by_day="day",
    definition="Công đoàn xã, phường, đặc khu còn hoạt động vào ngày lấy số liệu; có từ năm 2025, là tổ chức "
               "công đoàn chứ không phải địa bàn.")
org(8, "occupational_unions", "Số nghiệp đoàn cơ sở", "Grassroots occupational unions (no employer)",
    "đơn vị", "balance",
    place="unit", by_day="day",
    definition="Nghiệp đoàn cơ sở của người lao động không có người sử dụng lao động, còn hoạt động vào ngày "
               "lấy số liệu; đã nằm trong số công đoàn cơ sở.")
org(9, "member_unions", "Số CĐCS thành viên", "Member grassroots unions", "đơn vị", "balance",
    place="unit", by_day="day",
    definition="Công đoàn cơ sở thành viên thuộc một công đoàn cơ sở lớn, còn hoạt động vào ngày lấy số "
               "liệu; không cộng vào số công đoàn cơ sở.")
org(10, "departmental_unions", "Số công đoàn bộ phận", "Departmental unions", "đơn vị", "balance",
    place="unit", by_day="day",
    definition="Công đoàn bộ phận trong các công đoàn cơ sở vào ngày lấy số liệu; không cộng vào số công "
               "đoàn cơ sở.")
org(11, "union_groups", "Số tổ công đoàn", "Union groups (teams)", "tổ", "balance",
    place="unit", by_day="day",
    definition="Tổ công đoàn trong các công đoàn cơ sở vào ngày lấy số liệu, do công đoàn cơ sở ghi.")
org(12, "congresses_held", "Số CĐCS đã tổ chức đại hội nhiệm kỳ",
    "Grassroots unions that held their term congress", "đơn vị", "distinct",
    place="unit", subject="unit", cuts=("congress",),
    definition="Mỗi công đoàn cơ sở đã họp xong đại hội nhiệm kỳ tính một lần vào ngày bế mạc, dù họp mấy "
               "phiên.")
org(13, "congress_share", "Tỷ lệ CĐCS hoàn thành đại hội",
    "Share of grassroots unions that completed their congress", "%", "ratio",
    place="unit", num="org.congresses_held", den="org.grassroots_unions",
    definition="Số công đoàn cơ sở đã đại hội trên số công đoàn cơ sở đang hoạt động vào ngày cuối kỳ.")
org(14, "founding_attainment", "Tỷ lệ hoàn thành chỉ tiêu thành lập CĐCS",
    "Attainment of the target for new grassroots unions", "%", "ratio",
    place="unit", num="org.founded", den="org.founding_target",
    definition="Số công đoàn cơ sở thành lập mới trên chỉ tiêu thành lập của chính công đoàn đang xem.")
org.part(51, "founding_target", "Chỉ tiêu thành lập CĐCS", "target for new grassroots unions", "đơn vị",
         "own",
         place="unit",
         definition="Số công đoàn cơ sở phải thành lập theo nghị quyết của chính công đoàn đang xem.")
