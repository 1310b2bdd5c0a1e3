"""Thăm hỏi, tặng quà: a visit or a list of gifts. Each feeds exactly one programme's figures, and the total once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

MOST = 1_000_000_000  # đồng to one recipient: above it is a slip of the keyboard


class Care(Record):
    """A care visit or a list of gifts, paid from one fund. `goods_donated`: somebody gave the goods, no fund paid them."""

    class Programme(models.TextChoices):
        VISIT = "visit", "Thăm hỏi, trợ cấp khó khăn"
        TET = "tet", "Quà Tết"
        WORKERS_MONTH = "workers_month", "Tháng Công nhân"
        FAMILY = "family", "Ốm đau, hiếu hỷ, sinh nhật"
        HOLIDAY = "holiday", "Lễ, Tết (hỗ trợ đoàn viên)"
        DISASTER = "disaster", "Thiên tai"
        POLICY = "policy", "Gia đình chính sách"
        CHILDREN = "children", "Quà thiếu nhi"
        SCHOOL = "school", "Sách vở, dụng cụ học tập"
        PRAISE = "praise", "Thưởng cháu học giỏi"
        SCHOLARSHIP = "scholarship", "Học bổng"
        WOMEN = "women", "Quà 8/3, 20/10"
        EXEMPLARY = "exemplary", "Đoàn viên tiêu biểu dịp Tết"

    class Occasion(models.TextChoices):
        HARDSHIP = "hardship", "Khó khăn"
        ILLNESS = "illness", "Ốm đau"
        FUNERAL = "funeral", "Hiếu"
        WEDDING = "wedding", "Hỷ"
        BIRTH = "birth", "Thai sản"
        BIRTHDAY = "birthday", "Sinh nhật"
        ACCIDENT = "accident", "Tai nạn"
        DISASTER = "disaster", "Thiên tai"
        TET = "tet", "Tết"
        WORKERS_MONTH = "workers_month", "Tháng Công nhân"
        WOMEN_DAY = "women_day", "8/3, 20/10"
        CHILDREN_DAY = "children_day", "1/6"
        MID_AUTUMN = "mid_autumn", "Trung thu"
        SCHOOL_YEAR = "school_year", "Năm học"
        WAR_INVALIDS = "war_invalids", "27/7"
        OTHER = "other", "Khác"

    programme = models.CharField(max_length=20, choices=Programme.choices)
    occasion = models.CharField(max_length=20, choices=Occasion.choices)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="cares")
    partner_share = models.PositiveSmallIntegerField(default=0)
    goods_donated = models.BooleanField(default=False)


class Recipient(Line):
    """Who received, and what: cash, goods, or both, in whole đồng."""

    class Need(models.TextChoices):
        NONE = "", "Không ghi"
        HARDSHIP = "hardship", "Khó khăn"
        SEVERE = "severe", "Đặc biệt khó khăn"
        ILLNESS = "illness", "Bệnh hiểm nghèo"
        ORPHAN = "orphan", "Mồ côi"
        DISABLED = "disabled", "Khuyết tật"

    record = models.ForeignKey(Care, on_delete=models.PROTECT, related_name="recipients")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cash = models.BigIntegerField(default=0)
    goods = models.BigIntegerField(default=0)
    goods_what = models.CharField(max_length=100, blank=True)
    need = models.CharField(max_length=10, choices=Need.choices, blank=True)


COLUMNS = ("programme", "occasion", "fund", "partner_share", "goods_donated")
PRIVACY = {
    "Care": dict.fromkeys(COLUMNS, "internal"),
    "Recipient": dict.fromkeys(("person", "cash", "goods", "goods_what"), "personal") | {"need": "sensitive"},
}


@dataclass(frozen=True)
class Feeds:
    """What one recipient adds under a programme: how many, how much, and who is counted once."""

    each: str = ""
    money: str = ""
    people: str = ""
    families: str = ""
    children: str = ""
    unions: str = ""


REWARDED = Feeds(money="care.children_reward_money", children="care.children_rewarded")
FEEDS = {
    "visit": Feeds("care.visits", "care.visit_money", people="care.people_visited"),
    "tet": Feeds(
        "care.tet_gifts",
        "care.tet_money",
        people="care.tet_hardship_people",
        families="care.tet_families",
        children="care.tet_children",
    ),
    "workers_month": Feeds(money="care.workers_month_money", families="care.workers_month_families"),
    "family": Feeds("care.family_visits", "care.family_visit_money"),
    "holiday": Feeds(money="care.holiday_money", people="care.holiday_people"),
    "disaster": Feeds(money="care.disaster_money", people="care.disaster_people"),
    "policy": Feeds("care.policy_family_visits", "care.policy_family_money"),
    "children": Feeds(money="care.children_gift_money", children="care.children_given_gifts"),
    "school": Feeds(money="care.school_supply_money"),
    "praise": REWARDED,
    "scholarship": REWARDED,
    "women": Feeds("women.gifts", "women.gift_money"),
    "exemplary": Feeds(money="care.tet_exemplary_money", unions="care.unions_with_exemplary_gifts"),
}
OTHER_FUNDS = "funds.other_fund_gifts"


def draws(care: Care, rows: Rows) -> Iterator[Draw]:
    """Each recipient once in the programme; money also in the total and in what its fund gave; who of the hardship list."""
    for row in rows["recipients"]:
        assert isinstance(row, Recipient)
        yield from _counts(care, row)
        yield from _money(care, row)
    yield from cared(care, rows["recipients"])


def _counts(care: Care, row: Recipient) -> Iterator[Draw]:
    feeds, person, cut = FEEDS[care.programme], row.person, _cut(care, row)
    child = person.relation == Person.Relation.CHILD
    grown = person.relation in (Person.Relation.MEMBER, Person.Relation.WORKER)
    counted = (
        (feeds.each, person.pk, True),
        (feeds.people, person.pk, grown),
        (feeds.families, person.household_id, not child),
        (feeds.children, person.pk, child),
        (feeds.unions, person.unit_id, True),
    )
    for indicator, subject, applies in counted:
        if indicator and applies:
            yield _draw(care, indicator, 1, subject, cut)


def _money(care: Care, row: Recipient) -> Iterator[Draw]:
    for form, amount in (("cash", row.cash), ("goods", row.goods)):
        ours = _ours(care, amount)
        cut = _cut(care, row) | {"form": form}
        for indicator in _money_keys(care):
            yield _draw(care, indicator, ours, row.person_id, cut)


def _ours(care: Care, amount: int) -> int:
    """What of an amount is the union's own, not the partner's."""
    return amount * (100 - care.partner_share) // 100


def money(care: Care, rows: Rows) -> Iterator[Movement]:
    """One payment for the whole list: the cash, and the goods unless somebody gave them."""
    found = [row for row in rows["recipients"] if isinstance(row, Recipient)]
    paid = sum(_ours(care, row.cash) + (0 if care.goods_donated else _ours(care, row.goods)) for row in found)
    party = f"{small(len(found))} người theo danh sách ký nhận"
    yield Movement(care.fund, -paid, spending_purpose(care.fund), title(care, rows), party)


def _draw(care: Care, indicator: str, quantity: int, subject: int | None, said: Mapping[str, str]) -> Draw:
    """At the giver, on the day; broken down as far as the indicator is."""
    cut = {name: said[name] for name in BY_KEY[indicator].cuts if name in said}
    return Draw(indicator, care.unit_id, care.happened_on, quantity, subject, cut)


def _money_keys(care: Care) -> list[str]:
    from_others = care.programme == "visit" and care.fund.source == Fund.Source.OTHER
    return [OTHER_FUNDS if from_others else FEEDS[care.programme].money, *totals(care.fund)]


def _cut(care: Care, row: Recipient) -> dict[str, str]:
    payer = care.fund.unit.kind.level.code
    recipient = "policy" if care.programme == "policy" else _recipient(row.person)
    both = "cash" if row.cash else "goods"
    return {
        "source": care.fund.source,
        "occasion": care.occasion,
        "recipient": recipient,
        "payer": payer,
        "form": both,
        "reward": care.programme,
    }


def _recipient(person: Person) -> str:
    """Families of members, their children: the parts a gift figure is made of."""
    return "child" if person.relation == Person.Relation.CHILD else "family"


def title(care: Care, rows: Rows) -> str:
    """What was done, for how many, how much; nobody named."""
    found = [row for row in rows["recipients"] if isinstance(row, Recipient)]
    total = sum(row.cash + row.goods for row in found)
    return f"{care.get_programme_display()}: {small(len(found))} người, {short_money(total)}"


def check(care: Care, rows: Rows) -> None:
    """Refuse a recipient twice on one list, or more than anybody gives. A visit may bring nothing but a visit."""
    refuse_twice(rows, "recipients", "Người được nhận")
    for row in rows["recipients"]:
        assert isinstance(row, Recipient)
        given = row.cash + row.goods
        if row.cash < 0 or row.goods < 0 or given > MOST:
            raise Refused(
                f"Dòng {row.position}: số tiền phải từ 0 đến {short_money(MOST)} cho một người; hãy xem lại.",
                "recipients",
            )
    name_payer(care)


def receipts(care: Care, rows: Rows) -> Iterator[Receipt]:
    """Who signs for what: the money, and the goods by name."""
    for row in rows["recipients"]:
        assert isinstance(row, Recipient)
        what = care.get_programme_display() + (f"; {row.goods_what}" if row.goods_what else "")
        yield Receipt(row.person.name, row.person.unit, what, row.cash + row.goods)


class CareForm(PaidForm):
    rare = ("partner_share", "goods_donated")

    programme = forms.ChoiceField(
        label="Việc gì", choices=Care.Programme.choices, initial="visit", widget=ChipSelect
    )
    occasion = forms.ChoiceField(
        label="Dịp nào", choices=Care.Occasion.choices, initial="hardship", widget=ChipSelect
    )
    partner_share = forms.IntegerField(
        label="Phần của bên phối hợp (%)", min_value=0, max_value=100, initial=0, required=False,
        help_text="Nếu làm chung và bên kia chịu một phần tiền.",
    )  # fmt: skip
    goods_donated = forms.BooleanField(label="Hiện vật được tặng, không mua bằng tiền quỹ", required=False)

    field_order = ("programme", "occasion", "fund")

    def clean_partner_share(self) -> int:
        return self.cleaned_data["partner_share"] or 0


class RecipientForm(PersonLineForm):
    cash = MoneyField(label="Tiền mặt", required=False)
    goods = MoneyField(label="Hiện vật trị giá", required=False)
    goods_what = forms.CharField(label="Hiện vật gì", required=False, max_length=100)
    need = forms.ChoiceField(label="Hoàn cảnh", choices=Recipient.Need.choices, required=False)

    def values(self) -> dict[str, object]:
        cleaned = self.cleaned_data
        return {**super().values(), "cash": cleaned["cash"] or 0, "goods": cleaned["goods"] or 0}


CARE = register(
    Kind(
        slug="care",
        label="Thăm hỏi, tặng quà",
        icon="heart-handshake",
        chapter=5,
        model=Care,
        form=CareForm,
        draws=draws,
        title=title,
        check=check,
        money=money,
        feeds=frozenset(key for feeds in FEEDS.values() for key in vars(feeds).values() if key)
        | {*TOTALS, OTHER_FUNDS, CARED},
        lines=(
            LineSpec(
                "recipients", Recipient, RecipientForm, "Người được nhận", "Thêm người", person=True, required=True,
                paste=("name", "cash", "goods", "goods_what"),
            ),
        ),
        receipts=receipts,
        papers=("receipt_list", "visit_note"),
        sensitive=True,
        hint="Thăm ốm, trợ cấp, quà Tết, quà thiếu nhi…",
        words=("thăm hỏi", "tặng quà", "trợ cấp", "Tết", "ốm đau", "hiếu hỷ", "học bổng", "học tập"),
    )
)  # fmt: skip
