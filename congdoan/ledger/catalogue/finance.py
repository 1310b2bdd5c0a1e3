"""Tài chính công đoàn: dues, the 2 % fund, spending and balances."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
finance = chapter(17, "FIN", "finance", "Tài chính công đoàn", "Tài chính")

finance(1, "opening", "Tài chính công đoàn tích lũy đầu kỳ", "Opening accumulated union finance", "đồng",
        "balance",
        place="unit", by_day="day", opens=True,
        definition="Số tài chính công đoàn tích lũy mang sang đầu kỳ, bằng số cuối ngày trước kỳ.")
finance(2, "dues", "Thu đoàn phí công đoàn", "Member dues collected", "đồng", "sum",
        place="unit",
        definition="Đoàn phí đoàn viên nộp, tính vào ngày thu, ở công đoàn thu; phần thu cao hơn mức quy "
                   "định cũng tính.")
finance(3, "employers_fund", "Thu kinh phí công đoàn 2%", "2% union fund collected/received", "đồng", "sum",
        place="unit",
        definition="Kinh phí công đoàn 2% do đơn vị sử dụng lao động nộp, tính ở công đoàn thu; phần cấp lại "
                   "cho cấp khác bù trừ khi tổng hợp.")
finance(4, "other_revenue", "Thu khác", "Other revenue", "đồng", "sum",
        place="unit", cuts=("source",),
        definition="Thu ngoài đoàn phí và kinh phí: chuyên môn hỗ trợ, tài trợ, thu từ hoạt động; tính vào "
                   "ngày thu.")
finance(5, "from_superior", "Tài chính công đoàn cấp trên cấp", "Finance received from the superior", "đồng",
        "sum",
        place="unit",
        definition="Tiền công đoàn cấp trên cấp hoặc hỗ trợ, tính ở công đoàn nhận; bù trừ khi tổng hợp.")
finance(6, "care_spending", "Chi trực tiếp chăm lo, bảo vệ, đào tạo đoàn viên và NLĐ",
        "Direct care, protection, training spending", "đồng", "sum",
        place="unit",
        definition="Chi trực tiếp chăm lo, bảo vệ, đào tạo đoàn viên và người lao động theo mục chi tài "
                   "chính, tính vào ngày chi.")
finance(7, "propaganda_spending", "Chi tuyên truyền, vận động đoàn viên và NLĐ",
        "Propaganda and mobilisation spending", "đồng", "sum",
        place="unit",
        definition="Chi tuyên truyền, vận động đoàn viên và người lao động theo mục chi tài chính, tính vào "
                   "ngày chi.")
finance(8, "administration", "Chi quản lý hành chính", "Administrative spending", "đồng", "sum",
        place="unit",
        definition="Chi quản lý hành chính của công đoàn, tính vào ngày chi.")
finance(9, "pay", "Chi lương, phụ cấp cán bộ công đoàn", "Officer pay and allowances", "đồng", "sum",
        place="unit",
        definition="Chi lương, phụ cấp cho cán bộ công đoàn, tính vào ngày chi, ở công đoàn chi.")
finance(10, "other_spending", "Chi khác", "Other spending", "đồng", "sum",
        place="unit",
        definition="Chi khác ngoài các mục chăm lo, tuyên truyền, hành chính, lương và phụ cấp, tính vào "
                   "ngày chi.")
finance(11, "to_superior", "Nộp tài chính công đoàn cấp trên", "Remitted to the superior", "đồng", "sum",
        place="unit", cuts=("source",),
        definition="Tiền nộp lên công đoàn cấp trên theo phân phối, tính ở công đoàn nộp, vào ngày nộp; bù "
                   "trừ khi tổng hợp.")
finance(12, "closing", "Tài chính công đoàn tích lũy cuối kỳ", "Closing accumulated union finance", "đồng",
        "balance",
        place="unit", by_day="day",
        definition="Số tài chính công đoàn tích lũy vào ngày lấy số liệu: số đầu kỳ cộng thu, trừ chi và nộp "
                   "cấp trên.")
finance(13, "workers_in_fund", "Số lao động làm căn cứ tính quỹ lương đóng kinh phí",
        "Workers in the wage base of the 2% fund", "người", "balance",
        place="unit", by_day="day",
        definition="Số lao động dùng để tính quỹ lương đóng kinh phí: số cuối năm trước cộng số tăng bình "
                   "quân trong năm.")
finance(14, "members_in_dues", "Số đoàn viên tính đóng đoàn phí", "Dues-paying members", "người", "balance",
        place="unit", by_day="day",
        definition="Số đoàn viên tính đóng đoàn phí vào ngày cuối năm tài chính.")
finance(15, "wage_base", "Quỹ tiền lương làm căn cứ đóng", "Wage base", "đồng", "sum",
        place="unit", cuts=("source",),
        definition="Quỹ tiền lương dùng để tính kinh phí và đoàn phí, cộng các tháng trong kỳ.")
finance(16, "revenue_attainment", "Tỷ lệ thực hiện thu so với dự toán", "Revenue against estimate", "%",
        "ratio",
        place="unit", num="finance.revenue", den="finance.revenue_estimated",
        definition="Số thu thực tế trên số thu trong dự toán được duyệt của kỳ.")
finance(17, "care_spending_share", "Tỷ lệ chi chăm lo trên tổng chi", "Share of spending on direct care",
        "%", "ratio",
        place="unit", num="finance.care_spending", den="finance.spending",
        definition="Số chi chăm lo, bảo vệ, đào tạo trên tổng số chi trong kỳ.")
finance(18, "disclosed_on_time", "Số đơn vị công khai tài chính đúng hạn (<= 15 ngày)",
        "Units that disclosed finance on time", "đơn vị", "distinct",
        place="unit", subject="unit", cuts=("paper",),
        definition="Mỗi công đoàn công khai tài chính trong hạn 15 ngày kể từ khi được duyệt tính một lần "
                   "trong kỳ.")
finance(19, "settled_on_time", "Số đơn vị nộp báo cáo quyết toán đúng hạn",
        "Units that filed settlement on time", "đơn vị", "distinct",
        place="unit", subject="unit",
        definition="Mỗi công đoàn nộp báo cáo quyết toán trong hạn tính một lần trong kỳ.")
finance.part(51, "revenue", "Số thu thực tế", "revenue received", "đồng", "sum",
             place="unit",
             definition="Đoàn phí, kinh phí và thu khác đã thu được, tính vào ngày thu; tiền chuyển giữa các công "
                        "đoàn không tính.")
finance.part(52, "revenue_estimated", "Số thu theo dự toán", "revenue in the estimate", "đồng", "sum",
             place="unit",
             definition="Đoàn phí, kinh phí và thu khác trong dự toán năm được duyệt, đứng ở ngày đầu năm.")
finance.part(53, "spending", "Tổng số chi", "total spending", "đồng", "sum",
             place="unit",
             definition="Mọi khoản chi tài chính công đoàn trong kỳ; tiền nộp cấp trên không tính là chi.")
