"""The templates a union may choose from: the built-in ones and those it uploaded. A template is data, not code."""

from pathlib import Path

from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.org.models import Unit

from . import checking, vocabulary
from .models import Template

FOLDER = Path(__file__).parent / "templates" / "word"
BUILT_IN = {"half_year": "Báo cáo sơ kết 6 tháng"}


def choices(unit: Unit) -> dict[str, str]:
    """What may be chosen for a report of this union: name or uid → label."""
    above = unit.ancestries.filter(unknown_at=None).values("ancestor")
    uploaded = Template.objects.filter(unit__in=above, retired=None).order_by("name")
    return BUILT_IN | {str(template.uid): template.name for template in uploaded}


def content(name: str) -> bytes:
    """The bytes of a template. Refuses one that doesn't exist."""
    if name in BUILT_IN:
        return (FOLDER / f"{name}.docx").read_bytes()
    found = Template.objects.filter(uid=name).first() if len(name) == 36 else None
    if found is None:
        raise Refused(f"Không có mẫu báo cáo “{name}”; các mẫu có sẵn: {', '.join(BUILT_IN)}.", "template")
    return store.get(found.digest)


def label(name: str) -> str:
    """What people call the template."""
    return BUILT_IN.get(name) or Template.objects.get(uid=name).name


def upload(*, unit: Unit, name: str, docx: bytes, by: int | None) -> Template:
    """Keep a union's own template. Refuses what is not a plain Word file, and every tag it doesn't know, by name."""
    if not nfc(name):
        raise Refused("Hãy đặt tên cho mẫu báo cáo.", "name")
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
