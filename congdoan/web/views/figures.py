"""Số liệu: the list of figures of a union and period, who has said nothing yet, and the list as a text to paste."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from congdoan.accounts import access, exports
from congdoan.base.errors import NotHere
from congdoan.base.table import Table
from congdoan.ledger.heard import heard
from congdoan.ledger.indicator import CHAPTERS, Chapter
from congdoan.org.models import Unit
from congdoan.web import asking, dashboard, switches, tables, telling
from congdoan.web.asking import Question
from congdoan.web.dashboard import Section
from congdoan.web.shell import PAGE, Item

CHAPTER, EVERY, WORDS = "chuong", "xem", "q"
ALL = "tat-ca"
NAMES_A_PAGE = 200


@dataclass(frozen=True)
class View:
    """What of the list is looked at; `url` gives the address of another view of the same question."""

    question: Question
    chapter: str = ""
    every: bool = False
    words: str = ""

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the search form sends along."""
        own = [(CHAPTER, self.chapter), (EVERY, ALL if self.every else "")]
        return [*asking.pairs(self.question), *((name, value) for name, value in own if value)]

    def url(
        self, question: Question | None = None, chapter: str | None = None, every: bool | None = None
    ) -> str:
        """The list's address with some of this changed."""
        shown = self.chapter if chapter is None else chapter
        everything = self.every if every is None else every
        own = {CHAPTER: shown, EVERY: ALL if everything else "", WORDS: self.words}
        kept = urlencode({name: value for name, value in own.items() if value})
        return f"{reverse('figures')}{(question or self.question).query()}{'&' if kept else ''}{kept}"


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The list, chapter by chapter."""
    view = _view(request)
    whole = dashboard.sections(view.question, view.words, view.every)
    found = [section for section in whole if view.chapter in ("", section.chapter.code)]
    if exports.asked(request):
        return _taken_out(request, view, found)
    context = {
        "view": view,
        "question": view.question,
        "query": view.question.query(),
        "sections": found,
        "tabs": _tabs(view, whole),
        "sentence": dashboard.sentence(found) if found else "",
        "every": _every(view),
        "scopes": switches.scopes(view.question, view.url),
        "trees": switches.trees(view.question, view.url),
        "way": switches.way_told(view.question),
        "writes": access.may_write(request.user, view.question.unit),
        **_latest(view, dashboard.worked(found)),
        "grassroots": view.question.unit.kind.grassroots,
    }
    return render(request, "web/figures.html", context)


@require_safe
def figures_silent(request: HttpRequest, chapter: str) -> HttpResponse:
    """The names behind "53/56": who has said nothing of a chapter, who answered that there was nothing, who has recorded."""
    question, found = asking.read(request), _chapter(chapter)
    from_whom = heard(question.unit, question.so_far)
    silent = from_whom.silent(found.number)
    if exports.asked(request):
        lists = [Table("Chưa ghi, chưa trả lời", tables.UNIONS, named(silent))]
        lists.append(Table("Không phát sinh", tables.UNIONS, named(from_whom.nil.get(found.number, ()))))
        about = [found.name, question.period.label()]
        return exports.handed(request, f"chua-ghi-{found.code}", question.unit, *lists, about=about)
    page = Paginator(silent, NAMES_A_PAGE).get_page(request.GET.get(PAGE))
    context = {
        "question": question,
        "chapter": found,
        "page": page,
        "silent": named(page.object_list),
        "nil": named(from_whom.nil.get(found.number, ())),
        "recorded": len(from_whom.recorded.get(found.number, ())),
        "liable": len(from_whom.liable),
    }
    return render(request, "web/figures_silent.html", context)


@require_safe
def figures_text(request: HttpRequest) -> HttpResponse:
    """The most telling figures in ten lines, to paste into a chat. No names."""
    question = asking.read(request)
    return render(request, "web/figures_text.html", {"question": question, "text": telling.text(question)})


def _taken_out(request: HttpRequest, view: View, found: list[Section]) -> HttpResponse:
    """The list as a file, exact numbers in it."""
    question = view.question
    table = Table("Số liệu", tables.FIGURES, [row for section in found for row in section.rows])
    about = [question.period.label(), switches.way_told(question), f"có “{view.words}”" if view.words else ""]
    return exports.handed(request, "so-lieu", question.unit, table, about=about)


def named(units: Iterable[int]) -> list[Unit]:
    """These unions, in the order of their names."""
    return list(Unit.objects.filter(pk__in=list(units)).order_by("name_key"))


def _view(request: HttpRequest) -> View:
    get = request.GET
    chapter = get.get(CHAPTER, "")
    if chapter:
        _chapter(chapter)
    return View(asking.read(request), chapter, get.get(EVERY) == ALL, get.get(WORDS, "").strip())


def _chapter(code: str) -> Chapter:
    found = next((chapter for chapter in CHAPTERS.values() if chapter.code == code.upper()), None)
    if found is None:
        raise NotHere("Danh mục không có chương này; hãy chọn một chương ở trang Số liệu.")
    return found


def _tabs(view: View, whole: list[Section]) -> list[Item]:
    """All chapters, and each that has something."""
    tabs = [Item("Tất cả", view.url(chapter=""), active=not view.chapter)]
    return tabs + [
        Item(
            one.chapter.short_name,
            view.url(chapter=one.chapter.code),
            active=view.chapter == one.chapter.code,
        )
        for one in whole
    ]


def _latest(view: View, worked: bool) -> dict[str, object]:
    """Where no work is told: the last half-year that has some."""
    period = None if worked or view.words else telling.latest_period(view.question.unit)
    if period is None or period == view.question.period:
        return {}
    return {
        "latest": period,
        "latest_url": view.url(replace(view.question, period=period)),
        "latest_label": f"Xem {period.label()}",
        "latest_text": f"Lần gần nhất sổ có số liệu là {period.label()}.",
    }


def _every(view: View) -> list[Item]:
    return [
        Item("Có số liệu", view.url(every=False), active=not view.every),
        Item("Mọi mục", view.url(every=True), active=view.every),
    ]
