"""Phong trào, chương trình: what a level launches and the unions below take part in (`participation`)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db import models
from django.db.models import F, QuerySet, Sum

from congdoan.base.errors import Refused
from congdoan.base.fields import DayField
from congdoan.base.forms import ChipSelect
from congdoan.base.forms import DayField as DayInput
from congdoan.base.period import today
from congdoan.base.text import nfc
from congdoan.base.words import fraction, small
from congdoan.ledger.origins import Draw
from congdoan.org.queries import grassroots

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

FEW = 12  # unions named that have not taken part yet
LONGEST = timedelta(days=10 * 366)  # a campaign that lasts longer is a slip of the keyboard


class Campaign(Record):
    """Launched on `happened_on`, open from `first_on` to `last_on`, both included."""

    class Sort(models.TextChoices):
        TET_MARKET = "tet_market", "Chợ Tết Công đoàn"
        AO_DAI_DAY = "ao_dai_day", "Ngày mặc áo dài"
        ONLINE_CONTEST = "online_contest", "Cuộc thi trực tuyến, tìm hiểu"
        MOVEMENT = "movement", "Phong trào thi đua"
        DRIVE = "drive", "Cuộc vận động"
        OTHER = "other", "Chương trình khác"

    MOVEMENTS = (Sort.MOVEMENT, Sort.DRIVE)

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=20, choices=Sort.choices)
    plan = models.CharField(max_length=100, blank=True)
    first_on = DayField()
    last_on = DayField()


PRIVACY = {"Campaign": dict.fromkeys(("name", "sort", "plan", "first_on", "last_on"), "internal")}
DRIVES = "emulation.unions_running_drives"


def draws(campaign: Campaign, rows: Rows) -> Iterator[Draw]:
    """A grassroots union that launches a movement runs one; everything else counts where people take part."""
    if campaign.sort in Campaign.MOVEMENTS and campaign.unit.kind.grassroots:
        yield Draw(DRIVES, campaign.unit_id, campaign.happened_on, subject=campaign.unit_id)


def title(campaign: Campaign, rows: Rows) -> str:
    """What was launched."""
    return f"{campaign.get_sort_display()}: {campaign.name}"


def check(campaign: Campaign, rows: Rows) -> None:
    """Refuse one without a name, days that cannot be, another sort or other days once unions take part."""
    campaign.name = nfc(campaign.name)
    if not campaign.name:
        raise Refused("Hãy ghi tên phong trào, chương trình.", "name")
    if campaign.last_on < campaign.first_on:
        raise Refused("Ngày kết thúc phải từ ngày bắt đầu trở đi; hãy chọn lại.", "last_on")
    if max(campaign.last_on - campaign.first_on, abs(campaign.first_on - campaign.happened_on)) > LONGEST:
        raise Refused("Phong trào kéo dài quá 10 năm; hãy xem lại các ngày.", "last_on")
    _check_joined(campaign)


def _check_joined(campaign: Campaign) -> None:
    """What unions took part in stays what it was: their figures come from its sort, and their days lie in its days."""
    joined = _joined(campaign)
    if joined and Campaign.objects.get(pk=campaign.pk).sort != campaign.sort:
        raise Refused(f"Đã có {small(len(joined))} lượt ghi tham gia nên không đổi loại được nữa.", "sort")
    outside = [day for day in joined if not campaign.first_on <= day <= campaign.last_on]
    if outside:
        raise Refused(
            f"Đã có công đoàn tham gia ngày {outside[0]:%d/%m/%Y}; hãy chọn các ngày gồm cả ngày ấy.",
            "last_on",
        )


def _joined(campaign: Campaign) -> list[date]:
    """The days on which unions took part, in order."""
    if campaign.pk is None:
        return []
    rows = campaign.participations.filter(withdrawn=False)
    return list(rows.order_by("happened_on").values_list("happened_on", flat=True))


def check_withdrawal(campaign: Campaign) -> None:
    """Refuse while there are unions that took part, works in it, or a summing up."""
    if campaign.works.filter(withdrawn=False).exists() or campaign.summaries.filter(withdrawn=False).exists():
        raise Refused("Đã có công trình hoặc tổng kết của phong trào này; hãy hủy các việc ấy trước.", "why")
    if joined := _joined(campaign):
        raise Refused(
            f"Đã có {small(len(joined))} lượt ghi tham gia; hãy hủy các việc ấy trước rồi hủy phong trào.",
            "why",
        )


def outcome(campaign: Campaign, until: date) -> Iterator[tuple[str, str]]:
    """What came of it by a day: which unions took part, of those that could, with how many people; works finished."""
    rows = campaign.participations.filter(withdrawn=False, happened_on__lte=until)
    there = grassroots(campaign.unit, min(until, campaign.last_on))
    missing = there.exclude(pk__in=rows.values("unit"))
    could, left = there.count(), missing.count()
    yield "Công đoàn cơ sở tham gia", fraction(could - left, could)
    people = rows.aggregate(people=Sum(F("direct") + F("online")))["people"]
    works = campaign.works.filter(withdrawn=False, stage="done", happened_on__lte=until).count()
    for label, number in (("Lượt người tham gia", people), ("Công trình, sản phẩm hoàn thành", works)):
        if number:
            yield label, small(number)
    if left < could:
        yield "Đã tham gia", _joiners(rows, could - left)
    if left:
        more = f" và {small(left - FEW)} nơi khác" if left > FEW else ""
        yield "Chưa tham gia", "; ".join(union.name for union in missing[:FEW]) + more


def _joiners(rows: QuerySet[Any], count: int) -> str:
    """Who took part, with how many people; the most first."""
    people = Sum(F("direct") + F("online"))
    found = rows.values("unit__name").annotate(people=people).order_by("-people", "unit__name_key")[:FEW]
    named = [
        f"{one['unit__name']} ({small(one['people'])} người)" if one["people"] else one["unit__name"]
        for one in found
    ]
    more = f" và {small(count - FEW)} nơi khác" if count > FEW else ""
    return "; ".join(named) + more


def results(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """What has come of it so far, and when it was summed up."""
    yield from outcome(campaign, today())
    if summed := campaign.summaries.filter(withdrawn=False).first():
        yield "Đã tổng kết", f"{summed.happened_on:%d/%m/%Y}"


class CampaignForm(RecordForm):
    sort = forms.ChoiceField(label="Loại", choices=Campaign.Sort.choices, widget=ChipSelect)
    name = forms.CharField(label="Tên phong trào, chương trình", max_length=200)
    plan = forms.CharField(label="Số kế hoạch", required=False, max_length=100)
    first_on = DayInput(label="Từ ngày")
    last_on = DayInput(label="Đến hết ngày")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Ngày phát động"


CAMPAIGN = register(
    Kind(
        slug="campaign",
        label="Phát động phong trào, chương trình",
        icon="flag",
        chapter=9,
        model=Campaign,
        form=CampaignForm,
        draws=draws,
        title=title,
        check=check,
        check_withdrawal=check_withdrawal,
        results=results,
        feeds=frozenset({DRIVES}),
        hint="Chợ Tết, ngày áo dài, cuộc thi trực tuyến, phong trào thi đua, cuộc vận động",
        words=("phong trào", "cuộc vận động", "phát động", "chương trình", "cuộc thi", "chợ Tết", "áo dài"),
    )
)
