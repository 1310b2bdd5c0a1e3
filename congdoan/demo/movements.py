"""What unions take part in and give: the Tết market, the áo dài day, contests, donations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from congdoan.org.models import Unit
from congdoan.records.record import Record

from . import photos
from .pen import Pen, pieces

# Who went to the Tết market, union by union: (there, online).
MARKET_2024 = (
    (4, 3), (3, 5), (2, 4), (5, 2), (0, 6), (3, 3), (4, 2), (2, 5), (0, 7), (3, 2), (4, 4), (2, 3), (1, 5), (3, 4),
    (0, 5), (4, 1), (2, 2), (3, 4), (3, 3), (2, 4), (3, 2), (2, 2),
)  # fmt: skip
MARKET_2023 = ((5, 1), (4, 2), (3, 0), (6, 1), (2, 3), (4, 0), (5, 2), (3, 1), (4, 3), (2, 2), (3, 1), (5, 0), (4, 2), (3, 2))  # fmt: skip
# Sets of áo dài, union by union.
AO_DAI_2024 = (
    9, 7, 5, 8, 6, 4, 10, 6, 7, 5, 8, 3, 6, 9, 5, 7, 4, 12, 6, 5, 8, 7, 3, 6, 10, 5, 6, 4, 7, 8, 5, 5,
)  # fmt: skip
AO_DAI_2023 = (6, 4, 5, 7, 3, 5, 8, 4, 6, 5, 3, 7, 4, 6, 5, 9, 4, 5, 6, 3, 7, 5, 4, 6)


@dataclass(frozen=True)
class HalfYear:
    """What was planned and given in the first half of a year.

    `wearing` and `drive`: how many unions took part. Of the countryside: how many unions gave how much (đồng), and what.
    """

    year: int
    market: Sequence[tuple[int, int]]
    market_until: date
    wearing: int
    ao_dai: Sequence[int]
    ao_dai_given: Sequence[tuple[int, str]]
    countryside_cash: Sequence[tuple[int, int]]
    countryside_goods: Sequence[tuple[int, int, str]]
    own_cash: int
    drive: int


M = 1_000_000
PLANS = (
    HalfYear(
        year=2023,
        market=MARKET_2023,
        market_until=date(2023, 1, 17),
        wearing=51,
        ao_dai=AO_DAI_2023,
        ao_dai_given=((76, "Nữ CNVCLĐ huyện Si Ma Cai"), (45, "Nữ CNVCLĐ huyện Bát Xát")),
        countryside_cash=((7, 5 * M), (10, 3 * M), (8, 2 * M)),
        countryside_goods=((3, 10 * M, "xi măng"), (7, 3 * M, "cây giống"), (4, 2 * M, "máy tính cũ")),
        own_cash=15 * M,
        drive=44,
    ),
    HalfYear(
        year=2024,
        market=MARKET_2024,
        market_until=date(2024, 1, 26),
        wearing=56,
        ao_dai=AO_DAI_2024,
        ao_dai_given=(
            (88, "Nữ CNVCLĐ huyện Mường Khương"),
            (64, "Nữ CNVCLĐ huyện Bắc Hà"),
            (52, "Nữ CNVCLĐ thị xã Sa Pa"),
        ),
        countryside_cash=((9, 5 * M), (11, 3_500_000), (9, 2 * M)),
        countryside_goods=(
            (4, 10 * M, "xi măng"),
            (8, 4 * M, "cây giống, phân bón"),
            (4, 2_500_000, "bàn ghế, máy tính"),
        ),
        own_cash=20 * M,
        drive=49,
    ),
)
COMMUNES = (
    "xã Lùng Khấu Nhin",
    "xã Tả Gia Khâu",
    "xã Dìn Chin",
    "xã Nậm Chày",
    "xã Thải Giàng Phố",
    "xã Sín Chéng",
)
DISHES = "Bữa cơm công đoàn ấm áp yêu thương"
PRIZES_2024 = (("first", 1), ("second", 2), ("third", 3), ("consolation", 6))
PRIZES_2023 = (("first", 1), ("second", 1), ("third", 2), ("consolation", 4))


def take_part() -> str:
    """Campaigns, contests and donations of two first half-years."""
    pen = Pen("movements")
    for plan in PLANS:
        _market(pen, plan)
        _wear(pen, plan)
        _drive(pen, plan)
        _give_ao_dai(pen, plan)
        _countryside(pen, plan)
    _contest(
        pen, date(2023, 5, 19), "Hội thao chào mừng Tháng Công nhân", "sport", pen.unions[:48], 3, PRIZES_2023
    )
    _contest(pen, date(2024, 5, 17), f"Hội thi nấu ăn “{DISHES}”", "cooking", pen.unions, 2, PRIZES_2024)
    return f"{pen.written} việc"


def _campaign(pen: Pen, unit: Unit, on: date, days: int, sort: str, name: str) -> Record:
    fields = {"sort": sort, "name": name, "first_on": on, "last_on": on + timedelta(days=days)}
    return pen.add("campaign", unit, on, fields=fields)


def _join(pen: Pen, union: Unit, on: date, campaign: Record, direct: int = 0, online: int = 0) -> None:
    fields = {"programme": campaign, "direct": direct, "online": online}
    pen.add("participation", union, on, fields=fields)


def _market(pen: Pen, plan: HalfYear) -> None:
    """Members shop at the Tết market, there or online."""
    name = f"Chợ Tết Công đoàn năm {plan.year}"
    market = _campaign(pen, pen.units["tld"], date(plan.year, 1, 3), 30, "tet_market", name)
    for union, (there, online) in zip(pen.unions[1::2], plan.market, strict=False):
        _join(pen, union, pen.day(date(plan.year, 1, 4), plan.market_until), market, there, online)


def _wear(pen: Pen, plan: HalfYear) -> None:
    """On 8 March women wear áo dài, at every union that answered the call."""
    call = _campaign(pen, pen.upper, date(plan.year, 3, 1), 7, "ao_dai_day", "Đồng loạt mặc áo dài ngày 8/3")
    for union in pen.unions[: plan.wearing]:
        _join(pen, union, date(plan.year, 3, 8), call, direct=len(pen.women(union)))


def _drive(pen: Pen, plan: HalfYear) -> None:
    """The federation's emulation drive, carried out by most unions."""
    name = f"Lao động giỏi, Lao động sáng tạo năm {plan.year}"
    drive = _campaign(pen, pen.units["laocai-ldld"], date(plan.year, 2, 15), 289, "movement", name)
    for union in pen.unions[: plan.drive]:
        _join(pen, union, pen.day(date(plan.year, 2, 20), date(plan.year, 4, 26)), drive)


def _give_ao_dai(pen: Pen, plan: HalfYear) -> None:
    """Unions collect áo dài; the union above hands them to women in hardship."""
    collected = {"direction": "collected", "purpose": "ao_dai"}
    for union, sets in zip(pen.unions[1:], plan.ao_dai, strict=False):
        on = pen.day(date(plan.year, 2, 26), date(plan.year, 3, 15))
        pen.add("donation", union, on, fields={**collected, "number": sets})
    note = "Chương trình “Tặng áo dài, trao gửi yêu thương, giữ gìn nét đẹp truyền thống”."
    for n, (sets, receiver) in enumerate(plan.ao_dai_given):
        fields = {"direction": "given", "purpose": "ao_dai", "number": sets, "receiver": receiver}
        pen.add("donation", pen.upper, date(plan.year, 3, 20 + n), fields=fields, note=note)


def _countryside(pen: Pen, plan: HalfYear) -> None:
    """Cash and goods for communes that build the new countryside."""
    _hand_over(pen, pen.upper, plan, {"cash": plan.own_cash})
    givers = iter(pen.random.sample(pen.unions, len(pen.unions)))
    for unions, each in plan.countryside_cash:
        for _ in range(unions):
            _hand_over(pen, next(givers), plan, {"cash": each})
    for unions, each, what in plan.countryside_goods:
        for _ in range(unions):
            _hand_over(pen, next(givers), plan, {"goods": each, "goods_what": what})


def _hand_over(pen: Pen, unit: Unit, plan: HalfYear, amount: dict[str, Any]) -> None:
    on = pen.day(date(plan.year, 3, 1), date(plan.year, 6, 25))
    receiver = pen.random.choice(COMMUNES)
    pen.add(
        "donation", unit, on,
        fields={"direction": "given", "purpose": "countryside", "receiver": receiver, **amount},
    )  # fmt: skip


def _contest(
    pen: Pen,
    on: date,
    name: str,
    sort: str,
    unions: Sequence[Unit],
    each: int,
    prizes: Sequence[tuple[str, int]],
) -> None:
    """Two unions make a team; the best teams win."""
    teams = {f"Đội số {n:02d}": pair for n, pair in enumerate(pieces(unions, (2,)), start=1)}
    entrants = [
        {"union": union, "team": team, "contestants": each} for team, pair in teams.items() for union in pair
    ]
    winners = iter(pen.random.sample(sorted(teams), sum(count for _, count in prizes)))
    won = [{"team": next(winners), "rank": rank} for rank, count in prizes for _ in range(count)]
    note = "Chào mừng kỷ niệm Ngày Quốc tế Lao động và hưởng ứng Tháng Công nhân."
    record = pen.add(
        "contest", pen.upper, on, fields={"name": name, "sort": sort}, note=note,
        lines={"entrants": entrants, "prizes": won},
    )  # fmt: skip
    pen.attach(record, photos.scene(on.year * 3), "Trước giờ khai mạc, nhìn từ sân hội thi")
