"""Tư vấn pháp luật, góp ý: advice given, help in court, drafts commented on, opinions on building the Party and the State."""

from collections.abc import Iterator, Mapping

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.text import fold, nfc
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = 10_000  # people advised in one go: more is a slip of the keyboard
CHANNELS = ("direct", "mobile", "phone", "online")


class Counsel(Record):
    """`about` says of what, naming nobody; `people` is how many were advised, each time anew."""

    class What(models.TextChoices):
        ADVICE = "advice", "Tư vấn pháp luật"
        COURT = "court", "Hỗ trợ pháp lý, đại diện tại tòa"
        DRAFT = "draft", "Góp ý dự thảo văn bản"
        PARTY = "party", "Góp ý xây dựng Đảng, chính quyền"

    what = models.CharField(max_length=10, choices=What.choices)
    about = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=10, blank=True)
    people = models.IntegerField(default=0)


PRIVACY = {"Counsel": dict.fromkeys(("what", "about", "channel", "people"), "internal")}
FEEDS = {
    "advice": "representation.legal_advice",
    "court": "representation.court_cases",
    "draft": "representation.drafts_commented",
    "party": "party.contributions",
}


def draws(counsel: Counsel, rows: Rows) -> Iterator[Draw]:
    """Everyone advised; anything else once."""
    advice = counsel.what == Counsel.What.ADVICE
    quantity, cut = (counsel.people, {"channel": counsel.channel}) if advice else (1, {})
    yield Draw(FEEDS[counsel.what], counsel.unit_id, counsel.happened_on, quantity, cut=cut)


def title(counsel: Counsel, rows: Rows) -> str:
    """What, of what, for how many."""
    people = f" cho {small(counsel.people)} lượt người" if counsel.people else ""
    return f"{counsel.get_what_display()}{people}" + (f": {counsel.about}" if counsel.about else "")


def check(counsel: Counsel, rows: Rows) -> None:
    """Refuse advice to nobody or to too many, a draft without its name or commented on twice."""
    counsel.about = nfc(counsel.about)
    if counsel.what != Counsel.What.ADVICE:
        counsel.people, counsel.channel = 0, ""
    elif not 1 <= counsel.people <= MOST:
        raise Refused(f"Số lượt người được tư vấn phải từ 1 đến {grouped(MOST)}; hãy xem lại.", "people")
    elif counsel.channel not in CHANNELS:
        raise Refused("Hãy chọn tư vấn bằng cách nào.", "channel")
    if counsel.what == Counsel.What.DRAFT:
        _check_draft(counsel)


def _check_draft(counsel: Counsel) -> None:
    if not counsel.about:
        raise Refused("Hãy ghi tên dự thảo văn bản được góp ý.", "about")
    others = Counsel.objects.filter(unit=counsel.unit, what=Counsel.What.DRAFT, withdrawn=False)
    for other in others.exclude(pk=counsel.pk).only("about", "happened_on"):
        if fold(other.about) == fold(counsel.about):
            raise Refused(
                f"Đã ghi góp ý dự thảo này ngày {other.happened_on:%d/%m/%Y}, mỗi dự thảo tính một lần; "
                "hãy sửa việc ấy.",
                "about",
            )


class CounselForm(RecordForm):
    only_for: Mapping[str, tuple[str, tuple[str, ...]]] = {
        "people": ("what", ("advice",)),
        "channel": ("what", ("advice",)),
    }

    what = forms.ChoiceField(
        label="Việc gì", choices=Counsel.What.choices, initial="advice", widget=ChipSelect
    )
    people = forms.IntegerField(
        label="Số lượt người được tư vấn", min_value=0, max_value=MOST, required=False, localize=True
    )
    channel = forms.ChoiceField(
        label="Bằng cách nào", choices=[(one, cuts.label("channel", one)) for one in CHANNELS], initial="direct",
        required=False, widget=ChipSelect,
    )  # fmt: skip
    about = forms.CharField(
        label="Nội dung, tên văn bản", required=False, max_length=200,
        help_text="Ví dụ: Dự thảo Luật Công đoàn. Không ghi tên người.",
    )  # fmt: skip

    def clean_people(self) -> int:
        return self.cleaned_data["people"] or 0


COUNSEL = register(
    Kind(
        slug="counsel",
        label="Tư vấn pháp luật, góp ý văn bản",
        icon="messages-square",
        chapter=4,
        model=Counsel,
        form=CounselForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        hint="Tư vấn, hỗ trợ tại tòa; góp ý dự thảo, góp ý xây dựng Đảng, chính quyền",
        words=("tư vấn", "pháp luật", "tòa án", "góp ý", "dự thảo", "xây dựng Đảng", "chính quyền"),
    )
)
