"""The addresses of programs. Each asks for a token; the page that describes them asks for a login, as pages do."""

from django.urls import URLPattern, include, path, re_path

from . import (
    awards,
    changing,
    complaints,
    councils,
    decisions,
    demands,
    figures,
    funds,
    members,
    oversight,
    proposing,
    recording,
    reports,
    resolving,
    scoring,
)
from .door import api, nothing_here, opened

PAGE = "openapi-view"

for room in (changing, figures, recording, members, funds, reports):
    api.add_router("", room.router)
for room in (proposing, councils, decisions, awards, oversight, demands, complaints, scoring, resolving):
    api.add_router("", room.router)

patterns, room_name, space = api.urls
for pattern in patterns:
    if isinstance(pattern, URLPattern) and pattern.name != PAGE:
        pattern.callback = opened(pattern.callback)

urlpatterns = [
    path("v1/", include((patterns, room_name), namespace=space)),
    re_path(r"^(?P<rest>.*)$", opened(nothing_here), name="api_nothing_here"),
]
