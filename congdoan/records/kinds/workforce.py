"""Tình hình lao động: how many work at a union's workplaces on a day, their wages, housing, contracts, insurance.

What is said holds until it is said anew; what is left empty stays as it was said last. The union of an area says
instead how many work in the whole of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.period import today
from congdoan.base.words import grouped, short_money
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import Draw
from congdoan.org.queries import employers

from .. import levels
from ..doubts import parts
from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST, MOST_MONEY = 5_000_000, 10**13  # people, đồng: above these it is a slip of the keyboard


class Workforce(Record):
    """As of `happened_on`. `wages` is of one month, of the `workers_in_wage`; `insured` have all three insurances."""

    class Place(models.TextChoices):
        ENTERPRISE = "enterprise", "Doanh nghiệp"
        PUBLIC_SERVICE = "public_service", "Đơn vị sự nghiệp"
        AGENCY = "agency", "Cơ quan hành chính nhà nước"

    place = models.CharField(max_length=20, choices=Place.choices, default=Place.ENTERPRISE)
    workers = models.IntegerField(null=True)
    women = models.IntegerField(null=True)
    underemployed = models.IntegerField(null=True)
    underemployed_women = models.IntegerField(null=True)
    workers_in_wage = models.IntegerField(null=True)
    wages = models.BigIntegerField(null=True)
    wage_arrears = models.BigIntegerField(null=True)
    housed_state = models.IntegerField(null=True)
    housed_agency = models.IntegerField(null=True)
    housed_enterprise = models.IntegerField(null=True)
    renting = models.IntegerField(null=True)
    contract_open = models.IntegerField(null=True)
    contract_fixed = models.IntegerField(null=True)
    social_and_health = models.IntegerField(null=True)
    liable = models.IntegerField(null=True)
    unemployment = models.IntegerField(null=True)
    insured = models.IntegerField(null=True)
    families = models.IntegerField(null=True)
    of_area = models.IntegerField(null=True)


LABELS = {
    "workers": "Tổng số lao động",
    "women": "Trong đó: nữ",
    "underemployed": "Số lao động thiếu việc làm",
    "underemployed_women": "Trong đó: nữ thiếu việc làm",
    "workers_in_wage": "Số người được tính lương",
    "wages": "Tổng tiền lương một tháng của những người ấy",
    "wage_arrears": "Tiền lương còn nợ người lao động",
    "housed_state": "Số người ở nhà do nhà nước bố trí",
    "housed_agency": "Số người ở nhà do cơ quan bố trí",
    "housed_enterprise": "Số người ở nhà do doanh nghiệp bố trí",
    "renting": "Số người tự thuê nhà",
    "contract_open": "Hợp đồng không xác định thời hạn",
    "contract_fixed": "Hợp đồng xác định thời hạn",
    "social_and_health": "Số người có cả BHXH và BHYT",
    "liable": "Số người thuộc diện đóng BHTN",
    "unemployment": "Số người được đóng BHTN",
    "insured": "Số người đủ cả BHXH, BHYT, BHTN",
    "families": "Số gia đình đoàn viên, người lao động",
    "of_area": "Số CNVCLĐ trên địa bàn, ngành quản lý",
}
MONEY = ("wages", "wage_arrears")
PRIVACY = {"Workforce": dict.fromkeys(("place", *LABELS), "internal")}

# What each figure is made of: columns by the breakdown they stand in. A pair is (whole, the women of it).
PLAIN = {
    "labour.women": "women",
    "labour.underemployed_women": "underemployed_women",
    "labour.workers_in_wage": "workers_in_wage",
    "labour.wages_of_month": "wages",
    "labour.wage_arrears": "wage_arrears",
    "labour.renting": "renting",
    "labour.insured": "insured",
    "labour.social_and_health_insured": "social_and_health",
    "labour.unemployment_insured": "unemployment",
    "labour.liable_to_unemployment_insurance": "liable",
    "culture.families": "families",
    "members.workers_of_area": "of_area",
}
BY_SEX = {
    "labour.workers": ("workers", "women"),
    "members.workers": ("workers", "women"),
    "labour.underemployed": ("underemployed", "underemployed_women"),
}
BY_CUT = {
    "labour.housed": {f"housing={who}": f"housed_{who}" for who in ("state", "agency", "enterprise")},
    "labour.with_contract": {f"contract={sort}": f"contract_{sort}" for sort in ("open", "fixed")},
}
BY_PLACE = {
    "labour.wages_of_month_agencies": ("wages", Workforce.Place.AGENCY),
    "labour.workers_in_wage_agencies": ("workers_in_wage", Workforce.Place.AGENCY),
    "labour.wages_of_month_public_service": ("wages", Workforce.Place.PUBLIC_SERVICE),
    "labour.workers_in_wage_public_service": ("workers_in_wage", Workforce.Place.PUBLIC_SERVICE),
}
FEEDS = frozenset({*PLAIN, *BY_SEX, *BY_CUT, *BY_PLACE})
# Of whom they are a part; the other way round it is a slip.
PART_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("women", "underemployed", "housed_state", "housed_agency", "housed_enterprise"), ("workers",)
    ),
    **dict.fromkeys(
        ("renting", "contract_open", "contract_fixed", "social_and_health", "liable"), ("workers",)
    ),
    "underemployed_women": ("underemployed", "women"),
    "unemployment": ("liable", "workers"),
    "insured": ("social_and_health", "unemployment", "workers"),
}
TOGETHER = (
    ("housed_state", "housed_agency", "housed_enterprise", "renting"),
    ("contract_open", "contract_fixed"),
)
Known = Mapping[str, int | None]


def draws(workforce: Workforce, rows: Rows) -> Iterator[Draw]:
    """Each figure of which something is said is brought to what is now known."""
    now = known(workforce)
    told = [
        indicator
        for indicator, columns in _columns().items()
        if any(getattr(workforce, column) is not None for column in columns)
    ]
    yield from levels.said(workforce, {one: _levels(workforce, one, now) for one in told})


def _columns() -> dict[str, Sequence[str]]:
    """The columns each figure rests on."""
    found: dict[str, Sequence[str]] = {indicator: (column,) for indicator, column in PLAIN.items()}
    found |= BY_SEX | {indicator: (*cut.values(),) for indicator, cut in BY_CUT.items()}
    return found | {indicator: (column,) for indicator, (column, _) in BY_PLACE.items()}


def _levels(workforce: Workforce, indicator: str, now: Known) -> levels.Levels:
    if indicator in BY_SEX:
        whole, women = (now[column] for column in BY_SEX[indicator])
        return {"": whole or 0} if women is None else {"sex=f": women, "sex=m": (whole or 0) - women}
    if indicator in BY_CUT:
        return {cut: level for cut, column in BY_CUT[indicator].items() if (level := now[column]) is not None}
    if indicator in BY_PLACE:
        column, place = BY_PLACE[indicator]
        return {"": (now[column] or 0) if workforce.place == place else 0}
    return {"": now[PLAIN[indicator]] or 0}


def known(workforce: Workforce) -> dict[str, int | None]:
    """What is said, and of what is left empty what was said last; what nobody said for years is not known."""
    now: dict[str, int | None] = {column: getattr(workforce, column) for column in LABELS}
    earlier = Workforce.objects.filter(unit=workforce.unit, happened_on__lt=workforce.happened_on)
    for before in earlier.filter(withdrawn=False).order_by("-happened_on").values(*LABELS)[:12]:
        now = {column: before[column] if level is None else level for column, level in now.items()}
    return now


def title(workforce: Workforce, rows: Rows) -> str:
    """How many."""
    if workforce.of_area is not None:
        return f"Lao động trên địa bàn, ngành quản lý: {grouped(workforce.of_area)} người"
    workers = known(workforce)["workers"]
    return "Tình hình lao động" + (f": {grouped(workers)} người" if workers is not None else "")


def check(workforce: Workforce, rows: Rows) -> None:
    """Refuse nothing said, a second statement of the day, absurd numbers, parts above the whole, wages of nobody."""
    said = {column: getattr(workforce, column) for column in LABELS if getattr(workforce, column) is not None}
    if not said:
        raise Refused("Hãy ghi ít nhất một con số.", "workers")
    day = workforce.happened_on
    others = Workforce.objects.filter(unit=workforce.unit, happened_on=day, withdrawn=False)
    if others.exclude(pk=workforce.pk).exists():
        raise Refused(f"Đã ghi tình hình lao động ngày {day:%d/%m/%Y}; hãy sửa việc ấy.", "happened_on")
    for column, level in said.items():
        _check_size(column, level)
    _check_parts(known(workforce), said)


def _check_size(column: str, level: int) -> None:
    most = MOST_MONEY if column in MONEY else MOST
    if not 0 <= level <= most:
        text = short_money(most) if column in MONEY else grouped(most)
        raise Refused(f"{LABELS[column]} phải từ 0 đến {text}; hãy xem lại.", column)


def _check_parts(now: Known, said: Mapping[str, int]) -> None:
    for part, wholes in PART_OF.items():
        for whole in wholes:
            if {part, whole} & said.keys():
                _refuse_above(part, now[part], whole, now[whole])
    for sorts in TOGETHER:
        together = sum(now[sort] or 0 for sort in sorts)
        if {*sorts, "workers"} & said.keys() and together > (now["workers"] or together):
            raise Refused(
                f"{', '.join(_low(sort) for sort in sorts)} cộng lại là {grouped(together)}, "
                f"quá tổng số lao động {grouped(now['workers'] or 0)}; hãy xem lại.",
                sorts[-1],
            )
    if {*said} & {"wages", "workers_in_wage"} and not now["wages"] == now["workers_in_wage"] == 0:
        _refuse_wages(now)


def _refuse_above(part: str, level: int | None, whole: str, most: int | None) -> None:
    if level and level > (level if most is None else most):
        raise Refused(
            f"{LABELS[part]} là {grouped(level)}, quá {_low(whole)} {grouped(most or 0)}; hãy xem lại.", part
        )  # fmt: skip


def _low(column: str) -> str:
    return LABELS[column][0].lower() + LABELS[column][1:]


def _refuse_wages(now: Known) -> None:
    for column, other in (("wages", "workers_in_wage"), ("workers_in_wage", "wages")):
        if not now[column]:
            raise Refused(f"Đã ghi {_low(other)}; hãy ghi cả {_low(column)}.", column)


def doubts(workforce: Workforce, rows: Rows) -> Iterator[str]:
    """A mean wage nobody earns."""
    now = known(workforce)
    yield from parts.wage(now["wages"], now["workers_in_wage"])


def _resting(moved: Sequence[Entry]) -> Iterator[Workforce]:
    """The statements that rest on what these entries changed."""
    for unit, day in {
        (entry.unit_id, entry.day) for entry in moved if BY_NUMBER[entry.indicator].key in FEEDS
    }:
        yield from Workforce.objects.filter(unit=unit, happened_on__gte=day, withdrawn=False)


levels.SAYERS.append(_resting)


def _number(column: str) -> forms.Field:
    if column in MONEY:
        return MoneyField(label=LABELS[column], required=False)
    return forms.IntegerField(
        label=LABELS[column], min_value=0, max_value=MOST, required=False, localize=True
    )


Numbers: Any = type("Numbers", (RecordForm,), {column: _number(column) for column in LABELS})


class WorkforceForm(Numbers):  # type: ignore[misc]
    field_order = ("place", *LABELS)
    place = forms.ChoiceField(label="Nơi làm việc là", choices=Workforce.Place.choices, widget=ChipSelect)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["happened_on"]
        day.label, day.help_text = "Số liệu đến ngày", "Ô nào để trống thì giữ như lần ghi trước."
        if self.unit.kind.grassroots:
            del self.fields["of_area"]
        else:
            self.rare = ("place", *(column for column in LABELS if column != "of_area"))
        first = employers(self.unit, today()).first()
        agency = first is not None and not first.enterprise
        self.fields["place"].initial = Workforce.Place.AGENCY if agency else Workforce.Place.ENTERPRISE


WORKFORCE = register(
    Kind(
        slug="workforce",
        label="Tình hình lao động",
        icon="hard-hat",
        chapter=3,
        model=Workforce,
        form=WorkforceForm,
        draws=draws,
        title=title,
        check=check,
        doubts=doubts,
        feeds=FEEDS,
        hint="Số lao động, việc làm, tiền lương, nhà ở, hợp đồng, bảo hiểm đến một ngày",
        words=("lao động", "tiền lương", "nợ lương", "nhà ở", "hợp đồng", "bảo hiểm", "BHXH", "thiếu việc"),
    )
)
