"""Tin bài, tài liệu tuyên truyền: what a union wrote and put out, counted where it was written."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.text import nfc
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = {"news": 1_000, "document": 1_000_000}  # at one time: more is a slip of the keyboard


class Publication(Record):
    """So many news items on a site, or copies of a document. `address` is where one of them can be read."""

    class What(models.TextChoices):
        NEWS = "news", "Tin, bài đăng trang"
        DOCUMENT = "document", "Tài liệu tuyên truyền"

    what = models.CharField(max_length=10, choices=What.choices)
    name = models.CharField(max_length=200, blank=True)
    count = models.IntegerField(default=1)
    site = models.CharField(max_length=60, blank=True)
    medium = models.CharField(max_length=10, blank=True)
    address = models.URLField(max_length=300, blank=True)


COLUMNS = ("what", "name", "count", "site", "medium", "address")
PRIVACY = {"Publication": dict.fromkeys(COLUMNS, "internal")}
NEWS, DOCUMENTS = "propaganda.news_items", "propaganda.documents"


def draws(publication: Publication, rows: Rows) -> Iterator[Draw]:
    """News items by where they stand, copies by what they are made of."""
    news = publication.what == Publication.What.NEWS
    cut = {"site": publication.site} if news else {"medium": publication.medium}
    yield Draw(
        NEWS if news else DOCUMENTS, publication.unit_id, publication.happened_on, publication.count, cut=cut
    )


def title(publication: Publication, rows: Rows) -> str:
    """What, and how many."""
    counted = "tin, bài" if publication.what == Publication.What.NEWS else "bản tài liệu"
    where = f" trên {publication.site}" if publication.site else ""
    name = f": {publication.name}" if publication.name else ""
    return f"{small(publication.count)} {counted}{where}{name}"


def check(publication: Publication, rows: Rows) -> None:
    """Refuse none or too many, a site that cannot be a breakdown, a document of unknown sort."""
    publication.name, publication.site = nfc(publication.name), nfc(publication.site)
    most = MOST[publication.what]
    if not 1 <= publication.count <= most:
        raise Refused(f"Số lượng phải từ 1 đến {grouped(most)}; hãy xem lại.", "count")
    if publication.what == Publication.What.NEWS:
        publication.medium = ""
    else:
        publication.site = ""
        if publication.medium not in cuts.VALUES["medium"]:
            raise Refused("Hãy chọn tài liệu giấy hay điện tử.", "medium")


class PublicationForm(RecordForm):
    only_for = {"site": ("what", ("news",)), "medium": ("what", ("document",))}
    rare = ("address",)

    what = forms.ChoiceField(
        label="Có gì", choices=Publication.What.choices, initial="news", widget=ChipSelect
    )
    name = forms.CharField(
        label="Tên bài, tên tài liệu", required=False, max_length=200, help_text="Không ghi tên người."
    )
    count = forms.IntegerField(
        label="Số tin bài, số bản", min_value=1, max_value=max(MOST.values()), initial=1, localize=True
    )
    site = forms.CharField(
        label="Đăng ở đâu", required=False, max_length=60, help_text="Ví dụ: Cổng thông tin Công đoàn."
    )
    medium = forms.ChoiceField(
        label="Giấy hay điện tử", choices=list(cuts.VALUES["medium"].items()), initial="paper",
        required=False, widget=ChipSelect,
    )  # fmt: skip
    address = forms.URLField(label="Địa chỉ trang", required=False, max_length=300, assume_scheme="https")


PUBLICATION = register(
    Kind(
        slug="publication",
        label="Tin bài, tài liệu tuyên truyền",
        icon="newspaper",
        chapter=7,
        model=Publication,
        form=PublicationForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({NEWS, DOCUMENTS}),
        hint="Tin, bài trên trang thông tin; tờ rơi, sổ tay, tài liệu",
        words=("tin bài", "bài viết", "đăng tin", "tài liệu", "tờ rơi", "trang thông tin"),
    )
)
