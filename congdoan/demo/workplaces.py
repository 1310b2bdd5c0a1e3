"""Whose workers the unions of the demo organise: mostly one office each, a few a second one, some an enterprise."""

from collections.abc import Iterator
from typing import NamedTuple

from .agencies import AGENCIES
from .unions import HANOI_MORE, UPPER, all_of_them


class Workplace(NamedTuple):
    """An employer and the union that organises its workers."""

    union: str
    code: str
    name: str
    enterprise: bool


ENTERPRISES = {
    "muongkhuong-che-bien-che", "muongkhuong-htx-tuong-ot", "muongkhuong-htx-quyt",
    *(f"hanoi-{slug}" for slug, _ in HANOI_MORE),
}  # fmt: skip
# Served by a union that has another workplace of its own: (union, slug, name, whether it is an enterprise).
SECOND = (
    Workplace("muongkhuong-ubnd-ban-lau", "muongkhuong-tram-khuyen-nong", "Trạm Khuyến nông huyện", False),
    Workplace("muongkhuong-ubnd-cao-son", "muongkhuong-tram-thu-y", "Trạm Thú y huyện", False),
    Workplace("muongkhuong-ubnd-lung-vai", "muongkhuong-hat-kiem-lam", "Hạt Kiểm lâm huyện", False),
    Workplace("muongkhuong-ubnd-pha-long", "muongkhuong-tram-bien-gioi", "Trạm Kiểm soát liên hợp", False),
    Workplace("muongkhuong-huyen-uy", "muongkhuong-huyen-doan", "Cơ quan Huyện đoàn", False),
    Workplace("muongkhuong-ubnd-huyen", "muongkhuong-thanh-tra", "Thanh tra huyện", False),
    Workplace("hanoi-so-van-hoa-the-thao", "hanoi-cong-ty-in", "Công ty In Văn hóa phẩm", True),
)
BOOKED = ("laocai-", "muongkhuong-", "tinh-", "hanoi-")  # whose workplaces the demo knows


def all_of_them_at_work() -> Iterator[Workplace]:
    """Every workplace of the demo; Lào Cai's keep the short codes of their offices."""
    short = {agency.code: agency.slug for agency in AGENCIES}
    for founding in all_of_them():
        if founding.code.startswith(BOOKED) and founding not in UPPER:
            code = short.get(founding.code, f"{founding.code}-noi-lam-viec")
            name = founding.name.removeprefix("CĐCS ")
            yield Workplace(founding.code, code, name, founding.code in ENTERPRISES)
    yield from SECOND
