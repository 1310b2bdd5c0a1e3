"""Taking part in a campaign: counted at the union whose people they are."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records.kinds.participation import PARTICIPATION, open_to
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import parts, record, split, value

DAY = date(2024, 3, 8)


def campaign(cast: Cast, sort: str, at: str = "laocai-ldld") -> Record:
    said = {"name": "Chương trình tháng Ba", "first_on": date(2024, 3, 1), "last_on": date(2024, 3, 31)}
    return record("campaign", cast[at], date(2024, 2, 20), sort=sort, **said)


def joined(cast: Cast, programme: Record, at: str = "laocai-tu-phap", on: date = DAY, **said: Any) -> Record:
    return record("participation", cast[at], on, programme=programme, **said)


def test_people_at_the_tet_market_count_by_how_they_came(cast: Cast) -> None:
    market = campaign(cast, "tet_market")
    made = joined(cast, market, direct=100, online=20)
    joined(cast, market, "laocai-y-te", online=13)
    assert value("CAR-08", cast["laocai-cdvc"], "2024-H1") == 133
    assert split("CAR-08", cast["laocai-cdvc"], "2024-H1", "channel") == {"direct": 100, "online": 33}
    assert value("CAR-08", cast["laocai-ldld"], "2024-H1", scope="own") == 0
    assert made.title == "Tham gia Chương trình tháng Ba, 120 người"


def test_a_grassroots_union_wears_ao_dai_once_however_often(cast: Cast) -> None:
    day = campaign(cast, "ao_dai_day", "laocai-cdvc")
    joined(cast, day)
    joined(cast, day, on=date(2024, 3, 9))
    joined(cast, day, "laocai-cdvc")
    assert parts("WOM-06", cast["laocai-cdvc"], "2024-H1") == (1, 3)


def test_a_contest_is_joined_once_by_each_union_and_has_its_entries(cast: Cast) -> None:
    contest = campaign(cast, "online_contest", "tld")
    joined(cast, contest, online=30)
    joined(cast, contest, "laocai-cdvc", online=4)
    assert value("PRO-06", cast["laocai-cdvc"], "2024-H1") == 34
    assert value("PRO-05", cast["laocai-cdvc"], "2024-H1") == 1
    assert split("PRO-05", cast["laocai-tu-phap"], "2024-H1", "level") == {"national": 1}


def test_the_same_contest_is_not_joined_twice(cast: Cast) -> None:
    contest = campaign(cast, "online_contest")
    joined(cast, contest, online=30)
    with pytest.raises(Refused, match="08/03/2024; hãy sửa việc đó"):
        joined(cast, contest, on=date(2024, 3, 20), online=5)
    assert value("PRO-06", cast["laocai-cdvc"], "2024-H1") == 30


def test_a_movement_counts_the_grassroots_unions_that_run_it(cast: Cast) -> None:
    movement = campaign(cast, "movement")
    joined(cast, movement)
    joined(cast, movement, "laocai-y-te")
    assert parts("EMU-01", cast["laocai-cdvc"], "2024-H1") == (2, 3)


def test_one_takes_part_in_what_is_launched_at_home_or_above(cast: Cast) -> None:
    above, beside = campaign(cast, "other"), campaign(cast, "other", "yenbai-ldld")
    below = campaign(cast, "other", "laocai-tu-phap")
    assert [one.pk for one in open_to(cast["laocai-tu-phap"], DAY)] == [above.pk, below.pk]
    for refused in (beside, campaign(cast, "other", "laocai-y-te")):
        with pytest.raises(Refused, match="hãy chọn phong trào") as refusal:
            joined(cast, refused)
        assert refusal.value.field == "programme"
    with pytest.raises(Refused, match="không phải của"):
        joined(cast, below, "laocai-cdvc")


@pytest.mark.parametrize(
    ("on", "said", "field"),
    [
        (date(2024, 2, 29), {"direct": 1}, "happened_on"),
        (date(2024, 4, 1), {"direct": 1}, "happened_on"),
        (DAY, {}, "direct"),
        (DAY, {"direct": -1}, "direct"),
        (DAY, {"online": 100_001}, "online"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, on: date, said: dict[str, Any], field: str) -> None:
    market = campaign(cast, "tet_market")
    with pytest.raises(Refused) as refused:
        joined(cast, market, on=on, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 1


def test_the_form_offers_no_campaign_of_strangers(cast: Cast) -> None:
    ours, theirs = campaign(cast, "tet_market"), campaign(cast, "tet_market", "yenbai-ldld")
    sent = {"happened_on": "08/03/2024", "online": "1.200"}
    form: Any = PARTICIPATION.form({**sent, "programme": str(ours.uid)}, unit=cast["laocai-tu-phap"])  # type: ignore[call-arg]
    assert form.is_valid(), form.errors
    assert form.values() == {"programme": ours, "direct": 0, "online": 1200}
    other = PARTICIPATION.form({**sent, "programme": str(theirs.uid)}, unit=cast["laocai-tu-phap"])  # type: ignore[call-arg]
    assert set(other.errors) == {"programme"}
