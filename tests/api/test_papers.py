"""Papers and plans over HTTP: numbered, amended, scanned; lines put in, carried out, taken out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.program import VISIT, program, said
from tests.cast import Cast
from tests.records.pictures import PDF, photo

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"
LETTER = {"sort": "letter", "subject": "Tổ chức Hội thao", "dated_on": "2024-03-05", "symbol": "CĐCS"}
ARRIVED = {
    "sort": "letter",
    "subject": "Đăng ký thi đua",
    "dated_on": "2024-03-01",
    "arrived_on": "2024-03-04",
    "symbol": "15/LĐLĐ",
    "issuer": "LĐLĐ tỉnh Lào Cai",
    "due_on": "2024-03-20",
}
YEAR = {"title": "Kế hoạch năm 2024", "first_on": "2024-01-01", "last_on": "2024-12-31", "sort": "year"}


def test_a_paper_out_takes_the_next_number_and_the_same_key_takes_no_other(cast: Cast) -> None:
    mine = program(cast, "chair")
    assert said(mine.get(f"{HERE}/papers/next", sort="letter", on="2024-03-05")) == {"number": 1}
    first = said(mine.send(f"{HERE}/papers/out", LETTER, key="công văn"))["uid"]
    assert said(mine.send(f"{HERE}/papers/out", LETTER, key="công văn"))["uid"] == first
    second = said(mine.send(f"{HERE}/papers/out", LETTER))["uid"]
    listed = said(mine.get(f"{HERE}/papers", year=2024))["items"]
    assert [(one["uid"], one["code"]) for one in listed] == [(second, "02/CĐCS"), (first, "01/CĐCS")]


def test_amending_says_what_changes_and_the_rest_stays(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{HERE}/papers/out", LETTER))["uid"]
    said(mine.send(f"/papers/{uid}/amend", {"signer": "Nguyễn Thị Mai", "why": "thiếu người ký"}))
    paper = said(mine.get(f"/papers/{uid}"))
    assert (paper["signer"], paper["subject"], paper["dated_on"]) == (
        "Nguyễn Thị Mai",
        "Tổ chức Hội thao",
        "2024-03-05",
    )
    assert [(act["action"], act["why"]) for act in paper["acts"]] == [
        ("amend_paper", "thiếu người ký"),
        ("register_paper", ""),
    ]
    said(mine.send(f"/papers/{uid}/withdraw", {"why": "ban hành nhầm"}))
    assert said(mine.get(f"/papers/{uid}"))["state"] == "gone"


def test_a_paper_in_waits_until_it_is_answered(cast: Cast) -> None:
    mine = program(cast, "chair")
    asked, other = (said(mine.send(f"{HERE}/papers/in", ARRIVED))["uid"] for _ in range(2))
    assert {one["state"] for one in said(mine.get(f"{HERE}/papers", way="in"))["items"]} == {"late"}
    said(mine.send(f"{HERE}/papers/out", {**LETTER, "answers": asked}))
    said(mine.send(f"/papers/{other}/finish", {"on": "2024-03-06"}))
    assert said(mine.get(f"{HERE}/papers", way="in", open=True))["items"] == []
    assert len(said(mine.get(f"/papers/{asked}"))["answered_by"]) == 1


def test_a_scan_is_kept_and_handed_out_as_what_it_is(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{HERE}/papers/out", LETTER))["uid"]
    file = {"uploads": [SimpleUploadedFile("cv.pdf", PDF)]}
    said(mine.upload(f"/papers/{uid}/scans", file))
    scan = said(mine.get(f"/papers/{uid}"))["scans"][0]
    assert (scan["name"], scan["media_type"], scan["size"]) == ("cv.pdf", "application/pdf", len(PDF))
    assert mine.get(f"/scans/{scan['uid']}").content == PDF
    said(mine.send(f"/scans/{scan['uid']}/remove", {"why": "chụp mờ"}))
    assert said(mine.get(f"/papers/{uid}"))["scans"] == []
    wrong = {"uploads": [SimpleUploadedFile("cv.pdf", photo())]}
    error = said(mine.upload(f"/papers/{uid}/scans", wrong), 422)["error"]
    assert error["fields"][0]["field"] == "uploads"


def test_a_plan_counts_what_was_recorded(cast: Cast) -> None:
    mine = program(cast, "chair")
    plan = said(mine.send(f"{HERE}/plans", YEAR))["uid"]
    by_figure = {
        "what": "Thăm đoàn viên khó khăn",
        "indicator": "CAR-01",
        "quantity": 1,
        "due_on": "2024-06-30",
    }
    counted = said(mine.send(f"/plans/{plan}/lines", by_figure))["uid"]
    by_hand = said(mine.send(f"/plans/{plan}/lines", {"what": "Thăm tại nhà", "due_on": "2024-12-31"}))["uid"]
    record = said(mine.send("/kinds/care/records", VISIT))["uid"]
    said(mine.send(f"/plan-lines/{by_hand}/records", {"records": [record]}))
    lines = {one["uid"]: one for one in said(mine.get(f"/plans/{plan}"))["lines"]}
    assert {uid: (one["state"], one["done"]) for uid, one in lines.items()} == {
        counted: ("done", 1),
        by_hand: ("done", 1),
    }
    assert (lines[by_hand]["records"], lines[by_hand]["due_on"]) == ([record], "2024-12-31")


def test_a_line_is_said_anew_and_its_versions_stay(cast: Cast) -> None:
    mine = program(cast, "chair")
    plan = said(mine.send(f"{HERE}/plans", YEAR))["uid"]
    meant = {"what": "Hội thao", "who": "Ban Nữ công", "due_on": "2024-06-30"}
    line = said(mine.send(f"/plans/{plan}/lines", meant))["uid"]
    said(mine.send(f"/plan-lines/{line}/change", {"what": "Hội thao hè"}))
    said(mine.send(f"/plan-lines/{line}/finish", {"on": None}))
    told = said(mine.get(f"/plan-lines/{line}"))
    assert (told["what"], told["who"], told["plan"], told["done_on"]) == (
        "Hội thao hè",
        "Ban Nữ công",
        plan,
        None,
    )
    assert told["acts"][0]["changes"] == [{"label": "Việc", "before": "Hội thao", "after": "Hội thao hè"}]
    said(mine.send(f"/plans/{plan}/change", {"title": "Kế hoạch công tác"}))
    assert said(mine.get(f"{HERE}/plans"))["items"][0]["title"] == "Kế hoạch công tác"
    assert mine.get(f"/plans/{plan}/file").content.startswith(b"PK")
    said(mine.send(f"/plan-lines/{line}/drop", {"why": "không tổ chức"}))
    said(mine.send(f"/plans/{plan}/drop", {"why": "lập nhầm"}))
    said(mine.get(f"/plans/{plan}"), 404)


def test_who_only_reads_writes_no_paper_and_plans_nothing(cast: Cast) -> None:
    reader = program(cast, "reader")
    said(reader.send(f"{HERE}/papers/out", LETTER), 403)
    said(reader.send(f"{HERE}/plans", YEAR), 403)
    assert said(reader.get(f"{HERE}/papers"))["items"] == []


def test_a_year_nobody_plans_for_is_no_fault_of_ours(cast: Cast) -> None:
    mine = program(cast, "chair")
    far = {**YEAR, "first_on": "9999-01-01", "last_on": "9999-12-31"}
    assert mine.send(f"{HERE}/plans", far).status_code == 200
    longer = {**YEAR, "sort": "programme", "last_on": "2030-01-01"}
    assert said(mine.send(f"{HERE}/plans", longer), 422)["error"]["fields"][0]["field"] == "last_on"
    assert mine.send(f"{HERE}/plans", {**longer, "last_on": "2029-12-31"}).status_code == 200
