"""The addresses of programs. Each asks for a token; the page that describes them asks for a login, as pages do."""

from django.urls import URLPattern, include, path, re_path

from . import (
    awards,
    changing,
    complaints,
    convening,
    councils,
    country,
    decisions,
    delegates,
    demands,
    figures,
    files,
    funds,
    importing,
    keeping,
    loans,
    members,
    money,
    officers,
    oversight,
    owed,
    papers,
    people,
    petitions,
    plans,
    proposing,
    recording,
    reforming,
    reports,
    resolving,
    scoring,
    taking_in,
    texts,
    yearly,
)
from .door import api, nothing_here, opened

PAGE = "openapi-view"

ROOMS = (
    *(changing, figures, recording, members, funds, reports),
    *(papers, plans, convening, delegates, officers, loans, files),
    *(owed, people, texts, money, petitions, importing, taking_in),
    *(keeping, yearly, reforming, country),
    *(proposing, councils, decisions, awards, oversight, demands, complaints, scoring, resolving),
)
for room in ROOMS:
    api.add_router("", room.router)

patterns, room_name, space = api.urls
for pattern in patterns:
    if isinstance(pattern, URLPattern) and pattern.name != PAGE:
        pattern.callback = opened(pattern.callback)

urlpatterns = [
    path("v1/", include((patterns, room_name), namespace=space)),
    re_path(r"^(?P<rest>.*)$", opened(nothing_here), name="api_nothing_here"),
]
