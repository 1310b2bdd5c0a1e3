"""Records about welfare, learning and culture, one of each kind at least."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import record

DAY = date(2024, 4, 18)


def shelters(cast: Cast) -> Iterator[Record]:
    """Built and mended."""
    for build in ("new", "repair"):
        rows = [{"name": "Thào Thị Mỷ", "from_fund": 50_000_000, "from_family": 20_000_000}]
        said: dict[str, Any] = {"build": build, "fund": cast.funds["laocai-xa-hoi"]}
        yield record("shelter", cast["laocai-tu-phap"], DAY, **said, lines={"houses": rows})


def services(cast: Cast) -> Iterator[Record]:
    """Each, paid by a fund."""
    for what in ("check", "screening", "tickets", "benefit"):
        said = {"what": what, "people": 20, "women": 12, "vehicle": "coach", "cost": 4_000_000}
        yield record("service", cast["laocai-tu-phap"], DAY, **said, fund=cast.funds["tu-phap-doan-phi"])


def blood(cast: Cast) -> Iterator[Record]:
    """Named and not."""
    rows = [{"name": "Giàng A Páo", "union": cast["laocai-bao"]}]
    yield record(
        "blood", cast["laocai-bao"], DAY, round="1", others=4, units_of_blood=9, lines={"donors": rows}
    )


def publications(cast: Cast) -> Iterator[Record]:
    """Written and printed."""
    yield record("publication", cast["laocai-bao"], DAY, what="news", count=3, site="Trang tin Công đoàn")
    yield record("publication", cast["laocai-bao"], DAY, what="document", count=200, medium="paper")


def studies(cast: Cast) -> Iterator[Record]:
    """Each, by name and by number."""
    for what in ("resolution", "theme", "skills", "training"):
        said = {"what": what, "topic": "union", "course": "trade"}
        lines: dict[str, Any] = {
            "learners": [{"name": "Lồ Văn Sần", "union": cast["laocai-bao"], "post": "full_time"}],
            "groups": [{"union": cast["laocai-y-te"], "people": 12, "first": 10}],
        }
        yield record("study", cast["laocai-cdvc"], DAY, **said, lines=lines)


def recognitions(cast: Cast) -> Iterator[Record]:
    """Families, workplaces, women at two levels."""
    above, union = cast["laocai-cdvc"], cast["laocai-bao"]
    counts = {"counts": [{"union": union, "count": 19, "whole": 20}]}
    employers = {"employers": [{"employer": cast.employers["bao-laocai"]}]}
    women = {"women": [{"name": "Vàng Thị Dín", "union": union}]}
    yield record("recognition", above, DAY, what="family", achievement_year=2023, lines=counts)
    yield record("recognition", above, DAY, what="workplace", achievement_year=2023, lines=employers)
    for level in ("grassroots", "province"):
        said = {"what": "women", "level": level, "achievement_year": 2023}
        yield record("recognition", above, DAY, **said, lines=women)


def works(cast: Cast) -> Iterator[Record]:
    """Registered and finished."""
    for stage in ("registered", "done"):
        yield record(
            "work", cast["laocai-bao"], DAY, stage=stage, name="Vườn hoa cơ quan", level="grassroots"
        )


def summaries(cast: Cast) -> Iterator[Record]:
    """Of what it launched."""
    said: dict[str, Any] = {"name": "Thi đua", "sort": "movement", "first_on": DAY, "last_on": DAY}
    programme = record("campaign", cast["laocai-bao"], DAY, **said)
    yield record("summary", cast["laocai-bao"], DAY, programme=programme, learned="Thi đua sôi nổi.")


SAMPLES: dict[str, Callable[[Cast], Iterator[Record]]] = {
    "shelter": shelters,
    "service": services,
    "study": studies,
    "publication": publications,
    "summary": summaries,
    "work": works,
    "blood": blood,
    "recognition": recognitions,
}
