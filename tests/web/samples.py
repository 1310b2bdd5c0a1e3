"""A sample of every address that names something: whoever adds an address adds its sample here, or the walk fails.

The things named are of one grassroots union of Lào Cai and of the union above it. `SHARED` are addresses whose argument
names nothing of theirs: an indicator, a kind of record, a built-in template.
"""

from datetime import date
from typing import Any

from congdoan.accounts import tokens
from congdoan.accounts.models import Purpose, Seat, Token
from congdoan.base.period import Period
from congdoan.emulation.models import Council, Decision, Proposal
from congdoan.ledger import actions as ledger
from congdoan.members import transfers
from congdoan.members.models import Person
from congdoan.officers import actions as officers
from congdoan.officers import committees, groups
from congdoan.org.models import Organising
from congdoan.ratings.actions import score, send
from congdoan.records.files import attach
from congdoan.records.record import Record
from congdoan.reports import actions as reports
from congdoan.targets.actions import assign
from congdoan.targets.models import Assignment, Resolution, Target
from tests.cast import Cast, care
from tests.emulation.acts import council, decided, person, sent, voted
from tests.funds.samples import booked
from tests.imports.sheeted import sent as sheet_sent
from tests.meetings.gathered import met as gathered
from tests.members.register import one
from tests.oversight.sampled import overseen
from tests.papers.sampled import filed
from tests.ratings import acts as ratings
from tests.records import pictures
from tests.records.pictures import photo
from tests.records.said import record
from tests.reform.planned import planned
from tests.targets.resolved import resolved, target

UNIT, UPPER = "laocai-tu-phap", "laocai-cdvc"
NAME = "Giàng Seo Lử"
# What a neighbour may never read, wherever they look.
WORDS = (NAME, "Nguyễn Thị Mai", "Trần Văn Bình", "Lào Cai", "Văn phòng Sở Y tế", "Thăm tại nhà riêng")
SHARED = {
    "today_list",
    "figure", "fund_code_add", "fund_form_file", "figure_reports", "figures_silent", "lines_paste", "name_search", "record_form",
    "paper_new", "paper_number",
    "import_blank", "import_progress", "record_preview", "template_file", "template_retire",
}  # fmt: skip
OPEN = {"login", "logout", "calendar_feed"}  # what a stranger may ask for


def written(cast: Cast) -> Record:
    """A visit by the grassroots union, with a photo, paid from its own fund."""
    record = care(
        cast[UNIT],
        cast.funds["tu-phap-doan-phi"],
        date(2024, 2, 1),
        lines=[{"name": NAME, "cash": 500_000}],
        programme="visit",
        note="Thăm tại nhà riêng",
    )
    attach(record=record, upload=pictures.sent("tham.jpg", photo()), by=None)
    return record


def targets_of(cast: Cast) -> tuple[Resolution, Target, Target, Assignment]:
    """A resolution of the upper union, a target that figures answer and one that people do, a paper handing down."""
    resolution = resolved(cast[UPPER], "2024", target("CAR-01", 10), target("", 1, text="Lập Quỹ Mái ấm"))
    goal, promise = resolution.targets.order_by("position")
    share = {(goal, cast[UNIT]): 3}
    paper = assign(resolution=resolution, number="15", signed_on=date(2024, 1, 5), handed=share, by=None)
    return resolution, goal, promise, paper


def samples(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address that has some, by its name."""
    wrote = written(cast)
    report = reports.begin(unit=cast[UPPER], period=Period.parse("2024-H1"), template="half_year", by=None)
    user = cast.users["chair"]
    resolution, goal, promise, paper = targets_of(cast)
    held = one(cast[UNIT], NAME)
    asked = transfers.ask(membership=one(cast[UNIT], "Lý Thị Mẩy"), to=cast["laocai-y-te"], by=None)
    closing = ledger.close(
        unit=cast[UNIT], first=date(2020, 1, 1), last=date(2020, 6, 30), by=None, why="đã nộp"
    )
    put, met, made = awarded(cast)
    return {
        **each("today_list", slug="viec"),
        **each("proposal proposal_change proposal_send proposal_return proposal_file", uid=put.uid),
        **each("proposal_pass_on decision_new", uid=met.proposals.get().uid),
        **each("council council_change council_file", uid=met.uid),
        **each("decision decision_amend decision_revoke decision_file", uid=made.uid),
        **each("decision_certificates", uid=made.uid),
        **each("record record_amend record_withdraw record_undo record_confirm record_attach", uid=wrote.uid),
        **each("record_reports", uid=wrote.uid),
        **each(
            "attachment attachment_small attachment_describe attachment_detach",
            uid=wrote.attachments.get().uid,
        ),
        **each("record_paper", uid=wrote.uid, paper="record_sheet"),
        **each("record_form record_preview", kind="care"),
        **each("lines_paste", kind="care", listed="recipients"),
        **each("name_search", kind="gathering", listed="employers", field="employer"),
        **each("figure figure_reports country_figure", code="CAR-01"),
        **each("country_file", ending="docx"),
        **each("figures_silent", chapter="CAR"),
        **petitioned(cast),
        **rated(cast),
        **each(
            "report report_write report_lay_over report_freeze report_uphold report_thaw report_issue report_send",
            uid=report.uid,
        ),
        **each("report_file", uid=report.uid, form="docx"),
        **each("report_figure", uid=report.uid, code="CAR-04"),
        **each("template_file template_retire", name="half_year"),
        **each("score_sheet score_sheet_confirm targets_below", uid=resolution.uid),
        **each("resolution_assign resolution_withdraw target_add", uid=resolution.uid),
        **each("target target_amend target_withdraw", uid=goal.uid),
        **each("target_answer", uid=promise.uid),
        **each("assignment_take_back", uid=paper.uid),
        **each("person", uid=Person.objects.get(name=NAME).uid),
        **overseen(cast),
        **gathered(cast),
        **filed(cast),
        **each(
            "member_certificate member_leave member_suspend member_card member_undo member_transfer",
            uid=held.uid,
        ),
        **each(
            "person_correct person_sensitive person_sensitive_correct person_hardship", uid=held.person.uid
        ),
        **each("transfer_accept transfer_refuse", uid=asked.uid),
        **each("import_blank", sort="members"),
        **each("import_progress", uid="6b7a1c1e-6f0c-4a3e-9d2b-0d8f4f1f2a55"),
        **each("import_one import_rows", uid=sheet_sent(cast[UNIT], (NAME, "Nam")).uid),
        **each("twin", uid=held.person.uid, other=asked.membership.person.uid),
        **each("period_reopen", number=closing.pk),
        **in_office(cast),
        **booked(cast, UNIT, NAME),
        **planned(cast),
        **each("user seat_give user_password user_activity", uid=user.uid),
        **each("calendar_revoke", uid=calendar_of(cast).uid),
        **each("calendar_feed", secret="khong-co"),
        **each(
            "token_revoke", uid=tokens.make(seat=Seat.objects.get(user=user), name="Kế toán", by=None)[0].uid
        ),
        **each("seat_end", uid=user.uid, number=Seat.objects.get(user=user).pk),
        **each(
            "unit unit_closing unit_minutes unit_found unit_rename unit_move unit_close unit_organise",
            code=UNIT,
        ),
        **each("unit_stop unit_funding", code=UNIT, number=Organising.objects.get(unit=cast[UNIT]).pk),
    }


def calendar_of(cast: Cast) -> Token:
    """An address under which the chair's telephone reads the calendar."""
    seat = Seat.objects.get(user=cast.users["chair"])
    return tokens.make(seat=seat, name="Điện thoại", by=None, purpose=Purpose.CALENDAR)[0]


def petitioned(cast: Cast) -> dict[str, dict[str, Any]]:
    """Something asked at a grassroots union that waits for an answer."""
    asked = {"content": "Nâng mức ăn ca cho Giàng Seo Lử", "addressee": "Giám đốc"}
    said = record("petition", cast[UNIT], date(2024, 4, 18), lines={"asked": [asked]})
    return {
        **each("petition_waiting", uid=said.uid),
        **each("petition_answer", uid=said.uid, number=1),
    }


def rated(cast: Cast) -> dict[str, dict[str, Any]]:
    """A scheme of the upper union, the sheet of a grassroots union sent to it."""
    by = ratings.scheme(cast)
    how: dict[str, Any] = {"unit": cast[UNIT], "year": 2024, "points": ratings.points(40, 20, 35), "by": None}
    sheet = send(sheet=score(scheme=by, **how), on=ratings.SENT_ON, by=None)
    return {
        **each("sheet_score", scheme=by.uid),
        **each("rating_scheme", uid=by.uid),
        **each("rating_sheet sheet_verify sheet_return", uid=sheet.uid),
        **each("sheet_file", uid=sheet.uid, ending="xlsx"),
    }


def in_office(cast: Cast) -> dict[str, dict[str, Any]]:
    """A term, a committee with somebody in it, a group."""
    unit = cast[UNIT]
    term = officers.begin_term(unit=unit, number="X", on=date(2023, 3, 15), by=None)
    row = {"person": Person.objects.get(name=NAME), "role": "chair"}
    said: dict[str, Any] = {"sort": "executive", "how": "elected", "on": term.from_on}
    committee = committees.elect(unit=unit, people=[row], by=None, **said)
    group = groups.form_group(unit=unit, sort="group", name="Tổ Văn phòng Lào Cai", on=term.from_on, by=None)
    return {
        **each("term_cut", uid=term.uid),
        **each("committee_end", uid=committee.uid),
        **each("post_release post_strike", uid=committee.posts.get().uid),
        **each("group_end", uid=group.uid),
    }


def awarded(cast: Cast) -> tuple[Proposal, Council, Decision]:
    """A proposal of the grassroots union, a council of the one above that hears another, a decision."""
    met = council(sent(cast, UNIT, person(NAME)))
    made = decided(met, *[(one, "") for one in voted(met)])
    return sent(cast, UNIT, person(NAME), award="certificate", issuer="province"), met, made


def each(names: str, **arguments: Any) -> dict[str, dict[str, Any]]:
    """The same arguments for several addresses."""
    return dict.fromkeys(names.split(), arguments)
