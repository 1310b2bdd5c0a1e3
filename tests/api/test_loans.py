"""Capital lent and paid back over HTTP, savings received in turn."""

import pytest

from tests.api.program import program, said
from tests.cast import Cast
from tests.members.register import one

pytestmark = pytest.mark.django_db
HERE = "/units/laocai-tu-phap"


def fund(mine: object, source: str) -> str:
    """A fund whose book is open."""
    code = said(mine.send(f"{HERE}/funds", {"name": f"Vốn {source}", "source": source}))["code"]  # type: ignore[attr-defined]
    said(mine.send(f"/funds/{code}/open", {"day": "2024-01-01", "opening": 10_000_000}))  # type: ignore[attr-defined]
    return str(code)


def test_what_is_lent_is_owed_until_it_is_paid_back(cast: Cast) -> None:
    mine, person = program(cast, "chair"), one(cast["laocai-tu-phap"], "Giàng Seo Lử").person
    code = fund(mine, "loans")
    lent = {"person": str(person.uid), "amount": 5_000_000, "months": 5, "day": "2024-02-01"}
    loan = said(mine.send(f"/funds/{code}/lend", lent))["uid"]
    said(mine.send(f"/loans/{loan}/pay-back", {"amount": 2_000_000, "day": "2024-03-01"}))
    (told,) = said(mine.get(f"/funds/{code}/loans"))
    assert (told["uid"], told["person"], told["left"]) == (loan, str(person.uid), 3_000_000)
    more = mine.send(f"/loans/{loan}/pay-back", {"amount": 9_000_000, "day": "2024-03-01"})
    assert said(more, 422)["error"]["fields"][0]["field"] == "amount"
    held = {found["code"]: found["balance"] for found in said(mine.get(f"{HERE}/funds"))}
    assert held[code] == 7_000_000


def test_each_receives_when_it_is_their_turn_and_once(cast: Cast) -> None:
    mine = program(cast, "chair")
    one(cast["laocai-tu-phap"], "Giàng Seo Lử")
    code = fund(mine, "rotating")
    said(
        mine.send(f"/funds/{code}/turns", {"names": "Giàng Seo Lử", "amount": 1_000_000, "day": "2024-02-01"})
    )
    (turn,) = said(mine.get(f"/funds/{code}/turns"))
    said(mine.send(f"/turns/{turn['uid']}/pay", {"day": "2024-02-01"}))
    assert said(mine.get(f"/funds/{code}/turns"))[0]["paid"]
    said(mine.send(f"/turns/{turn['uid']}/pay", {"day": "2024-02-01"}), 422)


def test_who_only_reads_lends_nothing(cast: Cast) -> None:
    code = fund(program(cast, "chair"), "loans")
    reader = program(cast, "reader")
    said(reader.send(f"/funds/{code}/lend", {"person": "x", "amount": 1, "months": 1}), 403)
    assert said(reader.get(f"/funds/{code}/loans")) == []


def test_turns_that_come_too_late_are_refused(cast: Cast) -> None:
    mine = program(cast, "chair")
    one(cast["laocai-tu-phap"], "Giàng Seo Lử")
    code = fund(mine, "rotating")
    far = {"names": "Giàng Seo Lử\nGiàng Seo Lử", "amount": 1_000_000, "day": "9999-12-01"}
    error = said(mine.send(f"/funds/{code}/turns", far), 422)["error"]
    assert [found["field"] for found in error["fields"]] == ["day"]
