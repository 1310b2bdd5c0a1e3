"""The verbs of targets: resolve, add, amend, withdraw, answer by hand, hand down, confirm a score sheet."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.text import nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import SCORE_SHEET, TARGETS
from congdoan.ledger.rules import after
from congdoan.officers.models import Term
from congdoan.org.models import Unit

from . import checks, draws, queries
from .judging import Verdict
from .models import Answer, Assignment, Confirmation, Judged, Resolution, Share, Target

Handed = Mapping[tuple[Target, Unit], Decimal | int]


def resolve(
    *,
    unit: Unit,
    title: str,
    signed_on: date,
    first: date,
    last: date,
    targets: Sequence[Mapping[str, Any]],
    by: int | None,
    term: Term | None = None,
    number: str = "",
    signer: str = "",
    uid: uuid.UUID | None = None,
) -> Resolution:
    """A congress or a committee resolves, with its targets. The same `uid` again gives the first answer."""
    if uid and (known := Resolution.objects.filter(uid=uid, unit=unit).first()):
        return known
    title = nfc(title)
    checks.resolution(unit, title, first, last, term)
    with writing(by=by, action="resolve", unit=unit.code, targets=len(targets)) as posting:
        made = Resolution.objects.create(
            uid=uid or uuid.uuid4(), unit=unit, title=title, number=nfc(number), signed_on=signed_on,
            signer=nfc(signer), term=term, from_on=first, to_on=after(last), made=posting,
        )  # fmt: skip
        for position, said in enumerate(targets, start=1):
            _set(made, posting, position=position, **said)
        _settle(unit, posting)
    return made


def add_target(*, resolution: Resolution, by: int | None, why: str = "", **said: Any) -> Target:
    """One more target, which the resolution was found to hold."""
    with _changing(resolution, by, "add_target", why) as posting:
        position = 1 + resolution.targets.count()
        target = _set(resolution, posting, position=position, **said)
        _settle(resolution.unit, posting)
    return target


def amend_target(*, target: Target, by: int | None, why: str, **said: Any) -> Target:
    """A paper sets a target anew; what it was is kept."""
    need_reason(why, "Hãy ghi văn bản điều chỉnh chỉ tiêu: số, ngày.")
    with _changing(target.resolution, by, "amend_target", why) as posting:
        _take_back(target, posting)
        amended = _set(target.resolution, posting, position=target.position, follows=target, **said)
        Answer.objects.filter(target=target, unmade=None).update(unmade=posting)
        _settle(target.resolution.unit, posting)
    return amended


def withdraw_target(*, target: Target, by: int | None, why: str) -> None:
    """A target no longer holds, or was written by mistake."""
    need_reason(why, "Hãy ghi lý do bỏ chỉ tiêu.")
    with _changing(target.resolution, by, "withdraw_target", why) as posting:
        _take_back(target, posting)
        _settle(target.resolution.unit, posting)


def withdraw(*, resolution: Resolution, by: int | None, why: str) -> None:
    """A resolution was written by mistake: all its targets go with it."""
    need_reason(why, "Hãy ghi lý do hủy nghị quyết này khỏi sổ.")
    with _changing(resolution, by, "withdraw_resolution", why) as posting:
        resolution.unmade = posting
        resolution.save(update_fields=["unmade"])
        for confirmation in resolution.confirmations.filter(unmade=None):
            _unconfirm(confirmation, posting)
        _settle(resolution.unit, posting)


def answer(*, target: Target, met: bool, on: date, reason: str, by: int | None) -> Answer:
    """Say by hand how a target stands that no figure answers."""
    reason = nfc(reason)
    checks.answer(target, on, reason)
    with _changing(target.resolution, by, "answer_target", reason) as posting:
        Answer.objects.filter(target=target, unmade=None).update(unmade=posting)
        return Answer.objects.create(target=target, met=met, on=on, reason=reason, made=posting)


def assign(
    *, resolution: Resolution, number: str, signed_on: date, handed: Handed, by: int | None
) -> Assignment:
    """A paper hands targets down: which union below, which target, how much. What a paper before gave the same
    unions of these targets falls away with it."""
    number = nfc(number)
    checks.handed(resolution, number, signed_on, handed)
    with _changing(resolution, by, "assign", number) as posting:
        made = Assignment.objects.create(
            resolution=resolution, number=number, signed_on=signed_on, made=posting
        )
        Share.objects.bulk_create(
            Share(assignment=made, target=target, unit=unit, value=value)
            for (target, unit), value in handed.items()
        )
    return made


def take_back(*, assignment: Assignment, by: int | None, why: str) -> None:
    """A paper that handed targets down no longer holds."""
    need_reason(why, "Hãy ghi lý do thu hồi văn bản giao chỉ tiêu.")
    with _changing(assignment.resolution, by, "unassign", why) as posting:
        assignment.unmade = posting
        assignment.save(update_fields=["unmade"])


def confirm(*, resolution: Resolution, by: int | None) -> Confirmation:
    """Say that a score sheet is final as it stands: what it says is kept, and a year's counts as a figure."""
    found = queries.score_sheet(resolution)
    judged_on = queries.day_of(resolution.period, None).on
    checks.confirmed(resolution, found, judged_on)
    with _changing(resolution, by, "confirm_score_sheet", "") as posting:
        for before in resolution.confirmations.filter(unmade=None):
            _unconfirm(before, posting)
        made = Confirmation.objects.create(resolution=resolution, judged_on=judged_on, made=posting)
        Judged.objects.bulk_create(
            Judged(
                confirmation=made, target=row.target, verdict=str(Verdict(row.verdict)),
                result=row.result_text[:60], attainment=row.attainment_text,
            )
            for row in found
        )  # fmt: skip
        post(posting, SCORE_SHEET, made.pk, draws.of_confirmation(made))
    return made


def _unconfirm(confirmation: Confirmation, posting: Posting) -> None:
    confirmation.unmade = posting
    confirmation.save(update_fields=["unmade"])
    post(posting, SCORE_SHEET, confirmation.pk, ())


def _changing(resolution: Resolution, by: int | None, action: str, why: str) -> Any:
    checks.stands(resolution)
    return writing(by=by, action=action, why=why[:500], what=str(resolution.uid), unit=resolution.unit.code)


def _set(resolution: Resolution, posting: Posting, **said: Any) -> Target:
    target = Target(resolution=resolution, made=posting, **said)
    target.text = nfc(target.text)
    checks.target(target)
    target.save(force_insert=True)
    return target


def _take_back(target: Target, posting: Posting) -> None:
    held = Target.objects.select_for_update().get(pk=target.pk)
    if held.unmade_id:
        raise Refused("Chỉ tiêu này đã được điều chỉnh hoặc bỏ rồi; hãy tải lại trang.")
    held.unmade = target.unmade = posting
    held.save(update_fields=["unmade"])


def _settle(unit: Unit, posting: Posting) -> None:
    post(posting, TARGETS, unit.pk, draws.of_union(unit))
