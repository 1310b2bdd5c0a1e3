"""Hội nghị, sinh hoạt, tuyên truyền: people come together. Counted once, at the union that organises it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw
from congdoan.org.models import Employer
from congdoan.org.queries import employers

from ..feeds import DIALOGUES, FEEDS, MEETINGS, ONLINE, PAPERLESS, REACHED
from ..forms import RecordForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import EmployerLineForm, organised

MOST = 100_000  # people at one gathering: more is a slip of the keyboard
CHANNELS = ("direct", "online", "mobile")


class Gathering(Record):
    """A conference, a session, a meeting; `about` says of what in the union's own words, naming nobody. `minuted`: its
    minutes are kept as a file or in the book."""

    class What(models.TextChoices):
        STAFF = "staff_conference", "Hội nghị cán bộ, công chức, viên chức"
        WORKERS = "workers_conference", "Hội nghị người lao động"
        PROPAGANDA = "propaganda", "Buổi tuyên truyền"
        LAW_ROUND = "law_round", "Đợt tuyên truyền pháp luật"
        MEETING = "meeting", "Họp, hội nghị công đoàn"
        WOMEN = "women", "Họp mặt, sinh hoạt nữ công"
        TET = "tet_reunion", "Tết Sum vầy"
        MEAL = "union_meal", "Bữa cơm Công đoàn"
        DIALOGUE = "dialogue", "Đối thoại định kỳ"
        DIALOGUE_ASKED = "dialogue_asked", "Đối thoại khi có yêu cầu"
        LEADERS = "leaders_dialogue", "Lãnh đạo gặp gỡ, đối thoại với đoàn viên"
        SAFETY = "safety_training", "Lớp huấn luyện an toàn, vệ sinh lao động"

    what = models.CharField(max_length=20, choices=What.choices)
    about = models.CharField(max_length=150, blank=True)
    topic = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=10, default="direct")
    round = models.CharField(max_length=20, blank=True)
    meeting = models.CharField(max_length=20, blank=True)
    occasion = models.CharField(max_length=20, blank=True)
    attendance = models.IntegerField(default=0)
    first_time = models.IntegerField(default=0)
    minuted = models.BooleanField(default=False)


class Host(Line):
    """An employer that held the conference or the dialogue."""

    record = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="hosts")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")


COLUMNS = ("what", "about", "topic", "channel", "round", "meeting", "occasion", "attendance", "first_time", "minuted")  # fmt: skip
PRIVACY = {"Gathering": dict.fromkeys(COLUMNS, "internal"), "Host": {"employer": "internal"}}


CONFERRING = {"staff_conference", "workers_conference", "meeting"}  # what an online meeting may be
ITS_OWN = "Đại hội có mẫu riêng, tự cộng vào số hội nghị và mở nhiệm kỳ mới; hãy ghi ở “Đại hội”."
CONFERENCES = {"staff_conference": "staff", "workers_conference": "workers"}
MISSING = {
    "topic": "Hãy chọn chủ đề tuyên truyền.",
    "round": "Hãy ghi đợt mấy, ví dụ: 1.",
    "meeting": "Hãy chọn loại cuộc họp.",
    "attendance": "Hãy ghi số người dự.",
}
ELSEWHERE = "Người được tuyên truyền tính ở công đoàn cơ sở của họ; hãy ghi ở “Học tập, tập huấn”."
ASKED_OF = {
    "topic": ("propaganda", "law_round"),
    "round": ("law_round",),
    "meeting": ("meeting",),
    "occasion": ("women", "union_meal"),
    "first_time": ("propaganda",),
    "minuted": ("meeting",),
}
CHOSEN = {"topic": "topic", "channel": "channel", "meeting": "kind", "occasion": "occasion"}  # column: cut


def draws(gathering: Gathering, rows: Rows) -> Iterator[Draw]:
    """The gathering once, everyone who came, each employer once; partners add nothing."""
    feeds = FEEDS[gathering.what]
    counted = {feeds.each: 1, feeds.people: gathering.attendance, ONLINE: _online(gathering)}
    counted[REACHED] = gathering.first_time
    counted[MEETINGS] = int(gathering.what == Gathering.What.MEETING)
    counted[PAPERLESS] = counted[MEETINGS] * int(bool(counted[ONLINE]) or gathering.minuted)
    for indicator, quantity in counted.items():
        if indicator and quantity:
            yield _draw(gathering, indicator, quantity)
    for row in rows["employers"]:
        assert isinstance(row, Host)
        if feeds.employers != DIALOGUES or row.employer.enterprise:
            yield _draw(gathering, feeds.employers, 1, row.employer_id)


def _online(gathering: Gathering) -> int:
    return int(gathering.channel == "online" and gathering.what in CONFERRING)


def _draw(gathering: Gathering, indicator: str, quantity: int, subject: int | None = None) -> Draw:
    said = {
        "topic": gathering.topic or ("law" if gathering.what == Gathering.What.LAW_ROUND else ""),
        "channel": gathering.channel,
        "round": gathering.round,
        "kind": gathering.meeting or "other",
        "occasion": gathering.occasion,
        "level": gathering.unit.kind.level.code,
    }
    cut = {name: said[name] for name in BY_KEY[indicator].cuts}
    return Draw(indicator, gathering.unit_id, gathering.happened_on, quantity, subject, cut)


def title(gathering: Gathering, rows: Rows) -> str:
    """What it was, of what, for how many."""
    parts = [_what(gathering)]
    parts += [gathering.about] if gathering.about else []
    parts += [f"{small(len(rows['employers']))} cơ quan, đơn vị"] if rows["employers"] else []
    parts += [f"{small(gathering.attendance)} lượt người"] if gathering.attendance else []
    return ", ".join(parts)


def _what(gathering: Gathering) -> str:
    what = gathering.get_what_display()
    if gathering.what == Gathering.What.LAW_ROUND:
        return f"{what}, đợt {gathering.round}"
    if gathering.what == Gathering.What.MEETING:
        return cuts.label("kind", gathering.meeting)
    return f"{what}: {cuts.label('topic', gathering.topic)}" if gathering.topic else what


def met_as(gathering: Gathering) -> str:
    """Which sort of meeting it was."""
    return CONFERENCES.get(gathering.what, gathering.meeting)


def check(gathering: Gathering, rows: Rows) -> None:
    """Refuse what is not said, a choice that doesn't exist, absurd attendance, employers that are not ours."""
    for column, whats in ASKED_OF.items():
        if gathering.what not in whats:
            setattr(gathering, column, getattr(Gathering(), column))
    _check_chosen(gathering)
    if not 0 <= gathering.attendance <= MOST:
        raise Refused(f"Số người dự phải từ 0 đến {grouped(MOST)}; hãy xem lại.", "attendance")
    _check_first_time(gathering)
    for column in FEEDS[gathering.what].needs:
        if not getattr(gathering, column):
            raise Refused(MISSING[column], column)
    _check_hosts(gathering, rows)


def _check_chosen(gathering: Gathering) -> None:
    for column, dimension in CHOSEN.items():
        value = getattr(gathering, column)
        if value and value not in cuts.VALUES[dimension]:
            raise Refused(f"Không có lựa chọn “{value}”; hãy chọn lại trong danh sách.", column)
    if gathering.meeting == "congress" and gathering.pk is None:
        raise Refused(ITS_OWN, "meeting")


def _check_first_time(gathering: Gathering) -> None:
    if gathering.first_time and not gathering.unit.kind.grassroots:
        raise Refused(ELSEWHERE, "first_time")
    if not 0 <= gathering.first_time <= gathering.attendance:
        raise Refused("Số người lần đầu phải từ 0 đến số người dự; hãy xem lại.", "first_time")


def _check_hosts(gathering: Gathering, rows: Rows) -> None:
    feeds = FEEDS[gathering.what]
    if rows["employers"] and not feeds.at_employers:
        raise Refused(
            "Chỉ hội nghị, đối thoại tại nơi làm việc mới kê cơ quan, đơn vị; hãy bỏ các dòng này.",
            "employers",
        )
    if feeds.at_employers and not rows["employers"]:
        raise Refused(
            f"Ngày {gathering.happened_on:%d/%m/%Y} {gathering.unit.name} không có nơi nào thuộc diện này; "
            "hãy ghi rõ cơ quan, đơn vị hoặc doanh nghiệp đã họp.",
            "employers",
        )
    organised(gathering, rows, gathering.happened_on)
    for row in rows["employers"]:
        assert isinstance(row, Host)
        _check_sort(gathering, row)


def _check_sort(gathering: Gathering, row: Host) -> None:
    if FEEDS[gathering.what].enterprises not in (None, row.employer.enterprise):
        sort, other = ("doanh nghiệp", "WORKERS") if row.employer.enterprise else ("cơ quan, đơn vị", "STAFF")
        raise Refused(
            f"Dòng {row.position}: {row.employer.name} là {sort}; hãy ghi ở {Gathering.What[other].label}.",
            "employers",
        )


def everyone(gathering: Gathering) -> list[Mapping[str, Any]]:
    """When nobody is named: all those of the union itself that such a conference is of."""
    feeds = FEEDS[gathering.what]
    if not feeds.at_employers:
        return []
    found = employers(gathering.unit, gathering.happened_on)
    if feeds.enterprises is not None:
        found = found.filter(enterprise=feeds.enterprises)
    return [{"employer": employer} for employer in found]


def _choices(dimension: str, *values: str) -> list[tuple[str, str]]:
    return [(value, cuts.label(dimension, value)) for value in values or cuts.VALUES[dimension]]


class GatheringForm(RecordForm):
    only_for = {
        **{column: ("what", whats) for column, whats in ASKED_OF.items()},
        "employers": ("what", tuple(what for what, feeds in FEEDS.items() if feeds.at_employers)),
    }
    rare = ("channel",)
    what = forms.ChoiceField(label="Việc gì", choices=Gathering.What.choices, widget=ChipSelect)
    about = forms.CharField(
        label="Nội dung", required=False, max_length=150, help_text="Ví dụ: Hội nghị sơ kết 6 tháng. Không ghi tên người."
    )  # fmt: skip
    topic = forms.ChoiceField(label="Chủ đề", choices=_choices("topic"), required=False, widget=ChipSelect)
    round = forms.CharField(label="Đợt mấy", required=False, max_length=20)
    meeting = forms.ChoiceField(
        label="Họp gì", choices=[one for one in _choices("kind") if one[0] != "congress"], required=False,
        widget=ChipSelect,
    )  # fmt: skip
    occasion = forms.ChoiceField(
        label="Dịp nào", choices=_choices("occasion", "women_day", "tet", "workers_month", "other"),
        required=False, widget=ChipSelect,
    )  # fmt: skip
    attendance = forms.IntegerField(
        label="Số người dự", min_value=0, max_value=MOST, required=False, localize=True
    )
    first_time = forms.IntegerField(
        label="Trong đó lần đầu trong năm", min_value=0, max_value=MOST, required=False, localize=True,
        help_text="Số người năm nay chưa dự buổi nào; để tính tỷ lệ người được tuyên truyền.",
    )  # fmt: skip
    minuted = forms.BooleanField(label="Biên bản lưu dạng điện tử hoặc trong sổ", required=False)
    channel = forms.ChoiceField(
        label="Cách thực hiện", choices=_choices("channel", *CHANNELS), initial="direct", widget=ChipSelect
    )

    def values(self) -> dict[str, object]:
        values = super().values()
        return values | {name: values[name] or 0 for name in ("attendance", "first_time")}


HOSTS = LineSpec(
    "employers", Host, EmployerLineForm, "Cơ quan, đơn vị đã họp", "Thêm cơ quan, đơn vị",
    paste=("employer",), default=everyone,
)  # fmt: skip
GATHERING = register(
    Kind(
        slug="gathering",
        label="Hội nghị, sinh hoạt, tuyên truyền",
        icon="megaphone",
        chapter=7,
        model=Gathering,
        form=GatheringForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(
            key for feeds in FEEDS.values() for key in (feeds.each, feeds.people, feeds.employers) if key
        )
        | {ONLINE, REACHED, MEETINGS, PAPERLESS},
        lines=(HOSTS,),
        hint="Hội nghị CBCCVC, người lao động; buổi tuyên truyền; họp ban chấp hành…",
        attended="attendance",
        met_as=met_as,
        panels=("gathering_meeting",),
        words=("hội nghị", "tuyên truyền", "họp", "sinh hoạt", "sơ kết", "tổng kết", "pháp luật", "đối thoại", "huấn luyện"),
    )
)  # fmt: skip
