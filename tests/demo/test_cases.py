"""The demo's figures are those that five real union pages printed, and they come out of records alone.

`tests/cases/` holds what each page printed, a file each.
"""

import json
import os
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Q

from congdoan import demo
from congdoan.accounts import access
from congdoan.accounts.models import User
from congdoan.archive.exporting import export
from congdoan.archive.loading import load
from congdoan.archive.state import state
from congdoan.audit.models import Event
from congdoan.base.period import Period, standard_periods, today
from congdoan.cli import main
from congdoan.ledger.figures import figures
from congdoan.ledger.verify import verify
from congdoan.members.models import Person
from congdoan.org import queries
from congdoan.org.models import Unit
from congdoan.records.kind import KINDS
from congdoan.records.record import Attachment, Record, Version
from congdoan.reports.models import Report
from tests.archive.book import emptied
from tests.demo import reformed
from tests.demo.printed import answered, asked_in, number, printed
from tests.reports.papers import controls
from tests.reports.tracing import unexplained

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]  # one process loads it

PAGES = ("coso-2020", "hanoi-2024", "laocai-2024h1", "muongkhuong-term", "tinh-2023")
PARTS = ("value", "num", "den")
TARGET = ("unit", "period", "code", "op", "value", "ownership")  # what a row of it tells
UPPER, CHAIRED = "laocai-cdvc", "laocai-so-tu-phap"


@pytest.fixture(scope="module", autouse=True)
def said(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    """The demo, loaded once for this file and then cleared away; gives what was said while it loaded.

    Every record is a transaction of its own, as when people load it: one of them all makes PostgreSQL slow.
    """
    progress: list[str] = []
    with django_db_blocker.unblock():
        demo.load(progress.append)
        yield progress
        call_command("flush", interactive=False, verbosity=0)


def test_one_process_loads_it(request: pytest.FixtureRequest) -> None:
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    assert alone or request.node.nodeid.endswith("@demo"), (
        "every process loads the demo: groups have no effect"
    )


QUESTIONS = sorted(set().union(*(asked_in(case) for case in PAGES)))


@pytest.mark.parametrize(("case", "unit", "period"), QUESTIONS)
def test_every_figure_is_the_printed_one(
    case: str, unit: str, period: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answered(capsys, period, unit)
    rows = [row for row in printed(case) if (row["unit"], row["period"]) == (unit, period)]
    wanted = {row["code"]: row for row in rows}
    unlike = {
        code: [found[code][part] for part in PARTS]
        for code, row in wanted.items()
        if any(row[part] and number(str(found[code][part])) != Decimal(row[part]) for part in PARTS)
    }
    assert unlike == {}
    assert wanted


def test_every_target_is_the_printed_one(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        (*(row[name] for name in TARGET[:-1]), row["note"].split(";")[0])
        for row in printed("muongkhuong-term", "target")
    ]
    shown = [
        tuple(str(row[name]) for name in TARGET)
        for unit, period in sorted({row[:2] for row in rows})
        for row in targets(capsys, unit, period)
    ]
    assert sorted(shown) == sorted(rows)
    assert len(rows) == 23


def targets(capsys: pytest.CaptureFixture[str], unit: str, period: str) -> list[dict[str, Any]]:
    """The targets of a union in a period as the command line prints them."""
    assert main(["targets", "--unit", unit, "--period", period, "--json"]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_the_period_before_is_alive(capsys: pytest.CaptureFixture[str]) -> None:
    before = answered(capsys, "2023-H1") | answered(capsys, "2022", UPPER)
    now = answered(capsys, "2023-H1")
    codes = [row["code"] for row in printed() if row["period"] == "2024-H1"]
    assert [code for code in codes if not now[code]["value"]] == []
    assert now["CAR-04"]["value"] != 179
    assert [
        row["code"] for row in printed() if row["period"] == "2023" and not before[row["code"]]["value"]
    ] == []


def test_the_running_half_year_is_alive_at_several_unions() -> None:
    half = standard_periods(today())[0]
    recent = Record.objects.filter(unit__code__startswith="laocai-", happened_on__gte=half.first)
    assert recent.values("unit").distinct().count() >= 10
    assert recent.filter(unit__code=CHAIRED).count() >= 3


def test_tet_gifts_were_handed_over_by_the_union_above_from_the_federations_fund() -> None:
    gifts = Record.objects.filter(kind="care", happened_on__gte=Period.parse("2024-H1").first)
    upper, half = queries.unit(UPPER), Period.parse("2024-H1")
    own = {f.indicator.code: f.value for f in figures(upper, half, scope="own")}
    social = {f.indicator.code: f.value for f in figures(upper, half, where={"source": "social"})}
    assert (own["CAR-04"], own["CAR-05"], social["CAR-05"]) == (179, 82_100_000, 82_100_000)
    assert gifts.filter(unit=upper, payer__code="laocai-ldld").exists()


def test_visits_are_the_work_of_all_levels() -> None:
    upper, half = queries.unit(UPPER), Period.parse("2024-H1")
    own = {f.indicator.code: f.value for f in figures(upper, half, scope="own")}["CAR-01"]
    below = {f.indicator.code: f.value for f in figures(upper, half, scope="below")}["CAR-01"]
    assert own
    assert below
    assert own + below == 430


def test_what_was_written_late_was_not_known_when_the_report_went_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["figures", "--unit", UPPER, "--period", "2024-H1", "--code", "CAR-01", "--json"]
    assert main([*asked, "--known-at", "2024-07-05T11:03:00+07:00"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert 400 < row["value"] < 430


def test_the_book_agrees_with_itself() -> None:
    assert verify() == []


def test_all_that_the_case_tells_of_is_in_it() -> None:
    told = "care gathering campaign participation contest donation commendation initiative inspection party"
    shown = {*told.split(), "kept", "regulation", "declaration", "nil"}
    assert shown <= set(Record.objects.values_list("kind", flat=True)) <= set(KINDS)


def test_records_were_mended_withdrawn_and_written_for_others() -> None:
    assert Version.objects.filter(number=2, posting__action="amend").exclude(posting__why="").exists()
    assert Record.objects.filter(withdrawn=True).count() == 1
    for_them = Record.objects.filter(entered_for=True)
    assert for_them.filter(confirmed=None).exists()
    assert for_them.exclude(confirmed=None).exists()


def test_one_of_the_gifts_has_a_photo() -> None:
    gift = Record.objects.filter(title__startswith="Quà Tết", happened_on__range=_days("2024-H1")).first()
    assert gift is not None
    photo = Attachment.objects.get(record=gift)
    assert (photo.file.media_type, bool(photo.caption), photo.consent) == ("image/jpeg", True, True)


def test_the_tree_is_that_of_the_design() -> None:
    on = today()
    counts = {
        code: queries.grassroots(queries.unit(code), on).count() for code in ("laocai-cdvc", "hanoi-cdvc")
    }
    assert counts == {"laocai-cdvc": 56, "hanoi-cdvc": 59}
    assert queries.grassroots(queries.unit("muongkhuong-ldld"), Period.parse("2018").first).count() == 94
    assert queries.parent(queries.unit("tinh-ldld-cdcs"), on) == queries.unit("tinh-ldld")


def test_the_neighbours_officer_sees_nothing_of_lao_cai() -> None:
    neighbour = User.objects.get(username="yenbai")
    seen = access.units_seen(neighbour)
    assert set(seen.filter(Q(code__startswith="laocai") | Q(code__startswith="muongkhuong"))) == set()
    records = access.narrow(Record.objects.all(), neighbour, day="happened_on")
    assert records.exists()
    assert not records.filter(unit__code__startswith="laocai").exists()


def test_the_officer_sees_the_chairs_union_and_the_chair_only_it() -> None:
    union, upper = queries.unit(CHAIRED), queries.unit(UPPER)
    officer, chair = (User.objects.get(username=name) for name in ("canbo", "chutich"))
    assert access.sees(officer, union)
    assert access.sees(chair, union)
    assert not access.sees(chair, upper)


def test_no_person_stands_in_the_trail() -> None:
    names = set(Person.objects.values_list("name", flat=True)) | set(
        User.objects.values_list("full_name", flat=True)
    )
    trail = [
        f"{event.what} {event.unit} {json.dumps(event.detail, ensure_ascii=False)}"
        for event in Event.objects.iterator()
    ]
    assert len(names) > 1000
    assert [line for line in trail if any(name in line for name in names)] == []


def test_every_login_opens_with_the_password_told() -> None:
    lines = demo.load(lambda _: None)
    logins = [line.split(": ")[1].split(" – ")[0] for line in lines]
    assert {"chutich", "canbo", "kiemtra", "quantri"} < set(logins)
    assert all(User.objects.get(username=login).check_password(demo.PASSWORD) for login in logins)
    assert len(demo.PASSWORD) >= 10


def test_loading_says_each_step_with_counts_and_loads_once(said: list[str]) -> None:
    before, again = Record.objects.count(), list[str]()
    demo.load(again.append)
    assert len([line for line in said if line.startswith("[") and any(c.isdigit() for c in line[6:])]) >= 10
    assert (Record.objects.count(), again) == (before, [])


def test_unions_sign_with_their_names_of_the_day() -> None:
    upper = Unit.objects.get(code=UPPER)
    signers = {
        queries.naming(upper, Period.parse(year).last).signer_name for year in ("2015", "2020", "2024")
    }  # type: ignore[union-attr]
    naming = queries.naming(upper, today())
    assert len(signers) == 3
    assert naming is not None
    assert (naming.symbol, naming.place_name) == ("CĐVC", "Lào Cai")


def _days(period: str) -> tuple[Any, Any]:
    whole = Period.parse(period)
    return whole.first, whole.last


def test_every_number_of_the_issued_report_leads_back_to_its_records(tmp_path: Path) -> None:
    with transaction.atomic():
        first, again = (issued(tmp_path / name) for name in ("first.docx", "again.docx"))
        assert first == again
        report = Report.objects.get(docx=sha256(first).hexdigest())
        assert unexplained(report) == []
        assert len(controls(first)) > 300
        transaction.set_rollback(True)


def issued(out: Path) -> bytes:
    """The half-year report as the command line issues it, or hands it out again."""
    question = ["--unit", UPPER, "--period", "2024-H1", "--template", "half_year"]
    assert main(["report", *question, "--out", str(out), "--issue", "--by", "canbo"]) == 0
    return out.read_bytes()


def test_the_reform_of_lao_cai_loses_nothing_and_is_taken_back_whole(tmp_path: Path) -> None:
    with transaction.atomic():
        reformed.nothing_waits()
        first, was = issued(tmp_path / "first.docx"), state()
        before = {code: reformed.adding(code) for code in reformed.UPPERS}
        one = reformed.carried_out()
        assert [one.told[name] for name in ("founded", "ended", "seats_ended")] == [3, 91, 51]
        assert {code: reformed.adding(code) for code in before} == before
        assert reformed.adding("tld", tree=today()) == before["tld"]
        assert [reformed.unexplained(code) for code in ("tld", "laocai-ldld")] == [0, 0]
        assert issued(tmp_path / "again.docx") == first
        assert verify() == []
        reformed.taken_back(one)
        assert reformed.unlike(was, state()) <= {"reform.Reorganisation"}
        transaction.set_rollback(True)


@pytest.mark.parametrize(("unit", "period"), [("tinh-ldld-cdcs", "2020"), (UPPER, "2024-H1")])
def test_the_book_loaded_elsewhere_has_every_figure(
    unit: str, period: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [answered(capsys, asked, unit) for asked in (period, "2023")], state(queries.unit(unit)).digest
    export(queries.unit(unit), tmp_path / "so.zip")
    emptied()
    load(tmp_path / "so.zip")
    after = [answered(capsys, asked, unit) for asked in (period, "2023")], state(queries.unit(unit)).digest
    assert after == before
