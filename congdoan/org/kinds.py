"""The levels and kinds of union there are or were. Data: a charter may add or end any of them."""

from .models import Level, UnitKind

LEVELS = (
    ("national", "Cấp Trung ương"),
    ("province", "Cấp tỉnh, ngành Trung ương"),
    ("direct_superior", "Cấp trên trực tiếp cơ sở"),
    ("grassroots", "Cấp cơ sở"),
)
KINDS = (
    ("confederation", "Tổng Liên đoàn Lao động Việt Nam", "national", "TLĐ"),
    ("province", "Liên đoàn Lao động tỉnh, thành phố", "province", "LĐLĐ"),
    ("branch", "Công đoàn ngành Trung ương", "province", "CĐN"),
    ("public_sector", "Công đoàn Viên chức tỉnh, thành phố", "direct_superior", "CĐVC"),
    ("district", "Liên đoàn Lao động huyện", "direct_superior", "LĐLĐ"),
    ("zone", "Công đoàn khu công nghiệp", "direct_superior", "CĐKCN"),
    ("commune", "Công đoàn xã, phường, đặc khu", "direct_superior", "CĐ"),
    ("grassroots", "Công đoàn cơ sở", "grassroots", "CĐCS"),
    ("occupational", "Nghiệp đoàn cơ sở", "grassroots", "NĐCS"),
)


def ensure(**_: object) -> None:
    """Write them into an empty book; what an operator has changed since stays."""
    if UnitKind.objects.exists():
        return
    levels = {
        code: Level.objects.create(code=code, name=name, order=order)
        for order, (code, name) in enumerate(LEVELS, start=1)
    }
    for code, name, level, abbreviation in KINDS:
        UnitKind.objects.create(
            code=code,
            name=name,
            level=levels[level],
            grassroots=level == "grassroots",
            abbreviation=abbreviation,
        )
