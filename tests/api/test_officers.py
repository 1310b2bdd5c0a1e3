"""Officers over HTTP: a committee elected, somebody appointed and released, a term, a group."""

import pytest

from tests.api.program import program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"
ELECTED = {
    "on": "2023-03-15",
    "people": "Hoàng Thị Lan; Chủ tịch; Nữ\nTrần Văn An; Phó Chủ tịch; Nam; Chuyên trách",
}


def in_office(mine: object, on: str = "2024-01-01") -> list[tuple[str, str]]:
    benches = said(mine.get(f"{HERE}/officers", on=on))  # type: ignore[attr-defined]
    return [(post["name"], post["role"]) for bench in benches for post in bench["posts"]]


def test_a_committee_elected_is_in_office(cast: Cast) -> None:
    mine = program(cast, "chair")
    term = {"number": "XII", "on": "2023-03-15"}
    said(mine.send(f"{HERE}/terms", term))
    made = said(mine.send(f"{HERE}/committees", ELECTED, key="bầu"))["uid"]
    assert said(mine.send(f"{HERE}/committees", ELECTED, key="bầu"))["uid"] == made
    assert in_office(mine) == [("Hoàng Thị Lan", "chair"), ("Trần Văn An", "deputy")]
    assert said(mine.get(f"{HERE}/terms"))[0]["number"] == "XII"
    assert mine.get(f"{HERE}/officers/file", on="2024-01-01").content.startswith(b"PK")
    said(mine.send(f"/committees/{made}/end", {"on": "2024-01-01"}))
    assert in_office(mine) == []


def test_somebody_takes_a_post_leaves_it_or_never_had_it(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send(f"{HERE}/committees", ELECTED))
    post = {"person": "+Giàng Seo Lử", "role": "member", "on": "2023-06-01"}
    uid = said(mine.send(f"{HERE}/posts", post))["uid"]
    assert ("Giàng Seo Lử", "member") in in_office(mine)
    person = next(
        one["person"] for one in said(mine.get(f"{HERE}/officers"))[0]["posts"] if one["uid"] == uid
    )
    said(mine.send(f"/posts/{uid}/release", {"on": "2023-12-31"}))
    assert ("Giàng Seo Lử", "member") not in in_office(mine)
    again = said(mine.send(f"{HERE}/posts", {**post, "person": person, "on": "2024-01-01"}))["uid"]
    assert ("Giàng Seo Lử", "member") in in_office(mine)
    said(mine.send(f"/posts/{again}/strike", {"why": "ghi nhầm người"}))
    assert ("Giàng Seo Lử", "member") not in in_office(mine)


def test_a_group_and_who_leads_it(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{HERE}/groups", {"name": "Tổ Văn phòng", "on": "2023-06-01"}))["uid"]
    leader = {"person": "+Giàng Seo Lử", "role": "group_leader", "group": uid, "on": "2023-06-01"}
    said(mine.send(f"{HERE}/posts", leader))
    (group,) = said(mine.get(f"{HERE}/groups", on="2024-01-01"))
    assert (group["uid"], [post["name"] for post in group["posts"]]) == (uid, ["Giàng Seo Lử"])
    said(mine.send(f"/groups/{uid}/end", {"on": "2024-01-01"}))
    assert said(mine.get(f"{HERE}/groups", on="2024-01-01")) == []


def test_a_term_is_cut_short_with_the_reason(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = said(mine.send(f"{HERE}/terms", {"number": "XII", "on": "2023-03-15"}))["uid"]
    said(mine.send(f"/terms/{uid}/cut", {"on": "2024-03-01", "why": "sáp nhập"}))
    (term,) = said(mine.get(f"{HERE}/terms"))
    assert (term["to_on"], term["ended"], term["why"]) == ("2024-03-01", True, "sáp nhập")


def test_who_only_reads_appoints_nobody(cast: Cast) -> None:
    reader = program(cast, "reader")
    said(reader.send(f"{HERE}/committees", ELECTED), 403)
    assert said(reader.get(f"{HERE}/officers")) == []


def test_a_term_of_a_year_too_far_is_refused(cast: Cast) -> None:
    far = {"number": "XII", "on": "9999-03-15"}
    error = said(program(cast, "chair").send(f"{HERE}/terms", far), 422)["error"]
    assert error["fields"][0]["field"] == "on"
