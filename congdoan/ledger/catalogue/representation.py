"""Đại diện, bảo vệ, dân chủ cơ sở: conferences, dialogue, agreements, rules and legal help."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
representation = chapter(4, "REP", "representation", "Đại diện, bảo vệ, dân chủ cơ sở", "Đại diện")

representation(1, "staff_conferences",
               "Số cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức, NLĐ",
               "Agencies/units that held the annual staff conference", "đơn vị", "distinct",
               subject="employer", yearly=True,
               definition="Mỗi cơ quan, đơn vị đã họp hội nghị trong năm tính một lần vào ngày họp, dù một "
                          "công đoàn phục vụ nhiều đơn vị; doanh nghiệp không tính ở đây.")
representation(2, "staff_conference_share", "Tỷ lệ cơ quan, đơn vị tổ chức hội nghị CBCCVC, NLĐ",
               "Share of units that held the staff conference", "%", "ratio",
               num="representation.staff_conferences", den="representation.employers_liable", yearly=True,
               definition="Số cơ quan, đơn vị đã họp trên số cơ quan, đơn vị phải họp vào ngày cuối kỳ; "
                          "không tính đơn vị đã rời khỏi danh sách.")
representation(3, "workers_conferences", "Số doanh nghiệp tổ chức hội nghị người lao động",
               "Enterprises that held the workers' conference", "đơn vị", "distinct",
               subject="employer", yearly=True,
               definition="Mỗi doanh nghiệp đã họp hội nghị người lao động trong năm tính một lần vào ngày "
                          "họp.")
representation(4, "workers_conference_share",
               "Tỷ lệ doanh nghiệp có tổ chức công đoàn tổ chức hội nghị người lao động",
               "Share of unionised enterprises that held it", "%", "ratio",
               num="representation.workers_conferences", den="representation.enterprises_liable",
               yearly=True,
               definition="Số doanh nghiệp đã họp hội nghị người lao động trên số doanh nghiệp có công đoàn "
                          "phải họp vào ngày cuối kỳ.")
representation(5, "periodic_dialogues", "Số cuộc đối thoại định kỳ tại nơi làm việc",
               "Periodic workplace dialogues", "cuộc", "sum",
               definition="Cuộc đối thoại đúng kỳ giữa người sử dụng lao động và người lao động, tính vào "
                          "ngày họp, ở công đoàn đại diện cho người lao động.")
representation(6, "ad_hoc_dialogues", "Số cuộc đối thoại đột xuất/khi một bên yêu cầu",
               "Ad hoc workplace dialogues", "cuộc", "sum",
               definition="Cuộc đối thoại ngoài định kỳ, theo vụ việc hoặc do một bên yêu cầu, tính vào ngày "
                          "họp.")
representation(7, "leaders_dialogues", "Số cuộc tiếp xúc, đối thoại giữa Ban Thường vụ/cấp ủy với đoàn viên",
               "Meet-and-dialogue sessions of leaders with members", "cuộc", "sum",
               place="organiser", cuts=("level",),
               definition="Cuộc lãnh đạo gặp, đối thoại với đoàn viên, người lao động, chỉ tính ở công đoàn "
                          "đứng ra tổ chức.")
representation(8, "agreements_in_force", "Số thỏa ước lao động tập thể (TƯLĐTT) đang có hiệu lực",
               "Collective agreements in force", "bản", "balance",
               place="unit", by_day="day", cuts=("agreement",),
               definition="Thỏa ước đã ký và còn thời hạn vào ngày lấy số liệu; hết hạn hoặc bị thay thế thì "
                          "thôi tính.")
representation(9, "agreements_signed", "Số TƯLĐTT ký mới", "Collective agreements newly signed", "bản",
               "sum",
               cuts=("agreement",),
               definition="Thỏa ước ký lần đầu hoặc ký lại khi hết hạn, tính vào ngày ký, ở công đoàn ký.")
representation(10, "agreements_amended", "Số TƯLĐTT sửa đổi, bổ sung", "Collective agreements amended",
               "bản", "sum",
               cuts=("agreement",),
               definition="Lần sửa đổi, bổ sung một thỏa ước còn hiệu lực, tính vào ngày ký; không tính vào "
                          "số ký mới.")
representation(11, "agreement_share", "Tỷ lệ doanh nghiệp có CĐCS ký TƯLĐTT",
               "Share of unionised enterprises with an agreement", "%", "ratio",
               place="unit", by_day="day", num="representation.enterprises_with_agreement",
               den="representation.enterprises_with_union",
               definition="Số doanh nghiệp đang có thỏa ước còn hiệu lực trên số doanh nghiệp có công đoàn "
                          "cơ sở, cùng tính vào một ngày.")
representation(12, "agreement_monitors", "Số CĐCS giám sát thực hiện TƯLĐTT",
               "CĐCS that monitored the agreement", "đơn vị", "distinct",
               subject="unit",
               definition="Mỗi công đoàn cơ sở đã giám sát việc thực hiện thỏa ước tính một lần trong kỳ, dù "
                          "giám sát mấy đợt.")
representation(13, "meal_bargainers", "Số CĐCS đề xuất, thương lượng nâng giá trị bữa ăn ca",
               "CĐCS that bargained a better shift meal", "đơn vị", "distinct",
               subject="unit",
               definition="Mỗi công đoàn cơ sở đã đề xuất hoặc thương lượng nâng bữa ăn ca tính một lần "
                          "trong kỳ.")
representation(14, "spending_rule_share", "Tỷ lệ cơ quan, đơn vị xây dựng quy chế chi tiêu nội bộ",
               "Share of agencies with internal-spending rules", "%", "ratio",
               place="unit", by_day="day", num="representation.employers_with_spending_rule",
               den="representation.employers_liable",
               definition="Số cơ quan, đơn vị đang có quy chế chi tiêu nội bộ trên số cơ quan, đơn vị thuộc "
                          "diện phải có, cùng tính vào một ngày.")
representation(15, "democracy_rule_share",
               "Tỷ lệ cơ quan, đơn vị xây dựng quy chế dân chủ, quy chế hoạt động",
               "Share of agencies with democracy/operating rules", "%", "ratio",
               place="unit", by_day="day", num="representation.employers_with_democracy_rule",
               den="representation.employers_liable",
               definition="Số cơ quan, đơn vị đang có quy chế dân chủ, quy chế hoạt động trên số thuộc diện "
                          "phải có, cùng tính vào một ngày.")
representation(16, "inspectorates", "Số Ban Thanh tra nhân dân", "People's Inspection Boards", "ban",
               "balance",
               place="unit", by_day="day",
               definition="Ban Thanh tra nhân dân đang trong nhiệm kỳ vào ngày lấy số liệu, ở công đoàn của "
                          "cơ quan, đơn vị ấy.")
representation(17, "inspectorates_good_share", "Tỷ lệ Ban Thanh tra nhân dân xếp loại khá trở lên",
               "Share of Boards rated fair or better", "%", "ratio",
               place="unit", by_day="achievement", num="representation.inspectorates_good",
               den="representation.inspectorates_rated", yearly=True,
               definition="Số ban được xếp loại khá trở lên trên số ban được xếp loại trong năm.")
representation(18, "legal_advice", "Số lượt người được tư vấn pháp luật", "Legal-advice person-times",
               "lượt người", "sum",
               cuts=("channel",),
               definition="Lượt người được cán bộ công đoàn tư vấn pháp luật, tính vào ngày tư vấn; đến hai "
                          "lần tính hai lượt.")
representation(19, "court_cases", "Số vụ hỗ trợ pháp lý, đại diện tại tòa",
               "Cases of legal assistance/representation in court", "vụ", "sum",
               definition="Vụ việc công đoàn hỗ trợ pháp lý hoặc đại diện tại tòa, tính vào ngày nhận việc, "
                          "mỗi vụ một lần dù qua mấy cấp xét xử.")
representation(20, "councils", "Số hội đồng tại cơ quan có công đoàn tham gia",
               "Agency councils the union sits on", "hội đồng", "balance",
               place="unit", by_day="day", cuts=("council",),
               definition="Hội đồng của cơ quan, đơn vị đang có đại diện công đoàn tham gia vào ngày lấy số "
                          "liệu.")
representation(21, "pay_rises", "Số đoàn viên được nâng lương (trước hạn, vượt khung, thường xuyên)",
               "Members given a pay step", "người", "sum",
               place="recipient", cuts=("raise",),
               definition="Đoàn viên được quyết định nâng lương, tính vào ngày ghi trong quyết định, ở công "
                          "đoàn của người được nâng.")
representation(22, "sent_to_training",
               "Số lượt cán bộ, đoàn viên được cử đào tạo, bồi dưỡng (chuyên môn, chính trị)",
               "Person-times sent to professional/political training", "lượt người", "sum",
               place="participant", cuts=("course",),
               definition="Lượt cán bộ, đoàn viên được cử đi học, tính vào ngày khai giảng, ở công đoàn của "
                          "người học; tập huấn nghiệp vụ công đoàn tính ở mục Cán bộ.")
representation(23, "drafts_commented", "Số văn bản công đoàn tham gia xây dựng, góp ý",
               "Policies/regulations commented on", "văn bản", "sum",
               definition="Văn bản công đoàn tham gia xây dựng hoặc góp ý, tính vào ngày gửi ý kiến, ở công "
                          "đoàn góp ý, mỗi dự thảo một lần.")
representation(24, "safety_representatives", "Số an toàn, vệ sinh viên",
               "Safety and hygiene representatives", "người", "balance",
               place="unit", by_day="day",
               definition="Người đang làm an toàn, vệ sinh viên vào ngày lấy số liệu, theo quyết định của "
                          "người sử dụng lao động.")
representation(25, "safety_trainings", "Số cuộc/lớp huấn luyện ATVSLĐ", "OSH training sessions", "lớp",
               "sum",
               place="organiser",
               definition="Lớp huấn luyện an toàn, vệ sinh lao động, tính vào ngày khai giảng, ở công đoàn "
                          "tổ chức hoặc phối hợp tổ chức.")
representation(26, "dialogue_share", "Tỷ lệ doanh nghiệp có tổ chức công đoàn tổ chức đối thoại tại cơ sở",
               "Share of unionised enterprises that held workplace dialogue", "%", "ratio",
               num="representation.enterprises_with_dialogue", den="representation.enterprises_liable",
               definition="Số doanh nghiệp đã đối thoại ít nhất một lần trong kỳ trên số doanh nghiệp có "
                          "công đoàn phải tổ chức vào ngày cuối kỳ.")
representation.part(51, "employers_liable", "Số cơ quan, đơn vị phải tổ chức hội nghị",
                    "agencies and units liable", "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer",
                    definition="Cơ quan, đơn vị (không phải doanh nghiệp) có công đoàn vào ngày lấy số liệu, "
                               "ở công đoàn đại diện cho người lao động của họ.")
representation.part(52, "enterprises_liable",
                    "Số doanh nghiệp có công đoàn phải tổ chức hội nghị, đối thoại", "enterprises liable",
                    "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer",
                    definition="Doanh nghiệp có công đoàn thuộc diện phải họp hội nghị, đối thoại vào ngày "
                               "lấy số liệu.")
representation.part(53, "employers_with_spending_rule", "Số cơ quan, đơn vị có quy chế chi tiêu nội bộ",
                    "units with a spending rule", "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer", cuts=("rule",),
                    definition="Cơ quan, đơn vị đang có quy chế chi tiêu nội bộ còn hiệu lực vào ngày lấy số "
                               "liệu.")
representation.part(54, "employers_with_democracy_rule",
                    "Số cơ quan, đơn vị có quy chế dân chủ, quy chế hoạt động",
                    "units with a democracy rule", "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer", cuts=("rule",),
                    definition="Cơ quan, đơn vị đang có quy chế dân chủ hoặc quy chế hoạt động còn hiệu lực "
                               "vào ngày lấy số liệu.")
representation.part(55, "enterprises_with_agreement", "Số doanh nghiệp đang có thỏa ước",
                    "enterprises under an agreement", "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer",
                    definition="Doanh nghiệp có thỏa ước lao động tập thể còn hiệu lực vào ngày lấy số liệu.")
representation.part(56, "enterprises_with_union", "Số doanh nghiệp có công đoàn cơ sở",
                    "enterprises with a union", "đơn vị", "balance",
                    place="unit", by_day="day", subject="employer",
                    definition="Doanh nghiệp đã có công đoàn cơ sở vào ngày lấy số liệu.")
representation.part(57, "enterprises_with_dialogue", "Số doanh nghiệp đã đối thoại tại cơ sở",
                    "enterprises that held dialogue", "đơn vị", "distinct",
                    subject="employer",
                    definition="Mỗi doanh nghiệp đã đối thoại trong kỳ tính một lần.")
representation.part(58, "inspectorates_rated", "Số Ban Thanh tra nhân dân được xếp loại",
                    "inspection boards rated", "ban", "distinct",
                    place="unit", by_day="achievement", subject="employer", cuts=("grade",), yearly=True,
                    definition="Ban Thanh tra nhân dân được xếp loại của năm, mỗi cơ quan, đơn vị một ban.")
representation.part(59, "inspectorates_good", "Số Ban Thanh tra nhân dân xếp loại khá trở lên",
                    "inspection boards rated fair or better", "ban", "distinct",
                    place="unit", by_day="achievement", subject="employer", cuts=("grade",), yearly=True,
                    definition="Ban Thanh tra nhân dân được xếp loại khá trở lên của năm.")
