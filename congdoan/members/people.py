"""Writing people down: one, or a list of hundreds in a handful of statements; those already known are found again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Model

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import fold, given_key, tidy_name
from congdoan.org.models import Unit

from . import births, names
from .models import Household, Membership, Person, Sensitive

PLAIN = ("woman", "born_on", "born_year", "phone", "email", "job", "education")
SECRET = ("id_number", "ethnicity", "religion", "party_on", "bank_account", "health_note")
BESIDES = ("card_number", "relation")
NAMED = ("name", "name_key", "given_key")
ASKED = ("born_on", "phone", "job", "education")  # with sex and ID number: a complete record
FIRST = date(1900, 1, 1)  # nobody was born before
Row = Mapping[str, Any]


def for_register(unit: Unit, rows: Sequence[Row]) -> list[Person]:
    """The person of each row: the one given, the one known by ID number or by name and birth date, else a new one."""
    for n, row in enumerate(rows, start=1):
        _check(row, f"Dòng {n}: " if len(rows) > 1 else "")
    found = _known(unit, rows)
    new = [row for row, person in zip(rows, found, strict=True) if person is None]
    written = iter(_write(unit, new))
    persons = [person or next(written) for person in found]
    tell([(person, row) for person, row in zip(found, rows, strict=True) if person and _news(person, row)])
    return persons


def _news(person: Person, row: Row) -> bool:
    """Whether a row says anything of somebody known, or makes a member of a worker."""
    said = any(row.get(name) not in (None, "") for name in (*PLAIN, *SECRET))
    return said or person.relation == Person.Relation.WORKER


def tell(said: Sequence[tuple[Person, Row]]) -> None:
    """Take over what rows say of people the book knows; what they leave out stays."""
    kept = {facts.person_id: facts for facts in Sensitive.objects.filter(person__in=[p for p, _ in said])}
    for person, row in said:
        take(person, {name: row[name] for name in PLAIN if row.get(name) not in (None, "")})
        person.relation = Person.Relation.MEMBER
        if secret := secret_of(row):
            take(kept.setdefault(person.pk, Sensitive(person=person)), secret)
        _complete_now(person, kept.get(person.pk))
    people = [person for person, _ in said]
    rewrite(Person, people, [*PLAIN, "relation", "complete_on", "twin_key"])
    rewrite(Sensitive, [facts for facts in kept.values() if facts.pk], SECRET)
    Sensitive.objects.bulk_create([facts for facts in kept.values() if not facts.pk], batch_size=500)


def rewrite(model: type[Model], rows: Iterable[Any], fields: Sequence[str]) -> None:
    """Save these fields of rows that are there: written over in one statement, several times as fast as an update of
    each row's own values."""
    model._default_manager.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["pk"], update_fields=fields
    )


def take(known: Person | Sensitive, said: Row) -> None:
    said = births.news(said, known.born_on) if isinstance(known, Person) else said
    for name, value in said.items():
        setattr(known, name, value)
    if isinstance(known, Person):
        known.twin_key = names.twin_key(known.name_key, known.born_on)


def revise(said: Sequence[tuple[Person, Row]], kept: Mapping[int, Sensitive]) -> None:
    """Write what is said of each in place of what was; a blank empties it, what is not named stays. `kept`: the
    sensitive part of those who have one."""
    secrets = dict(kept)
    for person, row in said:
        plain = {name: row[name] for name in (*PLAIN, *BESIDES) if name in row}
        take(person, plain | (named(row["name"]) if "name" in row else {}))
        if secret := {name: row[name] for name in SECRET if name in row}:
            take(secrets.setdefault(person.pk, Sensitive(person=person)), secret)
        _complete_now(person, secrets.get(person.pk))
    rewrite(Person, [person for person, _ in said], [*PLAIN, *NAMED, *BESIDES, "complete_on", "twin_key"])
    _keep_secrets(secrets.values())
    names.write([person for person, row in said if "name" in row])


def _keep_secrets(secrets: Iterable[Sensitive]) -> None:
    """Of whom nothing sensitive is known no row is kept."""
    told, silent = list[Sensitive](), list[int]()
    for facts in secrets:
        if any(getattr(facts, name) for name in SECRET):
            told.append(facts)
        elif facts.pk:
            silent.append(facts.pk)
    rewrite(Sensitive, [facts for facts in told if facts.pk], SECRET)
    Sensitive.objects.bulk_create([facts for facts in told if not facts.pk], batch_size=500)
    Sensitive.objects.filter(pk__in=silent).delete()


def complete(person: Person) -> None:
    """Note the day on which the record was complete, or that it is not."""
    _complete_now(person, Sensitive.objects.filter(person=person).first())


def create(persons: Sequence[Person]) -> list[Person]:
    """New people, and the words they are found by."""
    made = Person.objects.bulk_create(persons, batch_size=500)
    names.write(made)
    return made


def _complete_now(person: Person, sensitive: Sensitive | None) -> None:
    complete = whole(_facts(person), sensitive.id_number if sensitive else "")
    person.complete_on = (person.complete_on or today()) if complete else None


def check_facts(row: Row, at: str = "", now: date | None = None) -> None:
    """Refuse an ID number that is none, and a birth date or year that cannot be; `now`: today, told where many are asked."""
    now = now or today()
    number, born_on, year = row.get("id_number") or "", row.get("born_on"), row.get("born_year")
    if number and not (number.isdigit() and len(number) in (9, 12)):
        raise Refused(f"{at}số căn cước gồm 12 chữ số (số cũ: 9); hãy xem lại.", "id_number")
    if born_on and not FIRST <= born_on < now:
        raise Refused(f"{at}ngày sinh {born_on:%d/%m/%Y} không thể đúng; hãy xem lại.", "born_on")
    if year and not FIRST.year <= year <= now.year:
        raise Refused(f"{at}năm sinh {year} không thể đúng; hãy xem lại.", "born_year")
    if year and born_on and year != born_on.year:
        raise Refused(f"{at}năm sinh {year} khác ngày sinh {born_on:%d/%m/%Y}; hãy ghi một.", "born_year")


def _check(row: Row, at: str) -> None:
    if not row.get("person") and not tidy_name(row.get("name") or ""):
        raise Refused(f"{at}hãy ghi họ và tên.", "name")
    check_facts(row, at)


def whole(facts: Row, id_number: str) -> bool:
    """Whether these facts and the ID number are all that a register asks for."""
    return bool(id_number) and facts.get("woman") is not None and all(facts.get(name) for name in ASKED)


def _facts(person: Person) -> Row:
    return {name: getattr(person, name) for name in PLAIN}


def secret_of(row: Row) -> dict[str, Any]:
    """What a row says of the sensitive part."""
    return {name: row[name] for name in SECRET if row.get(name) not in (None, "")}


def _known(unit: Unit, rows: Sequence[Row]) -> list[Person | None]:
    """Whom the book knows already. Somebody of that name at this union is the same unless birth dates or years differ."""
    numbers = {row["id_number"] for row in rows if row.get("id_number")}
    holders = Sensitive.objects.filter(
        id_number__in=numbers, person__merged_into=None, person__unmade=None
    ).select_related("person")
    by_number = {holder.id_number: holder.person for holder in holders}
    named = _by_name(unit, {fold(row["name"]) for row in rows if row.get("name")})
    return [
        row.get("person") or by_number.get(row.get("id_number") or "") or _same(row, named) for row in rows
    ]


def _by_name(unit: Unit, keys: Iterable[str]) -> dict[str, list[Person]]:
    grown = (Person.Relation.MEMBER, Person.Relation.WORKER)
    found: dict[str, list[Person]] = defaultdict(list)
    rows = Person.objects.filter(
        unit=unit, name_key__in=list(keys), relation__in=grown, merged_into=None, unmade=None
    )
    for person in rows.exclude(memberships__in=Membership.objects.filter(unmade=None)):
        found[person.name].append(person)
    return found


def _same(row: Row, named: Mapping[str, list[Person]]) -> Person | None:
    """The only one of that name here who is not of another birth date or year."""
    born = births.born(row)
    like = [
        person
        for person in named.get(tidy_name(row["name"]), [])
        if not births.differ(born, person.born_on or person.born_year)
    ]
    return like[0] if len(like) == 1 else None


def _write(unit: Unit, rows: Sequence[Row]) -> list[Person]:
    homes = Household.objects.bulk_create([Household(unit=unit) for _ in rows], batch_size=500)
    persons = [_person(unit, row, home) for row, home in zip(rows, homes, strict=True)]
    for person, row in zip(persons, rows, strict=True):
        if whole(_facts(person), row.get("id_number") or ""):
            person.complete_on = today()
    create(persons)
    secrets = [(person, secret_of(row)) for person, row in zip(persons, rows, strict=True)]
    Sensitive.objects.bulk_create(
        [Sensitive(person=person, **secret) for person, secret in secrets if secret], batch_size=500
    )
    return persons


def _person(unit: Unit, row: Row, home: Household) -> Person:
    said = {name: row[name] for name in PLAIN if row.get(name) not in (None, "")}
    person = Person(unit=unit, household=home)
    take(person, named(row["name"]) | said)
    return person


def named(name: str) -> dict[str, str]:
    """A name and its keys, as the table keeps them."""
    name = tidy_name(name)
    return {"name": name, "name_key": fold(name), "given_key": given_key(name)}
