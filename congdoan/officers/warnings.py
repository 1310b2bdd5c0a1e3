"""What a union is reminded of, with where the rule comes from. Nothing of it is refused: the sources are not the law itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.org.models import Unit

from . import queries
from .models import Committee, Post, Role
from .roles import INSPECTING, INSPECTORS, LEADERS

SMALL = 30  # members under which a grassroots union names one inspector instead of a committee
GUIDE = "Tài liệu hướng dẫn công tác ủy ban kiểm tra"


@dataclass(frozen=True)
class Warned:
    """One thing to look at, and the source of the rule; empty where it speaks for itself."""

    sentence: str
    source: str = ""


def warnings(unit: Unit, day: date) -> list[Warned]:
    """What to look at among the officers of a union on a day."""
    posts = queries.posts_on(unit, day)
    if not posts:
        return []
    return [*_chair(posts), *_term(unit, day), *_inspectors(posts), *_size(unit, posts, day), *_money(posts)]


def _chair(posts: list[Post]) -> Iterator[Warned]:
    if not any(post.role == Role.CHAIR for post in posts):
        yield Warned("Chưa ghi ai là Chủ tịch.")


def _term(unit: Unit, day: date) -> Iterator[Warned]:
    """The planned end has passed; or a committee is still that of the term before."""
    term = queries.term_on(unit, day)
    if term and term.to_on <= day:
        yield Warned(f"{term} đã hết hạn từ ngày {term.to_on:%d/%m/%Y}; đại hội xong hãy ghi nhiệm kỳ mới.")
    old = Committee.objects.filter(unit=unit, unmade=None, from_on__lte=day, to_on__gt=day)
    for committee in old.filter(from_on__lt=term.from_on) if term else ():
        yield Warned(f"{committee} vẫn là của nhiệm kỳ trước; hãy ghi danh sách mới.")


def _inspectors(posts: list[Post]) -> Iterator[Warned]:
    inspectors = {post.person_id for post in posts if post.role in INSPECTORS}
    leaders = {post.person_id for post in posts if post.role in LEADERS}
    both = len(inspectors & leaders)
    if inspectors and both * 3 > len(inspectors):
        yield Warned(
            f"Ủy ban Kiểm tra có {both} trong {len(inspectors)} người là ủy viên Ban Chấp hành; không nên quá một phần ba.",
            GUIDE,
        )


def _size(unit: Unit, posts: list[Post], day: date) -> Iterator[Warned]:
    """A small grassroots union names one member of its executive, a larger one elects a committee."""
    members = figure(find("members.total"), unit, Period.between(day, day)).value
    if not unit.kind.grassroots or not members:
        return
    elected = any(post.role in INSPECTORS for post in posts)
    if members < SMALL and elected:
        yield Warned(
            f"Công đoàn có {members} đoàn viên; dưới {SMALL} thì cử một ủy viên Ban Chấp hành phụ trách kiểm tra, không lập Ủy ban.",
            GUIDE,
        )
    if members >= SMALL and not elected:
        yield Warned(f"Công đoàn có {members} đoàn viên nhưng chưa ghi Ủy ban Kiểm tra.", GUIDE)


def _money(posts: list[Post]) -> Iterator[Warned]:
    """Who looks after the money does not also inspect it; who books it does not also hold it."""
    duties = (("kiểm tra", INSPECTING), ("kế toán", (Role.ACCOUNTANT,)), ("thủ quỹ", (Role.CASHIER,)))
    for person in {post.person_id: post.person for post in posts}.values():
        own = {post.role for post in posts if post.person_id == person.pk}
        held = [name for name, among in duties if own & set(among)]
        if len(held) > 1:
            yield Warned(
                f"{person.name} vừa làm {' vừa làm '.join(held)}; một người không nên giữ cả những việc này."
            )
