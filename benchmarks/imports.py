"""A province's list of members out of one workbook: read, looked at, taken in, taken back; beside what one would write first."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from time import perf_counter
from typing import Any

import openpyxl
import xlsxwriter
from django.db import transaction

from congdoan.audit.models import Posting
from congdoan.base.period import Period
from congdoan.base.text import fold, given_key
from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.imports.sheets import open_book
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import BY_KEY
from congdoan.members.models import Household, Membership, Person
from congdoan.org.models import Unit

from . import people
from .build import Province
from .load import settle
from .measure import _database, _machine

Say = Callable[[str], None]
HEAD = (
    "STT", "Họ và tên", "Giới tính", "Ngày sinh", "Số căn cước", "Số thẻ", "Điện thoại", "Nghề nghiệp", "Dân tộc", "Công đoàn"
)  # fmt: skip
DAY = date(2026, 1, 5)
CHOSEN = {"how": "admitted", "on": str(DAY)}
BY_CARD, ALIKE, BAD = 0.03, 0.01, 0.02
SAVED = 2_000  # rows the plain way is tried with; it takes as long for each


def everything(members: int, say: Say) -> str:
    """Build, read, look, take in, take back; the section of the results."""
    register = people.build(max(members // 10, 500))
    settle()
    say(f"a book of {register.members:,} members in {len(register.province.unions):,} unions")
    content = workbook(members, register.province)
    say(f"a workbook of {members:,} rows, {len(content) / 1e6:.1f} MB")
    top, rows = register.province.top, []

    def timed(what: str, act: Callable[[], Any]) -> Any:
        began = perf_counter()
        result = act()
        rows.append((what, perf_counter() - began))
        say(f"{what}: {rows[-1][1]:.2f} s")
        return result

    timed("read", lambda: open_book(content, "ds.xlsx"))
    timed("read by openpyxl (read only)", lambda: _plain_read(content))
    before = _total(top)
    one = timed(
        "sent and looked at",
        lambda: actions.send(
            unit=top, sort="members", name="ds.xlsx", content=content, by=None, chosen=CHOSEN
        ),
    )
    say(str(one.counts))
    one = timed("taken in", lambda: actions.take_in(one=one, by=None, only_good=True))
    added = one.counts["new"]
    if _total(top) != before + added:
        raise SystemExit("The figures are not right after the import.")
    say(f"figures right at once: {added:,} more members")
    one = timed("taken back", lambda: actions.undo(one=one, by=None))
    if _total(top) != before:
        raise SystemExit("The figures are not as they were.")
    one = timed("put back", lambda: actions.redo(one=one, by=None))
    timed(f"openpyxl and save(), {SAVED:,} rows", lambda: _plain_write(content, register.province))
    return _section(members, one, rows)


def workbook(members: int, province: Province) -> bytes:
    """Rows as unions send them: some of people the book has, some of people who may be they, some that cannot be read."""
    chance, file = random.Random(7), BytesIO()
    known = list(
        Person.objects.exclude(born_on=None)
        .select_related("unit")
        .order_by("pk")[: int(members * (BY_CARD + ALIKE)) + 1]
    )
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        page = book.add_worksheet("Danh sách")
        page.write_row(0, 0, ["DANH SÁCH ĐOÀN VIÊN"])
        page.write_row(2, 0, HEAD)
        for at, row in enumerate(_rows(members, province, known, chance), start=1):
            page.write_row(2 + at, 0, [at, *row])
    return file.getvalue()


def _rows(
    members: int, province: Province, known: list[Person], chance: random.Random
) -> Iterator[list[str]]:
    cards, alike = int(members * BY_CARD), int(members * ALIKE)
    for number in range(members):
        if number < cards:
            yield _known(known[number])
        elif number < cards + alike:
            yield [
                f"{known[number].name[:-1]}{'y' if known[number].name[-1] == 'i' else known[number].name[-1]}",
                *_known(known[number])[1:3],
                "",
                "",
                *_known(known[number])[5:],
            ]
        else:
            row = _new(number, province, chance)
            yield row if number % 50 else [row[0], row[1], "31/02/1985", *row[3:]]


def _known(person: Person) -> list[str]:
    return [
        person.name,
        "Nữ" if person.woman else "Nam",
        f"{person.born_on:%d/%m/%Y}",
        "",
        person.card_number or "",
        "",
        "",
        "",
        person.unit.code,
    ]


def _new(number: int, province: Province, chance: random.Random) -> list[str]:
    woman, unit = chance.random() < 0.6, province.unions[chance.randrange(len(province.unions))]
    born = date.fromordinal(date(1965, 1, 1).toordinal() + chance.randrange(14_000))
    return [people._name(woman, number, chance), "Nữ" if woman else "Nam", f"{born:%d/%m/%Y}", f"{500_000_000_000 + number}",
            f"NH{number:08}", f"09{number:08}", "Công nhân", "Kinh", unit.code]  # fmt: skip


def _total(top: Unit) -> int:
    return int(figure(BY_KEY["members.total"], top, Period.between(DAY, DAY)).value or 0)


def _plain_read(content: bytes) -> int:
    return sum(
        1 for _ in openpyxl.load_workbook(BytesIO(content), read_only=True).active.iter_rows(values_only=True)
    )


def _plain_write(content: bytes, province: Province) -> None:
    """Row by row: look the card up, save the person and the membership, each in its own transaction; no entries, no search keys."""
    units = {unit.code: unit for unit in province.unions}
    posting = Posting.objects.first()
    rows = openpyxl.load_workbook(BytesIO(content), read_only=True).active.iter_rows(
        min_row=4, values_only=True
    )
    done = 0
    for _, name, sex, _born, _number, card, phone, job, _people, code in rows:
        if done == SAVED:
            return
        if card and str(card).startswith("NH") and not Person.objects.filter(card_number=f"X{card}").exists():
            with transaction.atomic():
                home = Household(unit=units[code])
                home.save()
                person = Person(unit=units[code], household=home, name=name, name_key=fold(name), given_key=given_key(name),
                                woman=sex == "Nữ", phone=phone, job=job, card_number=f"X{card}")  # fmt: skip
                person.save()
                Membership(
                    person=person,
                    unit=units[code],
                    from_on=DAY,
                    began="admitted",
                    made=posting,
                    changed=posting,
                ).save()
            done += 1


def _section(members: int, one: Import, rows: list[tuple[str, float]]) -> str:
    told = ", ".join(f"{count:,} {fate}" for fate, count in sorted(one.counts.items()))
    head = [
        f"## {members:,} members out of a workbook, {_database()}",
        "",
        f"{told}. {_machine()}",
        "",
        "| what | seconds |",
        "|---|--:|",
    ]
    return "\n".join([*head, *(f"| {what} | {seconds:.2f} |" for what, seconds in rows), ""])
