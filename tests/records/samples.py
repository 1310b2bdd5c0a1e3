"""At least one record of each kind, for what must hold of every kind."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from congdoan.officers import groups
from congdoan.records.kinds.care import Care
from congdoan.records.kinds.counsel import Counsel
from congdoan.records.kinds.incident import Incident
from congdoan.records.kinds.inspection import FEEDS as INSPECTED
from congdoan.records.kinds.kept import Kept
from congdoan.records.kinds.workforce import LABELS
from congdoan.records.record import Record
from congdoan.records.titles import TITLES
from tests.cast import Cast, care
from tests.records import samples_welfare
from tests.records.said import member, record

DAY = date(2024, 4, 18)


def cares(cast: Cast) -> Iterator[Record]:
    """A list of each programme, from each fund."""
    for programme in Care.Programme.values:
        for fund in ("laocai-xa-hoi", "tu-phap-doan-phi"):
            yield care(cast["laocai-tu-phap"], cast.funds[fund], DAY, programme=programme, gifts=2)


def commendations(cast: Cast) -> Iterator[Record]:
    """Each award by each level that gives it, to people, collectives and unions."""
    union = cast["laocai-bao"]
    for award, title in TITLES.items():
        for issuer in title.issuers:
            said: dict[str, Any] = {
                "award": award,
                "issuer": issuer,
                "achievement_year": 2023,
                "scope": "theme",
            }
            if title.collectives:
                rows = [{"name": "Phòng Bạn đọc", "union": union}]
                rows += [{"name": "", "union": union}] if issuer != "grassroots" else []
                yield record("commendation", cast["laocai-cdvc"], DAY, **said, lines={"collectives": rows})
            if title.people:
                people = [{"name": "Trần Văn An", "union": union, "money": 500_000}]
                said |= {"bonus": "listed", "fund": cast.funds["cdvc-kinh-phi"]}
                yield record("commendation", cast["laocai-cdvc"], DAY, **said, lines={"awardees": people})


def initiatives(cast: Cast) -> Iterator[Record]:
    """Recognised and won, at both levels."""
    for level in ("grassroots", "province"):
        for sort, more in (("recognised", {"gain": 5_000_000}), ("prize", {"prize": "first"})):
            author = {"person": member(cast["laocai-bao"], f"{level} {sort}"), **more}
            group = {"name": "Nhóm Một", "union": cast["laocai-y-te"], **more}
            said: dict[str, Any] = {"sort": sort, "level": level, "achievement_year": 2023}
            lines = {"authors": [author], "groups": [group]}
            yield record("initiative", cast["laocai-cdvc"], DAY, **said, lines=lines)


def inspections(cast: Cast) -> Iterator[Record]:
    """Each subject at each level."""
    for subject, level in INSPECTED:
        below = [{"union": cast["laocai-bao"]}] if level == "lower" else []
        for union in [cast["laocai-cdvc"], cast["laocai-bao"]][: 2 - len(below)]:
            said: dict[str, Any] = {"subject": subject, "level": level, "to_recover": 1_000_000}
            mend = {
                "key": f"{subject}{level}{union.pk}",
                "what": "Mở đủ sổ sách",
                "due_on": date(2024, 6, 30),
            }
            mend |= {"union": below[0]["union"] if below else union, "amount": 1_000_000}
            yield record("inspection", union, DAY, **said, lines={"unions": below, "demands": [mend]})


def disciplines(cast: Cast) -> Iterator[Record]:
    """Against unions and against people."""
    people = [{"name": "Cư Seo Vần", "union": cast["laocai-bao"], "sanction": "rebuke"}]
    unions = [{"union": cast["laocai-bao"], "sanction": "review"}]
    yield record("discipline", cast["laocai-cdvc"], DAY, lines={"people": people, "unions": unions})


def receptions(cast: Cast) -> Iterator[Record]:
    """People who came."""
    yield record("reception", cast["laocai-bao"], DAY, count=3, about="tiền lương")


def steps(cast: Cast) -> Iterator[Record]:
    """Introduced, then admitted."""
    for step in ("introduced", "admitted"):
        rows = [{"name": "Cư Seo Vần", "union": cast["laocai-bao"]}]
        yield record("party", cast["laocai-cdvc"], DAY, step=step, lines={"members": rows})


def regulations(cast: Cast) -> Iterator[Record]:
    """Each sort, in force for good or up to a day."""
    for rule, more in (("spending", {"last_on": date(2025, 6, 30)}), ("democracy", {}), ("working", {})):
        rows = [{"employer": cast.employers["bao-laocai"]}]
        yield record("regulation", cast["laocai-cdvc"], DAY, rule=rule, **more, lines={"employers": rows})


def kept(cast: Cast) -> Iterator[Record]:
    """Each thing kept."""
    for what in Kept.What.values:
        said = {"medium": "paper", "council": "pay", "last_on": date(2025, 6, 30)}
        yield record("kept", cast["laocai-bao"], DAY, what=what, **said)


def workforces(cast: Cast) -> Iterator[Record]:
    """All that may be said, then what changed; and an area."""
    said = {
        "place": "agency",
        **dict.fromkeys(LABELS, 4),
        "workers": 20,
        "wages": 30_000_000,
        "of_area": None,
    }
    yield record("workforce", cast["laocai-bao"], DAY, **said)
    yield record("workforce", cast["laocai-bao"], date(2024, 5, 31), workers=21, women=5)
    yield record("workforce", cast["laocai-cdvc"], DAY, of_area=3040)


def gatherings(cast: Cast) -> Iterator[Record]:
    """Conferences, a session, a meeting."""
    for what in (
        "staff_conference",
        "women",
        "tet_reunion",
        "union_meal",
        "dialogue",
        "leaders_dialogue",
        "safety_training",
    ):
        yield record("gathering", cast["laocai-bao"], DAY, what=what, attendance=30)
    yield record("gathering", cast["laocai-bao"], DAY, what="propaganda", topic="law", attendance=30)


def campaigns(cast: Cast) -> Iterator[Record]:
    """One that others join, one that is run."""
    for sort, at in (("tet_market", "laocai-ldld"), ("movement", "laocai-bao")):
        said = {"name": sort, "first_on": date(2024, 4, 1), "last_on": date(2024, 4, 30)}
        yield record("campaign", cast[at], DAY, sort=sort, **said)


def participations(cast: Cast) -> Iterator[Record]:
    """Of each campaign that others join."""
    programme = next(campaigns(cast))
    yield record("participation", cast["laocai-bao"], DAY, programme=programme, direct=5, online=2)


def contests(cast: Cast) -> Iterator[Record]:
    """With teams and prizes."""
    entrants = [{"union": cast["laocai-bao"], "team": "Đội Một", "contestants": 4}]
    said = {"name": "Hội thi nấu ăn", "sort": "cooking"}
    yield record("contest", cast["laocai-cdvc"], DAY, **said, lines={"entrants": entrants, "prizes": []})


def donations(cast: Cast) -> Iterator[Record]:
    """Given and collected."""
    given = {"purpose": "countryside", "direction": "given", "cash": 10_000_000, "goods": 1_000_000}
    yield record("donation", cast["laocai-bao"], DAY, **given)
    yield record(
        "donation", cast["laocai-bao"], DAY, purpose="social_fund", direction="collected", cash=1_000_000
    )


def agreements(cast: Cast) -> Iterator[Record]:
    """Signed, amended, supervised, bargained."""
    union = cast["muongkhuong-thcs"]
    bound = {"employers": [{"employer": cast.employers["may-muong-khuong"]}]}
    signed = record("agreement", union, DAY, step="signed", sort="enterprise", lines=bound)
    for step in ("amended", "monitored", "meal"):
        yield record("agreement", union, DAY, step=step, about=None if step == "meal" else signed)
    yield signed


def petitions(cast: Cast) -> Iterator[Record]:
    """At a dialogue and elsewhere."""
    held = record("gathering", cast["laocai-bao"], DAY, what="leaders_dialogue", attendance=30)
    for raised_at in (held, None):
        rows = [{"content": "Nâng mức ăn ca", "addressee": "Giám đốc", "due_on": date(2024, 5, 2)}]
        yield record("petition", cast["laocai-bao"], DAY, raised_at=raised_at, lines={"asked": rows})


def counsels(cast: Cast) -> Iterator[Record]:
    """Of each sort."""
    for what in Counsel.What.values:
        yield record("counsel", cast["laocai-bao"], DAY, what=what, about="Luật", people=3, channel="phone")


def advancements(cast: Cast) -> Iterator[Record]:
    """A raise, a course."""
    rows = [{"person": member(cast["laocai-bao"], "Trần Văn An")}]
    for what in ("raise", "course"):
        said = {"what": what, "raise_sort": "early", "course": "political"}
        yield record("advancement", cast["laocai-cdvc"], DAY, **said, lines={"members": rows})


def board_ratings(cast: Cast) -> Iterator[Record]:
    """A good one and a weak one."""
    rows = [
        {"employer": cast.employers["so-tu-phap"], "grade": "fair"},
        {"employer": cast.employers["so-y-te"], "grade": "weak"},
    ]
    yield record("board_rating", cast["laocai-cdvc"], DAY, achievement_year=2023, lines={"boards": rows})


def incidents(cast: Cast) -> Iterator[Record]:
    """Of each sort."""
    said = {"people": 9, "women": 2, "serious": 2, "serious_women": 1, "light": 1}
    for what in Incident.What.values:
        yield record("incident", cast["laocai-bao"], DAY, what=what, **said)


def declarations(cast: Cast) -> Iterator[Record]:
    """Totals of a month."""
    said = {"first_on": date(2024, 3, 1), "last_on": date(2024, 3, 31)}
    rows = [{"code": "PRO-08", "quantity": 12}]
    yield record("declaration", cast["laocai-bao"], said["last_on"], **said, lines={"totals": rows})


def nils(cast: Cast) -> Iterator[Record]:
    """Nothing in a chapter."""
    said = {"first_on": date(2024, 1, 1), "last_on": date(2024, 3, 31)}
    yield record("nil", cast["laocai-bao"], said["last_on"], chapter=8, **said)


def ratings(cast: Cast) -> Iterator[Record]:
    """Of unions, by both scales; of groups; of members in totals and by name."""
    for year, grade in ((2017, "weak"), (2023, "excellent"), (2022, "failed")):
        rows = [{"union": cast["laocai-bao"], "grade": grade, "score": "92,5"}]
        on = date(year + 1, 1, 15)
        yield record(
            "rating", cast["laocai-cdvc"], on, rated="union", achievement_year=year, lines={"unions": rows}
        )
    unit = cast["laocai-bao"]
    group = groups.form_group(unit=unit, sort="group", name="Tổ Một", on=date(2020, 1, 1), by=None)
    grade = {"grade": "excellent"}
    for year, rated, lines in (
        (2023, "group", {"groups": [{"group": group, **grade}]}),
        (2017, "group", {"groups": [{"group": group, "grade": "very_strong"}]}),
        (2023, "member", {"totals": [{"count": 12, **grade}]}),
        (2022, "member", {"people": [{"name": "Sùng A Chư", **grade}]}),
    ):
        yield record("rating", unit, DAY, rated=rated, achievement_year=year, lines=lines)


def congresses(cast: Cast) -> Iterator[Record]:
    """One that seats its committee."""
    rows = [{"name": "Sùng A Chư", "role": "chair"}]
    said = {"held_as": "delegates", "term_number": "X", "called": 100, "present": 98}
    yield record("congress", cast["laocai-bao"], DAY, **said, lines={"elected": rows})


SAMPLES: dict[str, Callable[[Cast], Iterator[Record]]] = {
    **samples_welfare.SAMPLES,
    "care": cares,
    "gathering": gatherings,
    "campaign": campaigns,
    "participation": participations,
    "contest": contests,
    "donation": donations,
    "commendation": commendations,
    "initiative": initiatives,
    "inspection": inspections,
    "discipline": disciplines,
    "reception": receptions,
    "kept": kept,
    "party": steps,
    "regulation": regulations,
    "workforce": workforces,
    "agreement": agreements,
    "petition": petitions,
    "counsel": counsels,
    "advancement": advancements,
    "board_rating": board_ratings,
    "incident": incidents,
    "rating": ratings,
    "congress": congresses,
    "declaration": declarations,
    "nil": nils,
}
