"""Phong trào, chương trình: what a level launches and the unions below take part in (`participation`)."""

from collections.abc import Iterator
from datetime import date, timedelta

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import DayField
from congdoan.base.forms import ChipSelect
from congdoan.base.forms import DayField as DayInput
from congdoan.base.text import nfc
from congdoan.base.words import small
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

LONGEST = timedelta(days=10 * 366)  # a campaign that lasts longer is a slip of the keyboard


class Campaign(Record):
    """Launched on `happened_on`, open from `first_on` to `last_on`, both included."""

    class Sort(models.TextChoices):
        TET_MARKET = "tet_market", "Chợ Tết Công đoàn"
        AO_DAI_DAY = "ao_dai_day", "Ngày mặc áo dài"
        ONLINE_CONTEST = "online_contest", "Cuộc thi trực tuyến, tìm hiểu"
        MOVEMENT = "movement", "Phong trào thi đua"
        OTHER = "other", "Chương trình khác"

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=20, choices=Sort.choices)
    first_on = DayField()
    last_on = DayField()


PRIVACY = {"Campaign": dict.fromkeys(("name", "sort", "first_on", "last_on"), "internal")}
DRIVES = "emulation.unions_running_drives"


def draws(campaign: Campaign, rows: Rows) -> Iterator[Draw]:
    """A grassroots union that launches a movement runs one; everything else counts where people take part."""
    if campaign.sort == Campaign.Sort.MOVEMENT and campaign.unit.kind.grassroots:
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
    """Refuse while there are unions that took part."""
    if joined := _joined(campaign):
        raise Refused(
            f"Đã có {small(len(joined))} lượt ghi tham gia; hãy hủy các việc ấy trước rồi hủy phong trào.",
            "why",
        )


class CampaignForm(RecordForm):
    sort = forms.ChoiceField(label="Loại", choices=Campaign.Sort.choices, widget=ChipSelect)
    name = forms.CharField(label="Tên phong trào, chương trình", max_length=200)
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
        feeds=frozenset({DRIVES}),
        hint="Chợ Tết, ngày áo dài, cuộc thi trực tuyến, phong trào thi đua",
        words=("phong trào", "phát động", "chương trình", "cuộc thi", "chợ Tết", "áo dài"),
    )
)
