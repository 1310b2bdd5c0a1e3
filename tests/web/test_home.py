"""The front page: what is due, what waits for an answer, what was done, by role; an empty book says how to begin."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from congdoan.accounts.models import User
from congdoan.base.period import Period, standard_periods, today
from congdoan.org.models import Unit
from congdoan.records.files import attach
from congdoan.records.record import Record
from congdoan.reports import actions as reports
from congdoan.reports import due
from congdoan.reports.models import Report
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.pictures import photo, sent
from tests.records.said import record

pytestmark = pytest.mark.django_db
HALF = "2024-H1"


def home(cast: Cast, part: str, unit: str = "", period: str = HALF) -> Any:
    query = f"?ky={period}" + (f"&cd={unit}" if unit else "")
    answer = as_(cast, part).get(f"/{query}")
    assert answer.status_code == 200
    return answer


def text(answer: Any) -> str:
    page = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def gift(cast: Cast, unit: str = "laocai-tu-phap", **more: Any) -> Record:
    return care(cast[unit], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), **more)


def test_a_chair_is_told_what_is_open_and_how_to_answer(cast: Cast) -> None:
    gift(cast)
    answer = home(cast, "chair")
    keys = {one.chapter.key for one in answer.context["chapters"]}
    assert "care" not in keys
    assert "finance" not in keys
    assert {one.chapter.key: one.kind for one in answer.context["chapters"]}["party"] == "party"
    assert {"representation", "propaganda", "inspection"} <= keys
    assert "/viec/ghi/nil?cd=laocai-tu-phap&amp;chapter=15&amp;period=2024-H1" in answer.content.decode()


def test_the_answer_that_there_was_nothing_is_chosen_already(cast: Cast) -> None:
    form = as_(cast, "chair").get("/viec/ghi/nil?chapter=15&period=2024-H1").context["entry"].form
    assert (form["chapter"].value(), form["period"].value()) == ("15", "2024-H1")


def test_an_answer_given_closes_the_chapter(cast: Cast) -> None:
    gift(cast)
    said: dict[str, Any] = {"chapter": 15, "first_on": date(2024, 1, 1), "last_on": date(2024, 6, 30)}
    record("nil", cast["laocai-tu-phap"], date(2024, 6, 30), **said)
    assert "inspection" not in {one.chapter.key for one in home(cast, "chair").context["chapters"]}


def test_what_was_written_for_them_waits_for_the_chairs_word(cast: Cast) -> None:
    written = gift(cast, entered_for=True)
    answer = home(cast, "chair")
    assert [one.pk for one in answer.context["waiting"]] == [written.pk]
    assert f'action="/viec/{written.uid}/xac-nhan"' in answer.content.decode()
    assert home(cast, "officer", "laocai-tu-phap").context["waiting"] == []


def test_an_officer_is_told_who_has_said_nothing(cast: Cast) -> None:
    gift(cast)
    silence = home(cast, "officer").context["silence"]
    assert (silence.said, silence.liable) == (1, 3)
    assert [unit.code for unit in silence.names] == ["laocai-bao", "laocai-y-te"]
    assert home(cast, "chair").context["silence"] is None


def test_key_figures_stand_large_and_lead_to_their_pages(cast: Cast) -> None:
    gift(cast, gifts=3)
    answer = home(cast, "officer")
    assert [one.name for one in answer.context["told"]] == ["Quà Tết", "Tổng chi chăm lo"]
    assert (
        '<a class="figure-tile" href="/so-lieu/CAR-04?cd=laocai-cdvc&amp;ky=2024-H1"'
        in answer.content.decode()
    )


def test_what_was_written_last_with_its_photo(cast: Cast) -> None:
    written = gift(cast)
    attach(record=written, upload=sent("a.jpg", photo()), by=None)
    (recent,) = home(cast, "chair").context["recent"]
    assert (recent.record.pk, recent.photo.startswith("/viec/tep/")) == (written.pk, True)


def test_a_reader_is_offered_nothing_to_do(cast: Cast) -> None:
    gift(cast)
    answer = home(cast, "reader")
    assert (answer.context["work"], answer.context["people"]) == ([], [])
    assert (answer.context["chapters"], answer.context["waiting"]) == ([], [])
    assert "Ghi việc" not in text(answer)


def test_the_half_year_report_is_due_until_it_is_issued(cast: Cast) -> None:
    unit, half = cast["laocai-cdvc"], Period.parse(HALF)
    day = half.last + timedelta(days=3)
    (owed,) = due.due(unit, half, day)
    assert (owed.what, owed.due_on, owed.page) == (
        "Báo cáo 6 tháng đầu năm 2024: chưa soạn", half.last, "reports",
    )  # fmt: skip
    begun = reports.begin(unit=unit, period=half, template="half_year", by=None)
    assert [(one.page, one.of) for one in due.due(unit, half, day)] == [("report", begun.uid)]
    Report.objects.filter(pk=begun.pk).update(state=Report.State.ISSUED)
    assert due.due(unit, half, day) == []


def test_of_a_half_year_far_from_its_end_no_report_is_due(cast: Cast) -> None:
    half = Period.parse(HALF)
    assert due.due(cast["laocai-cdvc"], half, half.last - due.SOON - timedelta(days=1)) == []
    assert len(due.due(cast["laocai-cdvc"], half, half.last - due.SOON)) == 1


def test_another_period_than_the_running_one_says_so(cast: Cast) -> None:
    gift(cast)
    assert "Bạn đang xem 6 tháng đầu năm 2024. Về kỳ này" in text(home(cast, "chair"))
    assert home(cast, "chair", period=standard_periods(today())[0].code).context["running"] == ""


@pytest.mark.parametrize(
    ("part", "first"),
    [("chair", "/viec/ghi/care"), ("officer", "/viec/ghi/care"), ("administrator", "/to-chuc/")],
)
def test_an_empty_book_says_the_three_first_steps(cast: Cast, part: str, first: str) -> None:
    steps = home(cast, part).context["steps"]
    assert len(steps) == 3
    assert steps[0].url == first


def test_who_may_only_read_an_empty_book_is_told_so(cast: Cast) -> None:
    assert "Sổ còn trắng" in text(home(cast, "reader"))


def test_without_a_seat_one_is_told_whom_to_ask(cast: Cast) -> None:
    assert "nhờ người quản trị của công đoàn cấp trên" in text(as_(cast, "stranger").get("/"))


def test_who_set_up_the_book_founds_the_first_union(db: None, client: Any) -> None:
    user = User.objects.create_superuser("quantri", password="x", full_name="Người quản trị")
    client.force_login(user)
    assert "/to-chuc/cong-doan-dau-tien" in client.get("/").content.decode()
    said = {"name": "LĐLĐ tỉnh Thử", "kind": "province", "on": "2020-01-01", "code": ""}
    assert client.post("/to-chuc/cong-doan-dau-tien", said).url == "/to-chuc/ldld-tinh-thu"
    assert client.get("/nguoi-dung").status_code == 200
    assert client.get("/to-chuc/cong-doan-dau-tien").status_code == 403
    assert Unit.objects.get().name == "LĐLĐ tỉnh Thử"
