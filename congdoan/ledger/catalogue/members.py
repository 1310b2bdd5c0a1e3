"""Đoàn viên: who belongs, who came and who left."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
members = chapter(2, "MEM", "members", "Đoàn viên", "Đoàn viên")

members(1, "total", "Tổng số đoàn viên", "Union members", "người", "balance",
        place="unit", by_day="day", cuts=("sex",),
        definition="Người đang sinh hoạt công đoàn vào ngày lấy số liệu, ở công đoàn cơ sở của họ; tạm dừng "
                   "sinh hoạt vẫn tính, mỗi người chỉ ở một nơi.")
members(2, "women", "Số đoàn viên nữ", "Women members", "người", "balance",
        place="unit", by_day="day",
        definition="Đoàn viên nữ đang sinh hoạt vào ngày lấy số liệu; là một phần của tổng số đoàn viên.")
members(3, "workers", "Số CNVCLĐ nơi có tổ chức công đoàn", "Workers in units that have a union", "người",
        "balance",
        place="unit", by_day="day", cuts=("sex",),
        definition="Cán bộ, công chức, viên chức, công nhân, lao động ở nơi đã có công đoàn vào ngày lấy số "
                   "liệu, là đoàn viên hay chưa đều tính.")
members(4, "workers_of_area", "Số CNVCLĐ trên địa bàn/ngành quản lý", "Workers in the whole area or branch",
        "người", "own",
        place="unit", by_day="day",
        definition="Người lao động trên cả địa bàn hoặc ngành, do chính công đoàn quản lý địa bàn ghi; không "
                   "cộng từ cơ sở lên.")
members(5, "admitted", "Số đoàn viên kết nạp mới", "Members newly admitted", "người", "sum",
        place="unit", cuts=("sex",),
        definition="Người được kết nạp, tính vào ngày ghi trong quyết định, ở công đoàn cơ sở kết nạp; "
                   "chuyển sinh hoạt đến không tính.")
members(6, "lost", "Số đoàn viên giảm", "Members lost", "người", "sum",
        place="unit", cuts=("reason", "sex"),
        definition="Đoàn viên giảm trong kỳ vì mọi lý do khác ngoài chuyển sinh hoạt, tính vào ngày thôi, ở "
                   "công đoàn cơ sở họ rời đi.")
members(7, "transferred_in", "Số đoàn viên chuyển đến", "Members transferred in", "người", "distinct",
        place="unit", subject="transfer",
        definition="Đoàn viên chuyển sinh hoạt đến, tính vào ngày nơi đến tiếp nhận; chuyển trong nội bộ bù "
                   "trừ ở cấp quản lý chung.")
members(8, "transferred_out", "Số đoàn viên chuyển đi", "Members transferred out", "người", "distinct",
        place="unit", subject="transfer",
        definition="Đoàn viên chuyển sinh hoạt đi, tính vào ngày nơi đến tiếp nhận, ở công đoàn cũ; chuyển "
                   "trong nội bộ bù trừ ở cấp quản lý chung.")
members(9, "lost_with_union", "Số người thôi là đoàn viên do kết thúc hoạt động CĐCS",
        "People whose membership ended because the CĐCS ended", "người", "sum",
        place="unit",
        definition="Người thôi là đoàn viên vì công đoàn cơ sở kết thúc hoạt động, tính vào ngày kết thúc; "
                   "đã nằm trong số đoàn viên giảm.")
members(10, "net_growth", "Đoàn viên tăng thuần", "Net member growth", "người", "sum",
        place="unit",
        definition="Kết nạp và chuyển đến trừ số giảm và chuyển đi trong kỳ; luôn bằng mức thay đổi của tổng "
                   "số đoàn viên.")
members(11, "density", "Tỷ lệ đoàn viên trên tổng số CNVCLĐ", "Union density in organised units", "%",
        "ratio",
        place="unit", by_day="day", num="members.total", den="members.workers", cuts=("sex",),
        definition="Tổng số đoàn viên trên số người lao động nơi đã có công đoàn, cùng tính vào một ngày.")
members(12, "admission_attainment", "Tỷ lệ hoàn thành chỉ tiêu kết nạp đoàn viên",
        "Attainment of the admission target", "%", "ratio",
        place="unit", num="members.admitted", den="members.admission_target",
        definition="Số đoàn viên kết nạp mới trên chỉ tiêu kết nạp của chính công đoàn đang xem.")
members(13, "cards_issued", "Số thẻ đoàn viên đã cấp", "Membership cards issued", "thẻ", "sum",
        place="unit", cuts=("card",),
        definition="Thẻ đoàn viên đã phát, tính vào ngày cấp, ở công đoàn cơ sở của đoàn viên; cấp mới, đổi, "
                   "cấp lại đều tính.")
members(14, "full_record_share", "Tỷ lệ đoàn viên đã cập nhật hồ sơ trên phần mềm",
        "Share of members with an up-to-date digital record", "%", "ratio",
        place="unit", by_day="day", num="members.with_full_record", den="members.total",
        definition="Số đoàn viên đã đủ hồ sơ trên phần mềm trên tổng số đoàn viên, cùng tính vào một ngày.")
members(15, "party_members", "Số đoàn viên là đảng viên", "Members who are Party members", "người",
        "balance",
        place="unit", by_day="day", cuts=("sex",),
        definition="Đoàn viên đang là đảng viên vào ngày lấy số liệu, ở công đoàn cơ sở của họ.")
members(16, "in_hardship", "Số đoàn viên có hoàn cảnh khó khăn (theo danh sách)",
        "Members on the hardship list", "người", "balance",
        place="unit", by_day="day", subject="person", cuts=("hardship",),
        definition="Đoàn viên đang có tên trong danh sách hoàn cảnh khó khăn vào ngày lấy số liệu, ở công "
                   "đoàn nơi họ sinh hoạt.")
members(17, "opened", "Số đoàn viên có sẵn khi mở sổ", "Members there when the register was opened", "người",
        "sum",
        place="unit",
        definition="Đoàn viên đã có trước khi công đoàn bắt đầu giữ sổ ở đây, tính một lần vào ngày mở sổ; không "
                   "phải kết nạp mới.")
members.part(51, "admission_target", "Chỉ tiêu kết nạp đoàn viên", "target for admissions", "người", "own",
             place="unit",
             definition="Số đoàn viên phải kết nạp theo nghị quyết của chính công đoàn đang xem.")
members.part(52, "with_full_record", "Số đoàn viên đã đủ hồ sơ trên phần mềm",
             "members with a complete record", "người", "balance",
             place="unit", by_day="day",
             definition="Đoàn viên có đủ các mục bắt buộc của hồ sơ vào ngày lấy số liệu.")
