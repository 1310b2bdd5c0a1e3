"""Kiểm tra, giám sát: inspections, supervision and what came of them."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
inspection = chapter(15, "INS", "inspection", "Kiểm tra, giám sát", "Kiểm tra")

inspection(1, "total", "Tổng số cuộc kiểm tra, giám sát", "Inspections and supervisions", "cuộc", "sum",
           cuts=("level",),
           definition="Mọi cuộc kiểm tra, giám sát đã kết thúc, tính ở công đoàn đi kiểm tra; bằng tổng kiểm "
                      "tra Điều lệ, tài chính, dấu hiệu vi phạm và giám sát.")
inspection(2, "charter", "Số cuộc kiểm tra chấp hành Điều lệ", "Charter-compliance inspections", "cuộc",
           "sum",
           definition="Cuộc kiểm tra chấp hành Điều lệ ở cùng cấp và cấp dưới, tính ở công đoàn đi kiểm tra, "
                      "vào ngày kết luận.")
inspection(3, "charter_own", "Kiểm tra Điều lệ cùng cấp", "Charter inspections, same level", "cuộc", "sum",
           definition="Cuộc ủy ban kiểm tra xem việc chấp hành Điều lệ của chính ban chấp hành cấp mình.")
inspection(4, "charter_lower", "Kiểm tra Điều lệ cấp dưới", "Charter inspections, lower level", "cuộc",
           "sum",
           definition="Cuộc kiểm tra chấp hành Điều lệ ở công đoàn cấp dưới; mỗi công đoàn được kiểm tra "
                      "trong một đợt là một cuộc.")
inspection(5, "finance", "Số cuộc kiểm tra tài chính, tài sản công đoàn", "Finance/asset inspections",
           "cuộc", "sum",
           definition="Cuộc kiểm tra tài chính, tài sản ở cùng cấp và cấp dưới, tính ở công đoàn đi kiểm "
                      "tra, vào ngày kết luận.")
inspection(6, "finance_own", "Kiểm tra tài chính cùng cấp (đồng cấp)", "Finance inspections, same level",
           "cuộc", "sum",
           definition="Cuộc ủy ban kiểm tra xem tài chính, tài sản của chính cấp mình.")
inspection(7, "finance_lower", "Kiểm tra tài chính cấp dưới", "Finance inspections, lower level", "cuộc",
           "sum",
           definition="Cuộc kiểm tra tài chính, tài sản ở công đoàn cấp dưới; mỗi công đoàn được kiểm tra "
                      "trong một đợt là một cuộc.")
inspection(8, "violations", "Số cuộc kiểm tra khi có dấu hiệu vi phạm", "Inspections on signs of violation",
           "cuộc", "sum",
           cuts=("inspected",),
           definition="Cuộc kiểm tra khi có dấu hiệu vi phạm của tổ chức hoặc cán bộ, đoàn viên; không tính "
                      "vào kiểm tra Điều lệ, tài chính.")
inspection(9, "supervisions", "Số cuộc giám sát", "Supervisions", "cuộc", "sum",
           cuts=("scope",),
           definition="Cuộc giám sát thường xuyên hoặc theo chuyên đề, tính vào ngày kết thúc, ở công đoàn "
                      "đi giám sát.")
inspection(10, "finance_self_share", "Tỷ lệ CĐCS tự kiểm tra tài chính đồng cấp",
           "Share of CĐCS that self-inspected finance", "%", "ratio",
           place="inspected", num="inspection.units_self_inspected_finance", den="org.grassroots_unions",
           definition="Số công đoàn cơ sở đã tự kiểm tra tài chính trong kỳ trên số công đoàn cơ sở đang "
                      "hoạt động vào ngày cuối kỳ.")
inspection(11, "charter_self_share", "Tỷ lệ CĐCS tự kiểm tra chấp hành Điều lệ",
           "Share of CĐCS that self-inspected Charter compliance", "%", "ratio",
           place="inspected", num="inspection.units_self_inspected_charter", den="org.grassroots_unions",
           definition="Số công đoàn cơ sở đã tự kiểm tra chấp hành Điều lệ trong kỳ trên số công đoàn cơ sở "
                      "đang hoạt động vào ngày cuối kỳ.")
inspection(12, "least_inspections", "Số đơn vị cấp dưới được cấp trên kiểm tra ít nhất 1 lần trong nhiệm kỳ",
           "Lower units inspected at least once in the term", "lần/đơn vị", "own",
           place="inspected", subject="unit",
           definition="Số lần ít nhất mà một công đoàn cấp dưới được chính công đoàn đang xem kiểm tra trong "
                      "nhiệm kỳ; không cộng từ dưới lên.")
inspection(13, "money_recovered", "Số tiền kiến nghị thu hồi, đã thu hồi qua kiểm tra",
           "Money to recover / recovered", "đồng", "sum",
           cuts=("recovery",),
           definition="Tiền đoàn kiểm tra kiến nghị thu hồi và tiền đã thu, tính vào ngày kết luận hoặc ngày "
                      "thu, ở công đoàn đi kiểm tra.")
inspection(14, "organisations_sanctioned", "Số tổ chức bị kiểm điểm, xử lý", "Organisations sanctioned",
           "tổ chức", "sum",
           cuts=("sanction",),
           definition="Tổ chức công đoàn bị kiểm điểm, xử lý, tính vào ngày quyết định, ở công đoàn ra quyết "
                      "định.")
inspection(15, "people_disciplined", "Số cán bộ, đoàn viên bị kỷ luật", "Officers/members disciplined",
           "người", "sum",
           cuts=("sanction",),
           definition="Cán bộ, đoàn viên bị kỷ luật công đoàn, tính vào ngày quyết định, ở công đoàn ra "
                      "quyết định.")
inspection(16, "plan_attainment", "Tỷ lệ hoàn thành kế hoạch kiểm tra", "Attainment of the inspection plan",
           "%", "ratio",
           num="inspection.done_as_planned", den="inspection.planned",
           definition="Số cuộc kiểm tra đã làm theo kế hoạch trên số cuộc trong kế hoạch của kỳ; có thể quá "
                      "100%.")
inspection(17, "committees", "Số ủy ban kiểm tra công đoàn", "Inspection committees", "UBKT", "balance",
           place="unit", by_day="day", cuts=("level",),
           definition="Ủy ban kiểm tra công đoàn đang trong nhiệm kỳ vào ngày lấy số liệu, mỗi công đoàn một "
                      "ủy ban.")
inspection(18, "findings_mended", "Số kiến nghị sau kiểm tra đã khắc phục", "Findings remedied", "kiến nghị",
           "sum",
           cuts=("mended",),
           definition="Kiến nghị sau kiểm tra đã được khắc phục, tính vào ngày phúc tra xác nhận, ở công "
                      "đoàn đi kiểm tra.")
inspection.part(51, "units_self_inspected_finance", "Số CĐCS đã tự kiểm tra tài chính đồng cấp",
                "grassroots unions that self-inspected finance", "đơn vị", "distinct",
                place="inspected", subject="unit",
                definition="Mỗi công đoàn cơ sở đã tự kiểm tra tài chính tính một lần trong kỳ.")
inspection.part(52, "units_self_inspected_charter", "Số CĐCS đã tự kiểm tra chấp hành Điều lệ",
                "grassroots unions that self-inspected the Charter", "đơn vị", "distinct",
                place="inspected", subject="unit",
                definition="Mỗi công đoàn cơ sở đã tự kiểm tra chấp hành Điều lệ tính một lần trong kỳ.")
inspection.part(53, "done_as_planned", "Số cuộc kiểm tra đã làm theo kế hoạch",
                "inspections done of the plan", "cuộc", "sum",
                definition="Cuộc kiểm tra có trong kế hoạch và đã kết thúc, tính ở công đoàn đi kiểm tra.")
inspection.part(54, "planned", "Số cuộc kiểm tra trong kế hoạch", "inspections planned", "cuộc", "sum",
                definition="Cuộc kiểm tra ghi trong kế hoạch, tính vào ngày dự định, ở công đoàn ban hành kế "
                           "hoạch.")
