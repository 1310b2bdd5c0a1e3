"""Danh sách trích ngang: those in office on a day, as a Word file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from congdoan.base.docx import Paper
from congdoan.base.fields import FOREVER
from congdoan.base.words import place_and_day, small
from congdoan.org.models import Unit
from congdoan.org.queries import naming

from .models import Post

TEMPLATE = Path(__file__).parent / "templates" / "word" / "officers.docx"
WIDTH = 165.0  # mm between the margins
HEADS = ("STT", "Họ và tên", "Nữ", "Sinh ngày", "Chức vụ công đoàn", "Từ ngày", "Chuyên trách", "Công đoàn")


def of_officers(unit: Unit, day: date, posts: Sequence[Post]) -> bytes:
    """One row a post, the highest first."""
    paper = Paper(TEMPLATE)
    heads = [(head, False) for head in HEADS]
    paper.table("danh sách", heads, [_row(n, post) for n, post in enumerate(posts, start=1)], WIDTH)
    people = {post.person_id: post.person for post in posts}
    women = sum(bool(person.woman) for person in people.values())
    signs: Any = naming(unit, day)
    paper.say(
        {
            "cấp trên": signs.superior_line,
            "công đoàn": signs.issuer_line,
            "địa danh, ngày": place_and_day(signs.place_name, day),
            "tên": "DANH SÁCH TRÍCH NGANG CÁN BỘ CÔNG ĐOÀN",
            "của": signs.name,
            "ngày": f"(Theo sổ ngày {day:%d/%m/%Y})",
            "danh sách": "",
            "tổng": f"Tổng cộng: {small(len(people))} người, trong đó {small(women)} nữ.",
            "thể thức ký": signs.signs_for,
            "chức vụ ký": signs.signer_title,
            "người ký": signs.signer_name,
        }
    )
    return paper.written("Danh sách trích ngang cán bộ công đoàn", _moment(posts))


def _row(number: int, post: Post) -> list[str]:
    person = post.person
    return [
        str(number),
        person.name,
        "x" if person.woman else "",
        person.born,
        f"{post}{f' (đến {post.to_on:%d/%m/%Y})' if post.to_on < FOREVER else ''}",
        f"{post.from_on:%d/%m/%Y}",
        "x" if post.full_time else "",
        person.unit.name,
    ]


def _moment(posts: Sequence[Post]) -> Any:
    """When the latest of the posts was written: the same list gives the same bytes."""
    return max((post.made.at for post in posts if post.made.at), default=timezone.now())
