"""Tình hình lao động: work, wages, insurance, disputes and accidents."""

from congdoan.ledger.indicator import chapter

# Each indicator reads as one paragraph.
# fmt: off
labour = chapter(3, "LAB", "labour", "Tình hình lao động", "Lao động")

labour(1, "workers", "Tổng số lao động", "Total workers", "người", "balance",
       place="unit", by_day="day", cuts=("sex",),
       definition="Người đang làm việc tại cơ quan, đơn vị, doanh nghiệp vào ngày lấy số liệu, do công đoàn "
                  "cơ sở ghi.")
labour(2, "women", "Trong đó: lao động nữ", "of which women", "người", "balance",
       place="unit", by_day="day",
       definition="Lao động nữ đang làm việc vào ngày lấy số liệu; là một phần của tổng số lao động.")
labour(3, "underemployed", "Số lao động thiếu việc làm", "Underemployed workers", "người", "balance",
       place="unit", by_day="day", cuts=("sex",),
       definition="Người đang làm việc nhưng không đủ việc vào ngày lấy số liệu, theo xác nhận của người sử "
                  "dụng lao động.")
labour(4, "underemployed_women", "Số lao động nữ thiếu việc làm", "Underemployed women workers", "người",
       "balance",
       place="unit", by_day="day",
       definition="Lao động nữ không đủ việc làm vào ngày lấy số liệu; là một phần của số lao động thiếu "
                  "việc làm.")
labour(5, "underemployment", "Tỷ lệ lao động thiếu việc làm so với tổng số lao động", "Underemployment rate",
       "%", "ratio",
       place="unit", by_day="day", num="labour.underemployed", den="labour.workers", cuts=("sex",),
       definition="Số lao động thiếu việc làm trên tổng số lao động, cùng tính vào một ngày.")
labour(6, "women_underemployment", "Tỷ lệ lao động nữ thiếu việc làm so với tổng số lao động nữ",
       "Women's underemployment rate", "%", "ratio",
       place="unit", by_day="day", num="labour.underemployed_women", den="labour.women",
       definition="Số lao động nữ thiếu việc làm trên tổng số lao động nữ, cùng tính vào một ngày.")
labour(7, "mean_wage", "Tiền lương bình quân tháng của 1 người lao động", "Mean monthly wage per worker",
       "đồng/người/tháng", "mean",
       place="unit", by_day="day", num="labour.wages_of_month", den="labour.workers_in_wage",
       definition="Tổng tiền lương một tháng chia cho số người được tính lương; không lấy trung bình của các "
                  "đơn vị.")
labour(8, "workers_in_wage", "Số người được tính lương bình quân", "Workers counted in the mean wage",
       "người", "balance",
       place="unit", by_day="day",
       definition="Số người có tên trong bảng lương dùng để tính tiền lương bình quân của đơn vị.")
labour(9, "mean_wage_agencies", "Tiền lương bình quân tháng trong các cơ quan hành chính nhà nước",
       "Mean monthly wage, state administrative agencies", "đồng/người/tháng", "mean",
       place="unit", by_day="day", num="labour.wages_of_month_agencies",
       den="labour.workers_in_wage_agencies",
       definition="Tổng tiền lương một tháng của cơ quan hành chính nhà nước chia cho số người được tính ở "
                  "đó.")
labour(10, "mean_wage_public_service", "Tiền lương bình quân tháng trong các đơn vị sự nghiệp",
       "Mean monthly wage, public service units", "đồng/người/tháng", "mean",
       place="unit", by_day="day", num="labour.wages_of_month_public_service",
       den="labour.workers_in_wage_public_service",
       definition="Tổng tiền lương một tháng của đơn vị sự nghiệp chia cho số người được tính ở đó.")
labour(11, "wage_arrears", "Tổng số tiền doanh nghiệp còn nợ lương người lao động",
       "Wage arrears owed to workers", "đồng", "balance",
       place="unit", by_day="day",
       definition="Tiền lương đã đến hạn mà doanh nghiệp còn nợ người lao động vào ngày lấy số liệu; trả rồi "
                  "thì giảm đi.")
labour(12, "housed", "Số người được nhà nước, cơ quan, doanh nghiệp bố trí nhà ở",
       "Workers housed by State, agency or enterprise", "người", "balance",
       place="unit", by_day="day", cuts=("housing",),
       definition="Người lao động đang ở nhà do nhà nước, cơ quan hoặc doanh nghiệp bố trí vào ngày lấy số "
                  "liệu.")
labour(13, "renting", "Số người phải tự thuê nhà ở", "Workers who rent housing themselves", "người",
       "balance",
       place="unit", by_day="day",
       definition="Người lao động đang phải tự thuê nhà để ở vào ngày lấy số liệu.")
labour(14, "with_contract", "Số lao động được ký hợp đồng lao động", "Workers with a labour contract",
       "người", "balance",
       place="unit", by_day="day", cuts=("contract",),
       definition="Người lao động đang có hợp đồng lao động còn hiệu lực vào ngày lấy số liệu.")
labour(15, "insured", "Số lao động được đóng BHXH, BHYT, BHTN",
       "Workers covered by social, health and unemployment insurance", "người", "balance",
       place="unit", by_day="day",
       definition="Người đang được đóng đủ bảo hiểm xã hội, y tế, thất nghiệp vào ngày lấy số liệu; người "
                  "mới có một loại chưa tính.")
labour(16, "insured_share", "Tỷ lệ CBCCVC, NLĐ tham gia BHXH, BHYT",
       "Share covered by social and health insurance", "%", "ratio",
       place="unit", by_day="day", num="labour.social_and_health_insured", den="labour.workers",
       definition="Số người có cả bảo hiểm xã hội và bảo hiểm y tế trên tổng số lao động, cùng tính vào một "
                  "ngày.")
labour(17, "unemployment_insured_share", "Tỷ lệ viên chức, NLĐ được đóng BHTN",
       "Share covered by unemployment insurance", "%", "ratio",
       place="unit", by_day="day", num="labour.unemployment_insured",
       den="labour.liable_to_unemployment_insurance",
       definition="Số người được đóng bảo hiểm thất nghiệp trên số viên chức, người lao động thuộc diện "
                  "đóng.")
labour(18, "disputes", "Số vụ tranh chấp lao động tập thể, đình công",
       "Collective labour disputes and strikes", "vụ", "sum",
       place="unit", cuts=("dispute",),
       definition="Vụ tranh chấp lao động tập thể, ngừng việc, đình công, tính vào ngày bắt đầu, ở công đoàn "
                  "nơi xảy ra.")
labour(19, "people_in_disputes", "Số người tham gia tranh chấp, đình công",
       "Workers taking part in disputes/strikes", "lượt người", "sum",
       place="unit", cuts=("dispute",),
       definition="Lượt người tham gia các vụ tranh chấp, đình công; tham gia hai vụ tính hai lượt.")
labour(20, "accidents", "Số vụ tai nạn lao động", "Work accidents", "vụ", "sum",
       place="unit", cuts=("severity",),
       definition="Vụ tai nạn lao động có biên bản, tính vào ngày xảy ra, ở công đoàn nơi người bị nạn làm "
                  "việc.")
labour(21, "people_injured", "Số người bị tai nạn lao động", "People injured in work accidents", "người",
       "sum",
       place="unit", cuts=("severity", "sex"),
       definition="Người chết hoặc bị thương trong các vụ tai nạn lao động, tính vào ngày xảy ra.")
labour(22, "occupational_diseases", "Số người mắc bệnh nghề nghiệp", "People with occupational disease",
       "người", "sum",
       place="unit", cuts=("sex",),
       definition="Người được kết luận mắc bệnh nghề nghiệp, tính vào ngày có kết luận.")
labour.part(51, "wages_of_month", "Tổng tiền lương một tháng", "wages of one month", "đồng", "balance",
            place="unit", by_day="day",
            definition="Tổng tiền lương một tháng của những người được tính lương bình quân.")
labour.part(52, "wages_of_month_agencies", "Tổng tiền lương một tháng, cơ quan hành chính nhà nước",
            "wages of one month, state agencies", "đồng", "balance",
            place="unit", by_day="day",
            definition="Phần tiền lương một tháng của cơ quan hành chính nhà nước.")
labour.part(53, "workers_in_wage_agencies", "Số người được tính lương, cơ quan hành chính nhà nước",
            "workers counted, state agencies", "người", "balance",
            place="unit", by_day="day",
            definition="Số người được tính lương bình quân ở cơ quan hành chính nhà nước.")
labour.part(54, "wages_of_month_public_service", "Tổng tiền lương một tháng, đơn vị sự nghiệp",
            "wages of one month, public service units", "đồng", "balance",
            place="unit", by_day="day",
            definition="Phần tiền lương một tháng của đơn vị sự nghiệp.")
labour.part(55, "workers_in_wage_public_service", "Số người được tính lương, đơn vị sự nghiệp",
            "workers counted, public service units", "người", "balance",
            place="unit", by_day="day",
            definition="Số người được tính lương bình quân ở đơn vị sự nghiệp.")
labour.part(56, "social_and_health_insured", "Số người có bảo hiểm xã hội và bảo hiểm y tế",
            "workers with social and health insurance", "người", "balance",
            place="unit", by_day="day",
            definition="Người đang được đóng cả hai loại bảo hiểm vào ngày lấy số liệu.")
labour.part(57, "unemployment_insured", "Số người có bảo hiểm thất nghiệp",
            "workers with unemployment insurance", "người", "balance",
            place="unit", by_day="day",
            definition="Người đang được đóng bảo hiểm thất nghiệp vào ngày lấy số liệu.")
labour.part(58, "liable_to_unemployment_insurance", "Số viên chức, người lao động",
            "public employees and workers", "người", "balance",
            place="unit", by_day="day",
            definition="Viên chức và người lao động thuộc diện đóng bảo hiểm thất nghiệp vào ngày lấy số "
                       "liệu.")
