"""What may be told of a member in a list."""

from congdoan.members.models import Person

from . import parsing
from .columns import Column

EDUCATION = tuple((str(value), str(label)) for value, label in Person.Education.choices if value)

COLUMNS = (
    Column("name", "Họ và tên", ("Họ tên", "Họ tên đoàn viên", "Họ và tên đoàn viên", "Tên đoàn viên", "Họ, tên", "Ho ten"),
           parsing.name, required=True, example="Nguyễn Thị Hoa"),
    Column("woman", "Giới tính", ("Nữ", "Nam/Nữ", "Phái", "GT"), parsing.woman, choices=(("nu", "Nữ"), ("nam", "Nam")), example="Nữ"),
    Column("born_on", "Ngày sinh", ("Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày", "Năm sinh", "NTNS", "DOB"),
           parsing.birth, example="05/11/1985", note="Ngày/tháng/năm; chỉ biết năm thì ghi năm, ví dụ 1985."),
    Column("id_number", "Số căn cước", ("CCCD", "Số CCCD", "CMND", "Số CMND", "CCCD/CMND", "Số định danh cá nhân", "Căn cước công dân"),
           parsing.id_number, sensitive=True, example="012345678901", note="12 chữ số; số cũ 9 chữ số."),
    Column("card_number", "Số thẻ", ("Số thẻ đoàn viên", "Mã thẻ", "Thẻ đoàn viên", "Mã đoàn viên", "Số thẻ ĐV"), parsing.card, example="LC00012345"),
    Column("phone", "Điện thoại", ("Số điện thoại", "SĐT", "ĐT", "Di động", "Số ĐT"), parsing.phone, example="0912345678"),
    Column("email", "Thư điện tử", ("Email", "E-mail", "Hộp thư"), parsing.email, example="hoa@donvi.vn"),
    Column("job", "Nghề nghiệp, chức vụ", ("Nghề nghiệp", "Chức vụ", "Chức danh", "Công việc", "Vị trí việc làm"), parsing.short(100), example="Kế toán"),
    Column("education", "Trình độ", ("Trình độ chuyên môn", "Trình độ học vấn", "Học vấn"), parsing.choice(EDUCATION), choices=EDUCATION, example="Đại học"),
    Column("ethnicity", "Dân tộc", (), parsing.short(40), sensitive=True, example="Kinh"),
    Column("religion", "Tôn giáo", (), parsing.short(40), sensitive=True, example="Không"),
    Column("party_on", "Ngày vào Đảng", ("Ngày kết nạp Đảng", "Vào Đảng", "Đảng viên từ"), parsing.day, sensitive=True, example="19/05/2015"),
    Column("bank_account", "Số tài khoản ngân hàng", ("Số tài khoản", "STK", "Tài khoản"), parsing.short(40), sensitive=True, example="0123456789"),
    Column("joined_on", "Ngày vào công đoàn", ("Ngày kết nạp", "Ngày gia nhập", "Ngày vào CĐ", "Ngày kết nạp công đoàn"), parsing.day, example="01/06/2018"),
    Column("unit", "Công đoàn cơ sở", ("Công đoàn", "CĐCS", "Đơn vị", "Tên đơn vị", "Mã công đoàn", "Nơi sinh hoạt"), parsing.short(200),
           example="", note="Mã hoặc tên; để trống khi nhập cho chính công đoàn cơ sở."),
)  # fmt: skip
