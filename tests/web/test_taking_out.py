"""Every list and table of figures is taken out as it is shown: the same rows in the same order, as Excel and as CSV."""

import csv
import html
import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from congdoan.audit.models import Event
from tests.cast import Cast
from tests.records.filled import as_
from tests.records.sheets import sheets
from tests.web.samples import UNIT, UPPER, samples
from tests.web.test_every_url import addresses, read

pytestmark = pytest.mark.django_db
YEAR = "ky=2024"
# Who finds which lists that the samples fill, and at which union.
LISTS = {
    "chair": (
        UNIT,
        "members members_bridge transfers records record proposals proposal funds fund fund_codes officers groups terms"
        " month_close disclosures petitions figures figure periods rating_sheet",
    ),
    "officer": (
        UPPER,
        "award_register council decision papers?so=den plans plan reports_asked report_asked meetings delegates tree bridge"
        " score_sheet target targets_below ratings?nam=2024 rating_schemes rating_scheme reports inspection_plans"
        " inspection_plan inspection_coverage findings?tt=tat-ca findings_of complaints transfer_list fund_shares figures figure figures_silent today_list",
    ),
    "administrator": ("laocai-ldld", "people"),
}
OLDEST_FIRST = {"fund"}  # its page shows the newest first; a cash book is read the other way


def shown(answer: HttpResponse) -> str:
    """What a page says, without its tags."""
    text = re.sub(r"<(script|style|select)\b.*?</\1>", " ", read(answer), flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def link(answer: HttpResponse, form: str) -> str:
    """Where the page says it can be taken out."""
    found = re.search(rf'href="([^"]*dang={form}[^"]*)"', read(answer))
    return html.unescape(found[1]) if found else ""


def lists(content: bytes) -> list[list[list[str]]]:
    """The tables of a CSV file, or of an archive of several."""
    files = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            files = [packed.read(name) for name in packed.namelist()]
    return [list(csv.reader(io.StringIO(one.decode("utf-8-sig"), newline=""))) for one in files]


def words(value: Any) -> str:
    """A cell as a page says it."""
    return " ".join(f"{value:%d/%m/%Y}".split() if isinstance(value, date) else str(value).split())


def astray(rows: list[list[Any]], page: str) -> list[str]:
    """What stands first in a row and not on the page, after what stands before it."""
    at, missing = 0, []
    for row in rows:
        found = page.find(words(row[0]), at)
        missing += [words(row[0])] if found < 0 else []
        at = max(at, found)
    return missing


def wrong(client: Client, url: str, newest_first: bool = False) -> str:
    """What is wrong with what is taken out of a page; nothing, if nothing is."""
    page = client.get(url)
    if not (way := link(page, "xlsx")):
        return f"{page.status_code}: no link"
    workbook, plain = client.get(way), client.get(link(page, "csv"))
    if {workbook.status_code, plain.status_code} != {200}:
        return f"{workbook.status_code}, {plain.status_code}"
    found, texts = sheets(workbook.content), lists(plain.content)
    if not any(sheet.body for sheet in found):
        return "no rows"
    if [(sheet.heads[1:], len(sheet.body)) for sheet in found] != [
        (rows[0], len(rows) - 1) for rows in texts
    ]:
        return "the two forms differ"
    turn = -1 if newest_first else 1
    return "; ".join(text for sheet in found for text in astray(sheet.body[::turn], shown(page)))


def tried() -> list[str]:
    """All lists tried here."""
    return [name for _, names in LISTS.values() for name in names.split()]


def every(cast: Cast) -> dict[str, str]:
    given = samples(cast)
    return {name: reverse(name, kwargs=given.get(name)) for name, _ in addresses()}


def address(urls: dict[str, str], name: str, query: str) -> str:
    """Of a list, narrowed as its name here says, with more asked of it."""
    name, _, narrowed = name.partition("?")
    return f"{urls[name]}?{query}&{narrowed}"


@pytest.mark.parametrize("part", LISTS)
def test_what_is_shown_is_what_is_taken_out(cast: Cast, part: str) -> None:
    code, names = LISTS[part]
    urls, client = every(cast), as_(cast, part)
    found = {
        name: wrong(client, address(urls, name, f"cd={code}&{YEAR}"), newest_first=name in OLDEST_FIRST)
        for name in names.split()
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_every_page_that_can_be_taken_out_is_tried_here(cast: Cast) -> None:
    urls, known = every(cast), {name.partition("?")[0] for name in tried()}
    found = set[str]()
    for part, (code, _) in LISTS.items():
        client = as_(cast, part)
        found |= {name for name, url in urls.items() if link(client.get(f"{url}?cd={code}&{YEAR}"), "xlsx")}
    assert found - known == {"trail", "settlement"}  # which grows by it; which comes as the form B07


def test_the_trail_is_taken_out_and_tells_of_it(cast: Cast) -> None:
    client = as_(cast, "officer")
    (first,) = lists(client.get(f"{reverse('trail')}?cd={UPPER}&dang=csv").content)
    (second,) = lists(client.get(f"{reverse('trail')}?cd={UPPER}&dang=csv").content)
    assert second[2:] == first[1:]
    assert second[1][2] == "Tải danh sách về máy"


def test_a_neighbour_takes_nothing_out_of_ours(cast: Cast) -> None:
    urls, client = every(cast), as_(cast, "neighbour")
    found = {name: client.get(address(urls, name, f"cd={UNIT}&dang=csv")).status_code for name in tried()}
    assert {name: status for name, status in found.items() if status not in {403, 404}} == {}


def test_what_is_taken_out_is_told_in_the_trail(cast: Cast) -> None:
    every(cast)
    as_(cast, "chair").get(f"{reverse('members')}?dang=csv")
    told = Event.objects.get(action="export_list")
    assert (told.by, told.what, told.unit) == (cast.users["chair"].pk, "doan-vien", UNIT)
    assert told.detail == {"rows": 2, "form": "csv"}
