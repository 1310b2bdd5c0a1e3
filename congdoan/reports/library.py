"""The templates a union may choose from: the built-in ones and those it uploaded. A template is data, not code."""

import re
import uuid
from functools import lru_cache
from pathlib import Path

from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.base.text import nfc
from congdoan.org import queries
from congdoan.org.models import Unit

from . import checking, vocabulary
from .models import Template
from .questions import question_key
from .runs import OPEN
from .tags import FIGURE, TEXT, Tag
from .wording import WORDINGS

FOLDER = Path(__file__).parent / "templates" / "word"
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BUILT_IN = {name: wording.label for name, wording in WORDINGS.items()}


def choices(unit: Unit) -> dict[str, str]:
    """What may be chosen for a report of this union: name or uid → label. Its own templates and its superiors'."""
    above = queries.standing(today(), unit=unit).values("ancestor")
    uploaded = Template.objects.filter(unit__in=above, retired=None).order_by("name")
    suiting = [w for w in WORDINGS.values() if w.grassroots in (None, unit.kind.grassroots)]
    return {w.name: w.label for w in suiting} | {str(t.uid): t.name for t in uploaded}


def find(name: str) -> Template | None:
    """The uploaded template with this uid, if there is one."""
    try:
        return Template.objects.select_related("unit__kind").filter(uid=uuid.UUID(name)).first()
    except ValueError:
        return None


def content(name: str) -> bytes:
    """The bytes of a template. Refuses one that doesn't exist."""
    if name in BUILT_IN:
        return (FOLDER / f"{name}.docx").read_bytes()
    return store.get(_uploaded(name).digest)


def label(name: str) -> str:
    """What people call the template. Refuses one that doesn't exist."""
    return BUILT_IN.get(name) or _uploaded(name).name


def titled(label: str, period: Period) -> str:
    """A template's name and a period's in one, words that end the one and begin the other said once:
    "Báo cáo sơ kết 6 tháng" and "6 tháng đầu năm 2024" make "Báo cáo sơ kết 6 tháng đầu năm 2024"."""
    first, then = label.split(), period.label().split()
    lower = [word.lower() for word in first], [word.lower() for word in then]
    shared = next((n for n in range(min(len(first), len(then)), 0, -1) if lower[0][-n:] == lower[1][:n]), 0)
    if shared:
        return " ".join((*first, *then[shared:]))
    return f"{label}, {period.label()[:1].lower()}{period.label()[1:]}"


@lru_cache(maxsize=8)
def tags(docx: bytes) -> tuple[Tag, ...]:
    """What a template asks for, in order; read once. A code alone, before an optional sentence, asks for its figure."""
    found: list[Tag] = []
    for place in checking.checked(docx, vocabulary.of_catalogue()):
        found += place.tags.values()
        codes = (piece.text.strip("[: ").upper() for piece in place.pieces if piece.kind == OPEN)
        found += [Tag(FIGURE, codes=(code,)) for code in codes if code]
    return tuple(found)


def questions(docx: bytes) -> dict[str, Tag]:
    """Each question a template asks of the book, once, by its key."""
    asked = [tag.of(code) for tag in tags(docx) for code in tag.codes]
    return {question_key(tag): tag for tag in asked}


def places(docx: bytes) -> dict[str, str]:
    """The open places of a template: name → prompt."""
    return {tag.name: tag.prompt for tag in tags(docx) if tag.kind == TEXT}


def upload(*, unit: Unit, name: str, docx: bytes, by: int | None) -> Template:
    """Keep a union's own template. Refuses what is not a plain Word file, and every tag it doesn't know, by name."""
    if not nfc(name):
        raise Refused("Hãy đặt tên cho mẫu báo cáo.", "name")
    if Template.objects.filter(unit=unit, name__iexact=nfc(name), retired=None).exists():
        raise Refused(f"Đã có mẫu tên “{nfc(name)}”; hãy đặt tên khác, hoặc bỏ mẫu cũ trước.", "name")
    checking.tags_of(docx, vocabulary.of_catalogue())
    with writing(by=by, action="upload_template", unit=unit.code) as posting:
        return Template.objects.create(unit=unit, name=nfc(name), digest=store.put(docx), made=posting)


def retire(*, template: Template, by: int | None, why: str) -> None:
    """Take a template out of the choices; reports made from it stay as they are."""
    with writing(
        by=by, action="retire_template", why=why, what=str(template.uid), unit=template.unit.code
    ) as posting:
        template.retired = posting
        template.save(update_fields=["retired"])


def _uploaded(name: str) -> Template:
    if found := find(name):
        return found
    raise Refused(f"Không có mẫu báo cáo “{name[:60]}”; các mẫu có sẵn: {', '.join(BUILT_IN)}.", "template")
