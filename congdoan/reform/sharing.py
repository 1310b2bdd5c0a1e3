"""Who and what of a union that is split goes where: first by the lists of the plan, then by its rules, the rest to the main one.

A rule names what the book knows. Of members: the job written down (`job`), the union they came from (`from`). Of workplaces
and of work done for them: the employer (`employer`). The register knows no member's workplace, group or place.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Sum

from congdoan.base.errors import Refused
from congdoan.base.text import fold
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.members import handing_over
from congdoan.members.models import Membership
from congdoan.org.models import Employer, Organising, Unit
from congdoan.records.record import Record

from .plan import RULES, Step

CODED: dict[str, type[Unit] | type[Employer]] = {"from": Unit, "employer": Employer}
WORDS = {"job": ("nghề", "job"), "from": ("từ", "from"), "employer": ("cơ quan", "doanh nghiệp", "employer")}


@dataclass
class Sharing:
    """What each successor of a union receives, by code; what is named nowhere is of the rest. `listed`: how many members
    of them by their card numbers; `by_rule`: how many by rule."""

    members: dict[str, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    records: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    employers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    rest: list[Membership] = field(default_factory=list)
    listed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    records_listed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def told(self, step: Step, receiving: Sequence[Unit], main: Unit) -> list[dict[str, Any]]:
        """For each successor: how many by its list, by its rule, of the rest."""
        return [
            {
                "to": to.name, "rule": ruled(step.rule.get(to.code, {})), "listed": self.listed[to.code],
                "by_rule": len(self.members[to.code]) - self.listed[to.code], "rest": len(self.rest) if to == main else 0,
                "records": self.records_listed[to.code],
                "records_by_rule": len(self.records[to.code]) - self.records_listed[to.code],
                "employers": len(self.employers[to.code]),
            }
            for to in receiving
        ]  # fmt: skip


def shared(step: Step, unit: Unit, on: date) -> Sharing:
    """As the book stands before the split."""
    found = Sharing()
    ruling = {code: rule for code, rule in step.rule.items() if step.keeps or code != step.into[0]}
    _share_members(found, step, unit, ruling)
    for code, rule in ruling.items():
        if employer := rule.get("employer"):
            rows = Organising.objects.filter(unit=unit, unmade=None, employer__code=employer, to_on__gt=on)
            found.employers[code] = sorted(set(rows.values_list("employer", flat=True)))
    _share_records(found, step, unit, ruling)
    return found


def ruled(rule: Mapping[str, str]) -> str:
    """A rule in words: "nghề: giáo viên"."""
    return "; ".join(f"{RULES[name]}: {_called(name, said)}" for name, said in rule.items())


def against(step: Step, units: Mapping[str, Unit]) -> Iterator[str]:
    """What stands against the rules of a split: receivers, unions and employers there are not."""
    for code, rule in step.rule.items():
        if code not in step.into:
            yield f"quy tắc ghi cho “{code}” không ở trong những công đoàn nhận (into)"
        if (came := rule.get("from")) and came not in units:
            yield f"không có công đoàn nào mang mã “{came}”"
        unit, employer = units.get(step.units[0]), rule.get("employer")
        organised = Organising.objects.filter(unit=unit, unmade=None, employer__code=employer)
        if employer and not organised.exists():
            yield f"“{employer}” không phải mã cơ quan, doanh nghiệp mà công đoàn này tập hợp"


def rule_named(word: str) -> str:
    """The rule people mean by a word. Refuses another."""
    for name, words in WORDS.items():
        if fold(word.strip()) in map(fold, words):
            return name
    raise Refused("hãy ghi nghề:, từ: hoặc cơ quan: trước điều kiện.")


def rule_said(name: str, said: str) -> str:
    """A rule as people write it."""
    return f"{WORDS[name][0]}: {_called(name, said)}"


def code_of(name: str, said: str) -> str:
    """What a rule says, unions and employers by code. Refuses what the book does not know."""
    if name not in CODED:
        return said
    rows = CODED[name]._default_manager
    found = rows.filter(code=said).first() or rows.filter(name_key=fold(said)).order_by("pk").first()
    if found is None:
        raise Refused(f"“{said[:60]}” không có trong sổ; hãy ghi đủ tên hoặc mã.")
    return found.code


def _called(name: str, said: str) -> str:
    if name not in CODED:
        return said
    return CODED[name]._default_manager.filter(code=said).values_list("name", flat=True).first() or said


def _share_members(found: Sharing, step: Step, unit: Unit, ruling: Mapping[str, Mapping[str, str]]) -> None:
    held = handing_over.members(unit)
    of_card = {card: code for code, cards in step.members.items() for card in cards}
    came = _came_from(held) if any("from" in rule for rule in ruling.values()) else {}
    for one in held:
        to = of_card.get(one.person.card_number or str(one.uid))
        if to in step.into:
            found.listed[to] += 1
        else:
            to = next((code for code, rule in ruling.items() if _fits(one, rule, came)), None)
        (found.members[to] if to else found.rest).append(one)


def _fits(one: Membership, rule: Mapping[str, str], came: Mapping[int, set[str]]) -> bool:
    """Whether all that a rule says of members holds of one."""
    job, origin = rule.get("job"), rule.get("from")
    if not (job or origin):
        return False
    here = not job or fold(job) in fold(one.person.job)
    return here and (not origin or origin in came.get(one.pk, set()))


def _came_from(held: Sequence[Membership]) -> dict[int, set[str]]:
    """The unions each of these members was received from, one after the other, by code."""
    found: dict[int, set[str]] = {one.pk: set() for one in held}
    before = {one.pk: one.previous_id for one in held if one.previous_id}
    while before:
        rows = Membership.objects.filter(pk__in=set(before.values())).select_related("unit")
        of = {row.pk: row for row in rows}
        for pk, previous in before.items():
            found[pk].add(of[previous].unit.code)
        before = {pk: earlier for pk, previous in before.items() if (earlier := of[previous].previous_id)}
    return found


def _share_records(found: Sharing, step: Step, unit: Unit, ruling: Mapping[str, object]) -> None:
    """By list; else, where everybody a record counts goes to one and the same successor by rule or list, with them."""
    for code in step.into:
        rows = Record.objects.filter(unit=unit, uid__in=step.records.get(code, ()))
        found.records[code] = list(rows.values_list("pk", flat=True))
        found.records_listed[code] = len(found.records[code])
    if not ruling:
        return
    listed = {pk for rows in found.records.values() for pk in rows}
    for source, goes in _destinations(found, unit).items():
        if source not in listed and len(goes) == 1 and (to := goes.pop()):
            found.records[to].append(source)


def _destinations(found: Sharing, unit: Unit) -> dict[int, set[str]]:
    """Where those go whom each record of the union counts; the rest is empty."""
    people = {one.person_id: code for code, held in found.members.items() for one in held}
    employers = {pk: code for code, held in found.employers.items() for pk in held}
    goes: dict[int, set[str]] = defaultdict(set)
    for subject, where in (("person", people), ("employer", employers)):
        rows = Entry.objects.filter(
            unit=unit, origin=RECORD, indicator__in=_counting(subject), subject__isnull=False
        )
        lines = rows.values("source", "subject", "indicator").annotate(lines=Sum("sign")).filter(lines__gt=0)
        for source, counted in lines.values_list("source", "subject"):
            goes[source].add(where.get(counted or 0, ""))
    return goes


def _counting(subject: str) -> list[int]:
    return [number for number, one in BY_NUMBER.items() if one.subject == subject]
