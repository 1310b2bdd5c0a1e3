"""What the book says of each candidate: former awards, initiatives, the standards of the award, what stands against it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from congdoan.base.text import fold
from congdoan.members.models import Membership
from congdoan.records.kinds.commendation import Awardee, Collective, Commendation
from congdoan.records.kinds.initiative import Author
from congdoan.records.kinds.rating import RatedGroup, RatedMember, RatedUnion
from congdoan.records.titles import Scope

from . import rules
from .models import Asked, Candidate
from .rules import Found, Known, Rated, Standard

Who = tuple[int | None, int, str]


@dataclass(frozen=True)
class Shown:
    """A standard and what was found."""

    text: str
    basis: str
    mark: str
    found: Found

    @property
    def state(self) -> str:
        return {True: "met", False: "not_met", None: "unknown"}[self.found.met]


@dataclass(frozen=True)
class Evidence:
    """All there is on one candidate."""

    candidate: Candidate
    known: Known
    shown: Sequence[Shown]
    years: int

    @property
    def warns(self) -> bool:
        return any(one.found.met is False for one in self.shown)


def evidence(asked: Asked, candidates: Sequence[Candidate]) -> list[Evidence]:
    """On each of these candidates for an award, with a few questions for the whole list."""
    known = _known(candidates)
    return [_one(asked, candidate, known[candidate.who]) for candidate in candidates]


def conflicts(asked: Asked, candidates: Sequence[Candidate]) -> dict[int, Commendation]:
    """Who already has, from that level for that year, a comprehensive award where this is a thematic one, or the reverse."""
    known = _known(candidates)
    found = {one.pk: _opposed(asked, known[one.who]) for one in candidates}
    return {pk: others[0] for pk, others in found.items() if others}


def _one(asked: Asked, candidate: Candidate, known: Known) -> Evidence:
    individual = bool(candidate.person_id)
    asking = rules.standards(asked.award, asked.issuer, rules.day_of(asked), individual=individual)
    shown = [_shown(rule, known, asked.achievement_year) for rule in asking]
    return Evidence(candidate, known, [*_once(asked, known), *shown], _in_a_row(asked, known))


def _shown(rule: Standard, known: Known, year: int) -> Shown:
    return Shown(rule.text, rule.basis, rule.mark, rule.test(known, year))


def _once(asked: Asked, known: Known) -> Iterable[Shown]:
    """What holds of every award: once a year from one level, and not both comprehensive and thematic."""
    year = asked.achievement_year
    same = [
        a
        for a in known.awards
        if (a.award, a.issuer, a.achievement_year) == (asked.award, asked.issuer, year)
    ]
    said = "đã được ghi trong sổ" if same else "sổ chưa ghi"
    yield Shown(
        "Chưa nhận chính hình thức này trong năm",
        "Mỗi hình thức một năm một lần",
        "A",
        Found(not same, said, same),
    )
    if asked.scope in (Scope.FULL, Scope.THEME):
        other = _opposed(asked, known)
        said = "đã có, cần lý do ngoại lệ" if other else "không có"
        text = "Cùng cấp, cùng năm không vừa khen toàn diện vừa khen chuyên đề"
        yield Shown(text, "Quy chế khen thưởng của tổ chức Công đoàn", "B", Found(not other, said, other))


def _opposed(asked: Asked, known: Known) -> list[Commendation]:
    against = {Scope.FULL.value: Scope.THEME.value, Scope.THEME.value: Scope.FULL.value}.get(asked.scope)
    return [
        one
        for one in known.awards
        if (one.issuer, one.achievement_year, one.scope) == (asked.issuer, asked.achievement_year, against)
    ]


def _in_a_row(asked: Asked, known: Known) -> int:
    """For how many years on end up to the one before something was awarded."""
    years, year = {award.achievement_year for award in known.awards}, asked.achievement_year - 1
    while year in years:
        year -= 1
    return asked.achievement_year - 1 - year


def _known(candidates: Sequence[Candidate]) -> dict[Who, Known]:
    people = [one.person_id for one in candidates if one.person_id]
    unions = [one.union_id for one in candidates if not one.person_id]
    awards: dict[Who, list[Commendation]] = defaultdict(list)
    for awardee in Awardee.objects.filter(_live(), person__in=people).select_related("record"):
        awards[awardee.person_id, 0, ""].append(awardee.record)
    for group in Collective.objects.filter(_live(), union__in=unions).select_related("record"):
        awards[None, group.union_id, fold(group.name)].append(group.record)
    works: dict[Who, list[Author]] = defaultdict(list)
    found = Author.objects.filter(_live(), person__in=people, record__sort="recognised")
    for author in found.select_related("record"):
        works[author.person_id, 0, ""].append(author)
    ratings, first = _ratings(people, unions), _first(people)
    return {
        one.who: Known(
            sorted(awards[one.who], key=lambda award: -award.achievement_year),
            works[one.who],
            ratings[one.who],
            first.get(one.person_id or 0),
        )
        for one in candidates
    }


def _ratings(people: Sequence[int], unions: Sequence[int]) -> dict[Who, list[Rated]]:
    """How these people, these unions and the groups inside them were rated."""
    found: dict[Who, list[Rated]] = defaultdict(list)
    for union in RatedUnion.objects.filter(_live(), union__in=unions).select_related("record"):
        found[None, union.union_id, ""].append(union)
    groups = RatedGroup.objects.filter(_live(), group__unit__in=unions).select_related("record", "group")
    for group in groups:
        found[None, group.group.unit_id, group.group.name_key].append(group)
    for member in RatedMember.objects.filter(_live(), person__in=people).select_related("record"):
        found[member.person_id, 0, ""].append(member)
    return found


def _first(people: Sequence[int]) -> dict[int, Membership]:
    """The first membership of each."""
    rows = Membership.objects.filter(person__in=people, unmade=None).order_by("-from_on")
    return {row.person_id: row for row in rows}


def _live() -> Q:
    return Q(record__withdrawn=False)
