"""Đại hội: a union's congress begins its term and, where its people are listed, its new executive committee."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.members.models import Person
from congdoan.officers import actions as terms
from congdoan.officers import committees
from congdoan.officers.models import Committee, Role, Term
from congdoan.officers.roles import OF_COMMITTEE

from ..feeds import MEETINGS, PAPERLESS
from ..forms import PersonLineForm, RecordForm, refuse_twice
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record

MOST = 5000  # delegates
EXECUTIVE = Committee.Sort.EXECUTIVE.value


class Congress(Record):
    """A congress, over on `happened_on`. `term` and `committee` are what it began; `minuted`: its minutes are kept as
    a file or in the book."""

    class Form(models.TextChoices):
        PLENARY = "plenary", "Đại hội toàn thể"
        DELEGATES = "delegates", "Đại hội đại biểu"
        CONFERENCE = "conference", "Hội nghị thay đại hội"

    held_as = models.CharField(max_length=10, choices=Form.choices)
    term_number = models.CharField(max_length=10)
    years = models.PositiveSmallIntegerField(default=terms.YEARS)
    called = models.PositiveIntegerField(default=0)
    present = models.PositiveIntegerField(default=0)
    women_present = models.PositiveIntegerField(default=0)
    number = models.CharField(max_length=50, blank=True)
    minuted = models.BooleanField(default=False)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, editable=False, related_name="+")
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )


class Elected(Line):
    """Somebody elected to the executive committee."""

    record = models.ForeignKey(Congress, on_delete=models.PROTECT, related_name="elected")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(
        max_length=15, choices=[(role.value, role.label) for role in OF_COMMITTEE[EXECUTIVE]]
    )
    full_time = models.BooleanField(default=False)


PRIVACY = {
    "Congress": dict.fromkeys(
        (
            "held_as",
            "term_number",
            "years",
            "called",
            "present",
            "women_present",
            "number",
            "minuted",
            "term",
            "committee",
        ),
        "internal",
    ),
    "Elected": {"person": "personal", "role": "internal", "full_time": "internal"},
}
HELD = "org.congresses_held"
CONFERENCES, ATTENDANCE = "conferences.meetings", "conferences.attendance"


def draws(congress: Congress, rows: Rows) -> Iterator[Draw]:
    """The grassroots union once, on the day its congress was over; everywhere a conference and who came to it."""
    unit, day = congress.unit_id, congress.happened_on
    if congress.unit.kind.grassroots:
        yield Draw(HELD, unit, day, 1, unit, {"congress": congress.held_as})
    yield Draw(CONFERENCES, unit, day, cut={"kind": "congress"})
    yield Draw(MEETINGS, unit, day)
    if congress.present:
        yield Draw(ATTENDANCE, unit, day, congress.present, cut={"kind": "congress"})
    if congress.minuted:
        yield Draw(PAPERLESS, unit, day)


def title(congress: Congress, rows: Rows) -> str:
    """Which congress, of which term, and how many it elected."""
    elected = f", bầu {small(len(rows['elected']))} ủy viên Ban Chấp hành" if rows["elected"] else ""
    return f"{congress.get_held_as_display()} nhiệm kỳ {congress.term_number}{elected}"


def check(congress: Congress, rows: Rows) -> None:
    """Refuse more delegates than were called, a person twice, a term the union has had."""
    refuse_twice(rows, "elected", "Ban Chấp hành")
    if not 0 <= congress.women_present <= congress.present <= MOST:
        raise Refused("Số nữ dự không thể nhiều hơn số người dự; hãy xem lại.", "women_present")
    if congress.called and congress.present > congress.called:
        raise Refused("Số người dự không thể nhiều hơn số được triệu tập; hãy xem lại.", "present")
    known = Term.objects.filter(unit=congress.unit).exclude(pk=congress.term_id or 0)
    if known.filter(number=congress.term_number.upper()).exists():
        raise Refused(
            f"{congress.unit.name} đã có nhiệm kỳ {congress.term_number}; hãy ghi số khác.", "term_number"
        )


def carry_out(congress: Congress, rows: Rows, posting: Posting) -> None:
    """Begin the term and seat the committee; when it is amended, change them; when it is withdrawn, take them back."""
    if congress.withdrawn:
        _reseat(congress, [], posting)
        _take_back(congress, posting)
        return
    _term(congress, posting)
    elected = [row for row in rows["elected"] if isinstance(row, Elected)]
    if not _seated(congress, elected):
        _reseat(congress, elected, posting)
    congress.save(update_fields=["term", "committee"])


def _term(congress: Congress, posting: Posting) -> None:
    said: dict[str, Any] = {
        "number": congress.term_number,
        "on": congress.happened_on,
        "years": congress.years,
    }
    if congress.term:
        congress.term = terms.change_term(term=congress.term, by=posting.by, **said)
    else:
        congress.term = terms.begin_term(unit=congress.unit, by=posting.by, **said)


def _take_back(congress: Congress, posting: Posting) -> None:
    term, congress.term = congress.term, None
    congress.save(update_fields=["term", "committee"])
    if term:
        terms.take_back(term=term, by=posting.by)


def _seated(congress: Congress, elected: Sequence[Elected]) -> bool:
    """Whether the committee is as the list says already."""
    committee = congress.committee
    if committee is None:
        return not elected
    posts = committee.posts.filter(made=committee.made, unmade=None)
    known = set(posts.values_list("person", "role", "full_time"))
    said = {(row.person_id, row.role, row.full_time) for row in elected}
    return (known, committee.from_on, committee.decision) == (said, congress.happened_on, congress.number)


def _reseat(congress: Congress, elected: Sequence[Elected], posting: Posting) -> None:
    """Take the committee back, and seat the one of the list, if it names anybody."""
    if congress.committee:
        committees.undo(committee=congress.committee, posting=posting)
        congress.committee = None
    if elected:
        people = [{"person": row.person, "role": row.role, "full_time": row.full_time} for row in elected]
        said: dict[str, Any] = {"sort": EXECUTIVE, "how": "elected", "decision": congress.number}
        congress.committee = committees.elect(
            unit=congress.unit, on=congress.happened_on, people=people, by=posting.by, **said
        )


class CongressForm(RecordForm):
    rare = ("years", "number", "minuted")

    held_as = forms.ChoiceField(
        label="Hình thức", choices=Congress.Form.choices, initial="plenary", widget=ChipSelect
    )
    term_number = forms.CharField(label="Nhiệm kỳ thứ", max_length=10, help_text="Ví dụ: XII.")
    called = forms.IntegerField(
        label="Số được triệu tập", min_value=0, max_value=MOST, initial=0, required=False
    )
    present = forms.IntegerField(label="Số người dự", min_value=0, max_value=MOST, initial=0, required=False)
    women_present = forms.IntegerField(
        label="Trong đó nữ", min_value=0, max_value=MOST, initial=0, required=False
    )
    years = forms.IntegerField(
        label="Nhiệm kỳ mấy năm", min_value=1, max_value=terms.MOST_YEARS, initial=terms.YEARS
    )
    number = forms.CharField(label="Số quyết định công nhận", max_length=50, required=False)
    minuted = forms.BooleanField(label="Biên bản lưu dạng điện tử hoặc trong sổ", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"].label = "Ngày bế mạc"

    def values(self) -> dict[str, Any]:
        counted = {name: self.cleaned_data[name] or 0 for name in ("called", "present", "women_present")}
        return {**super().values(), **counted, "term_number": self.cleaned_data["term_number"].upper()}


class ElectedForm(PersonLineForm):
    relation = forms.ChoiceField(
        choices=Person.Relation.choices, initial="member", required=False, widget=forms.HiddenInput
    )
    role = forms.ChoiceField(
        label="Chức vụ",
        choices=[(role.value, role.label) for role in reversed(OF_COMMITTEE[EXECUTIVE])],
        initial=Role.MEMBER,
    )
    full_time = forms.BooleanField(label="Chuyên trách", required=False)


CONGRESS = register(
    Kind(
        slug="congress",
        label="Đại hội",
        icon="landmark",
        chapter=1,
        model=Congress,
        form=CongressForm,
        draws=draws,
        title=title,
        check=check,
        carry_out=carry_out,
        feeds=frozenset({HELD, CONFERENCES, ATTENDANCE, MEETINGS, PAPERLESS}),
        attended="present",
        met_as=lambda congress: "congress",
        panels=("gathering_meeting",),
        lines=(
            LineSpec(
                "elected",
                Elected,
                ElectedForm,
                "Ban Chấp hành được bầu",
                "Thêm người",
                person=True,
                paste=("name", "role"),
            ),
        ),
        hint="Đại hội mở nhiệm kỳ mới; kèm danh sách Ban Chấp hành thì ban cũ tự kết thúc",
        words=("đại hội", "nhiệm kỳ", "ban chấp hành", "bầu cử", "hội nghị công đoàn"),
    )
)
