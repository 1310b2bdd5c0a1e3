"""The grassroots unions of the demo's Lào Cai: kinds of offices a mountain province has, with sizes that are made up."""

from typing import NamedTuple


class Agency(NamedTuple):
    """An office whose workers one grassroots union organises.

    `workers` is how many work there; `listening` how many of them the union plans to bring to its session on the new
    countryside in 2024.
    """

    slug: str
    name: str
    workers: int
    listening: int

    @property
    def code(self) -> str:
        """The code of its union."""
        return f"laocai-{self.slug}"


AGENCIES = (
    Agency("so-noi-vu", "Sở Nội vụ", 105, 100),
    Agency("so-tu-phap", "Sở Tư pháp", 76, 65),
    Agency("so-tai-chinh", "Sở Tài chính", 108, 97),
    Agency("so-ke-hoach-dau-tu", "Sở Kế hoạch và Đầu tư", 85, 77),
    Agency("so-cong-thuong", "Sở Công Thương", 83, 77),
    Agency("so-nong-nghiep", "Sở Nông nghiệp và Phát triển nông thôn", 120, 112),
    Agency("so-giao-thong-xay-dung", "Sở Giao thông vận tải - Xây dựng", 94, 85),
    Agency("so-tai-nguyen-moi-truong", "Sở Tài nguyên và Môi trường", 84, 77),
    Agency("so-thong-tin-truyen-thong", "Sở Thông tin và Truyền thông", 73, 63),
    Agency("so-khoa-hoc-cong-nghe", "Sở Khoa học và Công nghệ", 74, 70),
    Agency("so-van-hoa-the-thao", "Sở Văn hóa và Thể thao", 113, 105),
    Agency("so-du-lich", "Sở Du lịch", 57, 49),
    Agency("so-lao-dong", "Sở Lao động - Thương binh và Xã hội", 90, 77),
    Agency("so-giao-duc-dao-tao", "Cơ quan Sở Giáo dục và Đào tạo", 97, 88),
    Agency("so-y-te", "Cơ quan Sở Y tế", 106, 95),
    Agency("so-ngoai-vu", "Sở Ngoại vụ", 40, 33),
    Agency("thanh-tra-tinh", "Thanh tra tỉnh", 63, 56),
    Agency("ban-dan-toc", "Ban Dân tộc tỉnh", 59, 55),
    Agency("van-phong-ubnd", "Văn phòng Ủy ban nhân dân tỉnh", 110, 93),
    Agency("van-phong-hdnd", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", 73, 66),
    Agency("van-phong-tinh-uy", "Văn phòng Tỉnh ủy", 114, 100),
    Agency("ban-to-chuc", "Ban Tổ chức Tỉnh ủy", 71, 60),
    Agency("ban-tuyen-giao", "Ban Tuyên giáo Tỉnh ủy", 65, 64),
    Agency("ban-dan-van", "Ban Dân vận Tỉnh ủy", 49, 42),
    Agency("uy-ban-mat-tran", "Cơ quan Ủy ban Mặt trận Tổ quốc tỉnh", 69, 64),
    Agency("tinh-doan", "Cơ quan Tỉnh đoàn", 59, 54),
    Agency("hoi-phu-nu", "Cơ quan Hội Liên hiệp Phụ nữ tỉnh", 60, 55),
    Agency("hoi-nong-dan", "Cơ quan Hội Nông dân tỉnh", 50, 46),
    Agency("hoi-cuu-chien-binh", "Cơ quan Hội Cựu chiến binh tỉnh", 42, 36),
    Agency("hoi-chu-thap-do", "Cơ quan Hội Chữ thập đỏ tỉnh", 47, 41),
    Agency("lien-minh-hop-tac-xa", "Liên minh Hợp tác xã tỉnh", 55, 50),
    Agency("ban-quan-ly-khu-kinh-te", "Ban Quản lý Khu kinh tế tỉnh", 81, 78),
    Agency("toa-an-nhan-dan", "Tòa án nhân dân tỉnh", 91, 81),
    Agency("vien-kiem-sat", "Viện kiểm sát nhân dân tỉnh", 99, 85),
    Agency("cuc-thi-hanh-an", "Cục Thi hành án dân sự tỉnh", 80, 72),
    Agency("kho-bac", "Kho bạc Nhà nước tỉnh", 125, 120),
    Agency("cuc-thong-ke", "Cục Thống kê tỉnh", 111, 105),
    Agency("cuc-quan-ly-thi-truong", "Cục Quản lý thị trường tỉnh", 98, 86),
    Agency("chi-cuc-kiem-lam", "Chi cục Kiểm lâm", 153, 136),
    Agency("chi-cuc-thuy-loi", "Chi cục Thủy lợi", 100, 84),
    Agency("chi-cuc-thu-y", "Chi cục Chăn nuôi và Thú y", 74, 67),
    Agency("chi-cuc-bao-ve-thuc-vat", "Chi cục Trồng trọt và Bảo vệ thực vật", 76, 63),
    Agency("chi-cuc-dan-so", "Chi cục Dân số - Kế hoạch hóa gia đình", 58, 53),
    Agency("truong-chinh-tri", "Trường Chính trị tỉnh", 77, 71),
    Agency("truong-cao-dang", "Trường Cao đẳng tỉnh", 190, 172),
    Agency("truong-dan-toc-noi-tru", "Trường Phổ thông dân tộc nội trú tỉnh", 90, 78),
    Agency("trung-tam-kiem-soat-benh-tat", "Trung tâm Kiểm soát bệnh tật tỉnh", 142, 136),
    Agency("benh-vien-y-hoc-co-truyen", "Bệnh viện Y học cổ truyền tỉnh", 158, 145),
    Agency("benh-vien-phuc-hoi-chuc-nang", "Bệnh viện Phục hồi chức năng tỉnh", 132, 116),
    Agency("trung-tam-khuyen-nong", "Trung tâm Khuyến nông và Dịch vụ nông nghiệp", 85, 77),
    Agency("trung-tam-dich-vu-viec-lam", "Trung tâm Dịch vụ việc làm tỉnh", 70, 61),
    Agency("trung-tam-van-hoa", "Trung tâm Văn hóa nghệ thuật tỉnh", 83, 77),
    Agency("thu-vien", "Thư viện tỉnh", 57, 48),
    Agency("bao-tinh", "Báo tỉnh", 84, 80),
    Agency("dai-phat-thanh-truyen-hinh", "Đài Phát thanh - Truyền hình tỉnh", 108, 100),
    Agency("ban-quan-ly-du-an", "Ban Quản lý dự án đầu tư xây dựng tỉnh", 99, 94),
)
