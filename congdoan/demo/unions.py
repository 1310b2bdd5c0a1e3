"""The tree of the demo, as data: who stands under whom since when, and how the upper ones sign."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from .agencies import AGENCIES, Agency


@dataclass(frozen=True)
class Founding:
    """A union to found. `naming` is what `reform.found` takes besides."""

    code: str
    kind: str
    name: str
    parent: str
    on: date
    naming: dict[str, str] = field(default_factory=dict)


def _signs(place: str, signer: str, above: str, short: str, symbol: str) -> dict[str, str]:
    return {
        "short_name": short,
        "issuer_line": short.upper(),
        "superior_line": above,
        "place_name": place,
        "symbol": symbol,
        "signs_for": "TM. BAN THƯỜNG VỤ",
        "signer_name": signer,
    }


_TLD, _LDLD = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI"
UPPER = (
    Founding("tld", "confederation", "Tổng Liên đoàn Lao động Việt Nam", "", date(1929, 7, 28),
             _signs("Hà Nội", "", "", "Tổng Liên đoàn Lao động Việt Nam", "TLĐ")),
    Founding("laocai-ldld", "province", "Liên đoàn Lao động tỉnh Lào Cai", "tld", date(1991, 10, 1),
             _signs("Lào Cai", "Nông Quang Thiện", _TLD, "Liên đoàn Lao động tỉnh Lào Cai", "LĐLĐ")),
    Founding("laocai-cdvc", "public_sector", "Công đoàn Viên chức tỉnh Lào Cai", "laocai-ldld", date(1993, 10, 15),
             _signs("Lào Cai", "Vũ Hữu Lĩnh", _LDLD, "Công đoàn Viên chức tỉnh", "CĐVC")),
    Founding("muongkhuong-ldld", "district", "Liên đoàn Lao động huyện Mường Khương", "laocai-ldld", date(1994, 3, 1),
             _signs("Mường Khương", "Giàng Seo Pao", _LDLD, "Liên đoàn Lao động huyện Mường Khương", "LĐLĐ")),
    Founding("yenbai-ldld", "province", "Liên đoàn Lao động tỉnh Yên Bái", "tld", date(1991, 10, 1),
             _signs("Yên Bái", "Hà Xuân Khải", _TLD, "Liên đoàn Lao động tỉnh Yên Bái", "LĐLĐ")),
    Founding("yenbai-cdvc", "public_sector", "Công đoàn Viên chức tỉnh Yên Bái", "yenbai-ldld", date(1994, 5, 20),
             _signs("Yên Bái", "Lương Thị Nhài", "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI", "Công đoàn Viên chức tỉnh", "CĐVC")),
    Founding("tinh-ldld", "province", "Liên đoàn Lao động tỉnh Sơn Bình", "tld", date(1992, 1, 1),
             _signs("Sơn Bình", "Mai Trung Tín", _TLD, "Liên đoàn Lao động tỉnh Sơn Bình", "LĐLĐ")),
    Founding("tinh-cdvc", "public_sector", "Công đoàn Viên chức tỉnh Sơn Bình", "tinh-ldld", date(1994, 8, 1),
             _signs("Sơn Bình", "Cao Thị Thơm", "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN BÌNH", "Công đoàn Viên chức tỉnh", "CĐVC")),
    Founding("hanoi-ldld", "province", "Liên đoàn Lao động thành phố Hà Nội", "tld", date(1954, 10, 20),
             _signs("Hà Nội", "Đỗ Minh Khuê", _TLD, "Liên đoàn Lao động thành phố Hà Nội", "LĐLĐ")),
    Founding("hanoi-cdvc", "public_sector", "Công đoàn Viên chức thành phố Hà Nội", "hanoi-ldld", date(1994, 1, 10),
             _signs("Hà Nội", "Bùi Thanh Lịch", "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI", "Công đoàn Viên chức thành phố",
                    "CĐVC")),
)  # fmt: skip

# The federation's own office has a union as well, directly under it.
OFFICE = Founding(
    "tinh-ldld-cdcs",
    "grassroots",
    "CĐCS Cơ quan Liên đoàn Lao động tỉnh Sơn Bình",
    "tinh-ldld",
    date(1995, 1, 5),
    {"place_name": "Sơn Bình"},
)
# Who signs for a union changed at its congresses: (code, from which day, signer).
SIGNERS = (
    ("laocai-ldld", date(2018, 4, 1), "Hoàng Thị Lụa"),
    ("laocai-ldld", date(2023, 9, 20), "Phàn Văn Định"),
    ("laocai-cdvc", date(2018, 3, 1), "Lý Thị Thoa"),
    ("laocai-cdvc", date(2023, 3, 10), "Trần Khắc Nhẫn"),
)
# What a grassroots union was called before its office was rearranged: (code, until which day, its name then).
FORMER_NAMES = (
    ("laocai-so-giao-thong-xay-dung", date(2021, 7, 1), "CĐCS Sở Giao thông vận tải"),
    ("laocai-truong-cao-dang", date(2019, 1, 1), "CĐCS Trường Cao đẳng Cộng đồng tỉnh"),
)

COMMUNES = (
    ("ban-lau", "Bản Lầu"), ("ban-sen", "Bản Sen"), ("cao-son", "Cao Sơn"), ("din-chin", "Dìn Chin"),
    ("la-pan-tan", "La Pan Tẩn"), ("lung-khau-nhin", "Lùng Khấu Nhin"), ("lung-vai", "Lùng Vai"),
    ("nam-chay", "Nậm Chảy"), ("nam-lu", "Nấm Lư"), ("pha-long", "Pha Long"), ("ta-gia-khau", "Tả Gia Khâu"),
    ("ta-ngai-cho", "Tả Ngài Chồ"), ("ta-thang", "Tả Thàng"), ("thanh-binh", "Thanh Bình"),
    ("tung-chung-pho", "Tung Chung Phố"), ("thi-tran", "thị trấn Mường Khương"),
)  # fmt: skip
IN_COMMUNE = (
    ("ubnd", "Cơ quan"), ("mam-non", "Trường Mầm non"), ("tieu-hoc", "Trường Tiểu học"), ("thcs", "Trường THCS"),
    ("tram-y-te", "Trạm Y tế"),
)  # fmt: skip
IN_DISTRICT = (
    ("huyen-uy", "Cơ quan Huyện ủy"), ("ubnd-huyen", "Văn phòng Ủy ban nhân dân huyện"),
    ("phong-giao-duc", "Phòng Giáo dục và Đào tạo"), ("phong-nong-nghiep", "Phòng Nông nghiệp"),
    ("phong-tai-chinh", "Phòng Tài chính - Kế hoạch"), ("trung-tam-y-te", "Trung tâm Y tế huyện"),
    ("thpt-so-1", "Trường THPT số 1"), ("thpt-so-2", "Trường THPT số 2"), ("noi-tru", "Trường Nội trú huyện"),
)  # fmt: skip
# Founded in the term 2013–2018, all others before it.
LATE_DISTRICT = (
    ("che-bien-che", "Công ty Chế biến chè", date(2013, 9, 12)), ("htx-tuong-ot", "Hợp tác xã Tương ớt", date(2014, 6, 3)),
    ("cho-bien-gioi", "Ban Quản lý chợ biên giới", date(2015, 4, 20)), ("nuoc-sach", "Trung tâm Nước sạch", date(2016, 10, 4)),
    ("htx-quyt", "Hợp tác xã Quýt Mường Khương", date(2017, 5, 18)),
)  # fmt: skip
HANOI_MORE = (
    ("cong-ty-xo-so", "Công ty Xổ số"), ("cong-ty-sach", "Công ty Phát hành sách"),
    ("cong-ty-do-dac", "Công ty Đo đạc bản đồ"),
)  # fmt: skip


def all_of_them() -> Iterator[Founding]:
    """Every union of the demo, superiors before those below them."""
    yield from UPPER
    yield OFFICE
    for n, agency in enumerate(AGENCIES):
        yield _grassroots(agency.code, f"CĐCS {agency.name}", "laocai-cdvc", _founded(n), "Lào Cai")
    yield from _muongkhuong()
    yield from _like_laocai("yenbai", "Yên Bái", AGENCIES[:6])
    yield from _like_laocai("tinh", "Sơn Bình", AGENCIES[:10])
    yield from _hanoi()


def _muongkhuong() -> Iterator[Founding]:
    here = [(f"{what}-{slug}", f"{kind} {name}") for slug, name in COMMUNES for what, kind in IN_COMMUNE]
    for n, (slug, name) in enumerate([*IN_DISTRICT, *here]):
        yield _grassroots(
            f"muongkhuong-{slug}", f"CĐCS {name}", "muongkhuong-ldld", _founded(n), "Mường Khương"
        )
    for slug, name, on in LATE_DISTRICT:
        yield _grassroots(f"muongkhuong-{slug}", f"CĐCS {name}", "muongkhuong-ldld", on, "Mường Khương")


def _like_laocai(prefix: str, place: str, agencies: tuple[Agency, ...]) -> Iterator[Founding]:
    for n, agency in enumerate(agencies):
        name = f"CĐCS {agency.name} {place}"
        yield _grassroots(f"{prefix}-{agency.slug}", name, f"{prefix}-cdvc", _founded(n), place)


def _hanoi() -> Iterator[Founding]:
    for n, (slug, name) in enumerate([*((a.slug, a.name) for a in AGENCIES), *HANOI_MORE]):
        city = (
            name.replace("Tỉnh ủy", "Thành ủy")
            .replace("Tỉnh đoàn", "Thành đoàn")
            .replace(" tỉnh", " thành phố")
        )
        yield _grassroots(f"hanoi-{slug}", f"CĐCS {city} Hà Nội", "hanoi-cdvc", _founded(n), "Hà Nội")


def _grassroots(code: str, name: str, parent: str, on: date, place: str) -> Founding:
    return Founding(code, "grassroots", name, parent, on, {"place_name": place})


def _founded(n: int) -> date:
    """Long ago, not all at once."""
    return date(1995 + n * 5 % 16, 1 + n * 7 % 12, 3 + n * 11 % 25)
