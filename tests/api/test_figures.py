"""A figure over HTTP is the figure of the command line, with what stands under it."""

import json

import pytest

from congdoan.audit.models import Event
from congdoan.cli import main
from tests.api.program import VISIT, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ASKED = {"unit": "laocai-cdvc", "period": "2024"}


@pytest.fixture(autouse=True)
def _visited(cast: Cast) -> None:
    said(program(cast, "chair").send("/kinds/care/records", VISIT))


def test_it_is_what_the_command_line_prints(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    over_http = said(program(cast, "officer").get("/figures", **ASKED, scope="below", where="form=cash"))
    main(
        [
            "figures",
            "--unit",
            "laocai-cdvc",
            "--period",
            "2024",
            "--scope",
            "below",
            "--where",
            "form=cash",
            "--json",
        ]
    )
    assert over_http == json.loads(capsys.readouterr().out)
    assert sum(bool(one["value"]) for one in over_http) > 1


def test_its_parts_and_lines_come_to_it(cast: Cast) -> None:
    theirs = program(cast, "officer")
    value = said(theirs.get("/figures", **ASKED, code="CAR-02"))[0]["value"]
    for by in ("unit", "month"):
        parts = said(theirs.get("/figures/CAR-02/breakdown", **ASKED, by=by))
        assert sum(part["value"] for part in parts) == value == 500_000
    lines = said(theirs.get("/figures/CAR-02/lines", **ASKED))["items"]
    assert sum(line["quantity"] for line in lines) == value
    assert said(theirs.get(f"/records/{lines[0]['record']}"))["happened_on"] == lines[0]["day"]


def test_who_stands_under_it_is_shown_by_role_and_the_sight_noted(cast: Cast) -> None:
    path = "/figures/CAR-01/lines"
    assert said(program(cast, "reader").get(path, **ASKED))["items"][0]["who"] == ""
    assert not Event.objects.filter(action="see_sensitive").exists()
    assert said(program(cast, "officer").get(path, **ASKED))["items"][0]["who"] == "Giàng Seo Lử"
    assert Event.objects.filter(action="see_sensitive", what="CAR-01", by=cast.users["officer"].pk).exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "2024-X"},
        {"known_at": "hôm qua"},
        {"where": "form"},
        {"scope": "all of it"},
        {"code": "XXX"},
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(cast: Cast, asked: dict[str, str]) -> None:
    error = said(program(cast, "officer").get("/figures", **{**ASKED, **asked}), 422)["error"]
    assert error["message"].endswith(".")


def test_the_catalogue_says_what_each_breaks_down_by(cast: Cast) -> None:
    told = {one["code"]: one for one in said(program(cast, "chair").get("/indicators"))}
    assert told["CAR-02"]["breakdowns"]["form"]["cash"]
