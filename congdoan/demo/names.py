"""Names of people who do not exist, as they sound in the northern mountains."""

from random import Random

FAMILIES = (
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Phạm", "Hoàng", "Hoàng", "Vũ", "Bùi", "Đỗ", "Đặng",
    "Lương", "Lý", "Nông", "Hà", "Lò", "Lù", "Vàng", "Giàng", "Sùng", "Thào", "Má", "Tẩn", "Chảo", "Phàn", "Cao", "Mai",
)  # fmt: skip
WOMEN = (
    ("Thị", "Thị", "Thu", "Thanh", "Ngọc", "Minh", "Kim", "Bích", "Hồng", "Phương"),
    ("An", "Anh", "Chi", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Huyền", "Lan", "Liên", "Linh",
     "Loan", "Mai", "Mây", "My", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quyên", "Sao", "Tâm", "Thảo", "Thủy", "Trang",
     "Tuyết", "Vân", "Xuân", "Yến"),
)  # fmt: skip
MEN = (
    ("Văn", "Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Công", "Mạnh", "Trung"),
    ("An", "Bách", "Bình", "Chiến", "Cường", "Dũng", "Dương", "Đạt", "Hải", "Hiếu", "Hòa", "Hoàn", "Hùng", "Khánh", "Khoa",
     "Kiên", "Lâm", "Long", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quyết", "Sơn", "Tài", "Thắng", "Thành", "Tiến",
     "Toàn", "Trường", "Tuấn", "Tùng", "Vinh"),
)  # fmt: skip


class Namer:
    """Gives each person of one union a name that nobody else there bears. The same seed gives the same names."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.given: set[str] = set()

    def grown(self) -> tuple[str, bool]:
        """A name, and whether it is a woman's."""
        woman = self.random.random() < 0.52
        return self._unused(self.random.choice(FAMILIES), woman), woman

    def child_of(self, parent: str) -> str:
        """The name of a child of that family."""
        return self._unused(parent.split()[0], self.random.random() < 0.5)

    def _unused(self, family: str, woman: bool) -> str:
        while True:
            middles, last = WOMEN if woman else MEN
            name = f"{family} {self.random.choice(middles)} {self.random.choice(last)}"
            if name not in self.given:
                self.given.add(name)
                return name
