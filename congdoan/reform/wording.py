"""A plan read out: each step as a sentence people would write into a decision."""

from congdoan.org.models import UnitKind

from .named import Named
from .plan import Plan, Step
from .sharing import ruled

SHOWN = 6  # unions named in one sentence


def sentences(plan: Plan) -> list[str]:
    """One for each step, in order."""
    named = Named(plan)
    return [_SAID[step.do](step, named) for step in plan.steps]


def _found(step: Step, named: Named) -> str:
    return f"Thành lập {step.name}, trực thuộc {named.name(step.under)}"


def _move(step: Step, named: Named) -> str:
    who = _listed(step.units, named) if step.units else ""
    if step.of:
        who = f"{who}; " * bool(who) + f"tất cả công đoàn trực thuộc {named.name(step.of)}"
    return f"Chuyển {who} về trực thuộc {named.name(step.to)}"


def _merge(step: Step, named: Named) -> str:
    into = step.into[0]
    if into in step.units or into not in named.new:
        others = tuple(code for code in step.units if code != into)
        return f"Sáp nhập {_listed(others, named)} vào {named.name(into)}"
    return f"Hợp nhất {_listed(step.units, named)} thành {named.name(into)}"


def _split(step: Step, named: Named) -> str:
    unit, parts = named.name(step.units[0]), named.names(step.into)
    ruling = "".join(f"; {named.name(code)} nhận theo {ruled(rule)}" for code, rule in step.rule.items())
    return f"Tách {parts} khỏi {unit}{ruling}" if step.keeps else f"Chia {unit} thành {parts}{ruling}"


def _end(step: Step, named: Named) -> str:
    after = f"; {named.name(step.to)} tiếp nhận" if step.to else "; không có nơi tiếp nhận"
    return f"Kết thúc hoạt động của {_listed(step.units, named)}{after}"


def _rename(step: Step, named: Named) -> str:
    name = step.naming.get("name")
    return f"{named.name(step.units[0])} đổi {f'tên thành {name}' if name else 'cách ký văn bản'}"


def _change(step: Step, named: Named) -> str:
    kind = UnitKind.objects.filter(code=step.kind).first()
    return f"{named.name(step.units[0])} thành {kind.name if kind else step.kind}{f': {step.name}' if step.name else ''}"


def _listed(codes: tuple[str, ...], named: Named) -> str:
    more = len(codes) - SHOWN
    return named.names(codes[:SHOWN]) + (f" và {more} công đoàn nữa" if more > 0 else "")


_SAID = {
    "found": _found, "move": _move, "merge": _merge, "split": _split, "end": _end, "rename": _rename, "change": _change,
}  # fmt: skip
