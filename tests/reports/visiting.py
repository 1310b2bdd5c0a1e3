"""Going to the pages of reports as somebody of the cast."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from congdoan.reports.models import Report
from tests.cast import Cast
from tests.reports.book import PERIOD, UPPER

LIST = f"/bao-cao/?cd={UPPER}&ky={PERIOD}"


def enter(cast: Cast, part: str) -> Client:
    client = Client()
    client.force_login(cast.users[part])
    return client


def page(client: Client, path: str, **how: Any) -> tuple[int, str]:
    response = client.get(path, **how)
    return response.status_code, response.content.decode()


def text(response: HttpResponse) -> str:
    return response.content.decode()


def url(report: Report, *more: str) -> str:
    return "/".join((f"/bao-cao/{report.uid}", *more))


def pages(report: Report) -> list[str]:
    """Every address of a report that is read."""
    return [
        url(report),
        url(report, "tep.docx"),
        url(report, "tep.xlsx"),
        url(report, "chot"),
        url(report, "ban-hanh"),
        url(report, f"so/CAR-04?cd={report.unit.code}&ky={PERIOD}"),
    ]


def deeds(report: Report) -> list[str]:
    """Every address of a report that changes it."""
    return [url(report, deed) for deed in ("viet", "chot", "bo-chot", "ban-hanh")]
