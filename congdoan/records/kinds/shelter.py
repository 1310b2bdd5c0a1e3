"""Mái ấm Công đoàn: houses built or mended with a fund's help. Only the fund's part is money of the union."""

from collections.abc import Iterator
from datetime import date

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.words import short_money, small
from congdoan.funds.models import Fund
from congdoan.funds.movements import Movement, spending_purpose
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person

from ..cared import CARED, cared
from ..forms import PersonLineForm, refuse_twice
from ..kind import Kind, LineSpec, Receipt, Rows, register
from ..record import Line, Record
from ..spending import TOTALS, PaidForm, name_payer, totals

MOST = 5_000_000_000  # đồng of any part of one house: above it is a slip of the keyboard


class Shelter(Record):
    """Money for houses handed over on a day, from one fund."""

    class Build(models.TextChoices):
        NEW = "new", "Xây mới"
        REPAIR = "repair", "Sửa chữa"

    build = models.CharField(max_length=6, choices=Build.choices)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="shelters")
    number = models.CharField(max_length=50, blank=True)


class House(Line):
    """A family's house, and who bore what of its cost, in whole đồng."""

    record = models.ForeignKey(Shelter, on_delete=models.PROTECT, related_name="houses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_fund = models.BigIntegerField()
    from_family = models.BigIntegerField(default=0)
    from_sponsors = models.BigIntegerField(default=0)

    @property
    def cost(self) -> int:
        """The whole house."""
        return self.from_fund + self.from_family + self.from_sponsors


PARTS = {"from_fund": "phần quỹ", "from_family": "phần gia đình", "from_sponsors": "phần nhà tài trợ"}
PRIVACY = {
    "Shelter": dict.fromkeys(("build", "fund", "number"), "internal"),
    "House": dict.fromkeys(("person", *PARTS), "personal"),
}
HOUSES, MONEY = "care.shelters", "care.shelter_money"


def draws(shelter: Shelter, rows: Rows) -> Iterator[Draw]:
    """Each house once; of its cost the fund's part, which is also money for care; who is on the hardship list has been
    cared for."""
    for house in _houses(rows):
        yield _draw(shelter, HOUSES, 1, house)
        for indicator in (MONEY, *totals(shelter.fund)):
            yield _draw(shelter, indicator, house.from_fund, house)
    yield from cared(shelter, _houses(rows))


def money(shelter: Shelter, rows: Rows) -> Iterator[Movement]:
    """One payment of the fund's part of all houses."""
    paid = sum(house.from_fund for house in _houses(rows))
    party = f"{small(len(rows['houses']))} gia đình theo danh sách ký nhận"
    yield Movement(shelter.fund, -paid, spending_purpose(shelter.fund), title(shelter, rows), party)


def _draw(shelter: Shelter, indicator: str, quantity: int, house: House) -> Draw:
    said = {
        "build": shelter.build,
        "source": shelter.fund.source,
        "payer": shelter.fund.unit.kind.level.code,
        "form": "cash",
        "occasion": "hardship",
        "recipient": "family",
    }
    cut = {name: said[name] for name in BY_KEY[indicator].cuts if name in said}
    return Draw(indicator, shelter.unit_id, shelter.happened_on, quantity, house.person.household_id, cut)


def _houses(rows: Rows) -> list[House]:
    return [row for row in rows["houses"] if isinstance(row, House)]


def title(shelter: Shelter, rows: Rows) -> str:
    """How many houses, built or mended, the fund's part of what cost."""
    fund, cost = (sum(getattr(house, part) for house in _houses(rows)) for part in ("from_fund", "cost"))
    of = f" trong tổng {short_money(cost)}" if cost > fund else ""
    what = shelter.get_build_display().lower()
    return f"Mái ấm Công đoàn, {what}: {small(len(rows['houses']))} nhà, quỹ chi {short_money(fund)}{of}"


def check(shelter: Shelter, rows: Rows) -> None:
    """Refuse a house the fund gives nothing for, absurd money, the same house twice, here or in another record."""
    refuse_twice(rows, "houses", "Gia đình")
    homes: dict[int, int] = {}
    for house in _houses(rows):
        _check_parts(house)
        first = homes.setdefault(house.person.household_id, house.position)
        if first != house.position:
            raise Refused(
                f"Dòng {first} và dòng {house.position} là một gia đình; hãy gộp thành một nhà.", "houses"
            )
    _refuse_known(shelter, _houses(rows))
    name_payer(shelter)


def _check_parts(house: House) -> None:
    for column, said in PARTS.items():
        if not 0 <= getattr(house, column) <= MOST:
            raise Refused(
                f"Dòng {house.position}: {said} phải từ 0 đến {short_money(MOST)}; hãy xem lại.", "houses"
            )
    if not house.from_fund:
        raise Refused(f"Dòng {house.position}: hãy ghi số tiền quỹ công đoàn chi.", "houses")


def _refuse_known(shelter: Shelter, houses: list[House]) -> None:
    """Each house counts once: what is given for it later belongs to the record that has it."""
    homes = [house.person.household_id for house in houses]
    others = House.objects.filter(person__household__in=homes, record__withdrawn=False)
    year = shelter.happened_on.year
    others = others.filter(
        record__build=shelter.build,
        record__happened_on__gte=date(year, 1, 1),
        record__happened_on__lte=date(year, 12, 31),
    )
    known = {
        other.person.household_id: other.record
        for other in others.exclude(record=shelter.pk).select_related("record", "person")
    }
    for house in houses:
        if other := known.get(house.person.household_id):
            raise Refused(
                f"Dòng {house.position}: nhà này đã được ghi ngày {other.happened_on:%d/%m/%Y}; hãy sửa việc đó "
                "nếu trao thêm tiền.",
                "houses",
            )


def receipts(shelter: Shelter, rows: Rows) -> Iterator[Receipt]:
    """Who signs for the fund's part."""
    for house in _houses(rows):
        yield Receipt(house.person.name, house.person.unit, "Hỗ trợ Mái ấm Công đoàn", house.from_fund)


class ShelterForm(PaidForm):
    rare = ("number",)
    field_order = ("build", "fund")

    build = forms.ChoiceField(
        label="Xây hay sửa", choices=Shelter.Build.choices, initial="new", widget=ChipSelect
    )
    number = forms.CharField(label="Số quyết định hỗ trợ", required=False, max_length=50)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"].label = "Ngày trao tiền"


class HouseForm(PersonLineForm):
    from_fund = MoneyField(label="Quỹ công đoàn chi")
    from_family = MoneyField(label="Gia đình góp", required=False)
    from_sponsors = MoneyField(label="Nhà tài trợ góp", required=False)

    def values(self) -> dict[str, object]:
        return {**super().values(), **{part: self.cleaned_data[part] or 0 for part in PARTS}}


SHELTER = register(
    Kind(
        slug="shelter",
        label="Mái ấm Công đoàn",
        icon="house-plus",
        chapter=5,
        model=Shelter,
        form=ShelterForm,
        draws=draws,
        title=title,
        check=check,
        money=money,
        feeds=TOTALS | {HOUSES, MONEY, CARED},
        lines=(
            LineSpec(
                "houses", House, HouseForm, "Gia đình được hỗ trợ", "Thêm gia đình", required=True, person=True,
                paste=("name", "from_fund", "from_family", "from_sponsors"),
            ),
        ),
        receipts=receipts,
        papers=("receipt_list",),
        sensitive=True,
        hint="Hỗ trợ xây mới, sửa chữa nhà cho đoàn viên",
        words=("mái ấm", "nhà ở", "xây nhà", "sửa nhà", "hỗ trợ nhà"),
    )
)  # fmt: skip
