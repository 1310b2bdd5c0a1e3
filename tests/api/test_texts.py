"""What a report asks of people, over HTTP: its open places, what looks odd, what moved."""

import pytest

from tests.api.program import VISIT, Program, program, said
from tests.cast import Cast, found

pytestmark = pytest.mark.django_db
UPPER = "/units/laocai-cdvc"


def begun(theirs: Program) -> str:
    half = {"template": "half_year", "period": "2024-H1"}
    return f"/reports/{said(theirs.send(f'{UPPER}/reports', half))['uid']}"


def test_what_is_written_stands_in_its_place(cast: Cast) -> None:
    theirs = program(cast, "officer")
    report = begun(theirs)
    place = said(theirs.get(f"{report}/texts"))[0]
    said(theirs.send(f"{report}/texts", {"place": place["name"], "text": "Tình hình ổn định."}))
    assert said(theirs.get(f"{report}/texts"))[0] == {**place, "text": "Tình hình ổn định."}
    error = said(theirs.send(f"{report}/texts", {"place": place["name"]}), 422)["error"]
    assert [one["field"] for one in error["fields"]] == ["text"]
    said(theirs.send(f"{report}/texts", {"place": "khong-co", "text": "x"}), 422)
    said(theirs.send(f"{report}/texts", {"place": place["name"], "text": ""}))
    assert said(theirs.get(f"{report}/texts"))[0]["text"] == ""


def test_what_moved_since_the_figures_were_fixed_is_told(cast: Cast) -> None:
    mine, theirs = program(cast, "chair"), program(cast, "officer")
    said(mine.send("/kinds/care/records", VISIT))
    report = begun(theirs)
    assert said(theirs.get(f"{report}/changes")) == []
    said(theirs.send(f"{report}/freeze", {}))
    record = said(mine.send("/kinds/care/records", VISIT))["uid"]
    moved = {one["code"] for one in said(theirs.get(f"{report}/changes")) if one["moved"]}
    assert "CAR-01" in moved
    assert said(theirs.get(f"/records/{record}/reports")) == []
    assert said(theirs.get(f"{report}/sums")) == []


def test_a_record_tells_which_reports_counted_it(cast: Cast) -> None:
    mine, theirs = program(cast, "chair"), program(cast, "officer")
    record = said(mine.send("/kinds/care/records", VISIT))["uid"]
    report = begun(theirs)
    said(theirs.send(f"{report}/freeze", {}))
    counted = said(theirs.get(f"/records/{record}/reports"))
    assert [f"/reports/{one['uid']}" for one in counted] == [report]


def test_a_figure_that_looks_odd_is_upheld_in_a_word(cast: Cast) -> None:
    theirs = program(cast, "officer")
    for n in (1, 2):
        found(f"moi-{n}", "grassroots", f"CĐCS Mới {n}", cast["laocai-cdvc"])
    report = begun(theirs)
    odd = said(theirs.get(f"{report}/doubts"))[0]
    assert odd["sentence"].startswith("Có 5 công đoàn cơ sở nhưng chỉ 3 cơ quan")
    said(theirs.send(f"{report}/uphold", {"sentence": odd["sentence"], "why": "hai nơi mới lập"}))
    assert said(theirs.get(f"{report}/doubts"))[0] == {**odd, "upheld": "hai nơi mới lập"}
    said(theirs.send(f"{report}/uphold", {"sentence": "không có", "why": "x"}), 422)


def test_who_only_reads_writes_nothing_into_it(cast: Cast) -> None:
    report, reader = begun(program(cast, "officer")), program(cast, "reader")
    place = said(reader.get(f"{report}/texts"))[0]["name"]
    said(reader.send(f"{report}/texts", {"place": place, "text": "x"}), 403)
    assert reader.get(f"{report}/doubts").status_code == 403
