"""Addresses of score sheets and their schemes."""

from django.urls import path

from . import views, views_schemes

urlpatterns = [
    path("", views.ratings, name="ratings"),
    path("cham/<uuid:scheme>", views.sheet_score, name="sheet_score"),
    path("bang/<uuid:uid>", views.sheet, name="rating_sheet"),
    path("bang/<uuid:uid>.<slug:ending>", views.sheet_file, name="sheet_file"),
    path("bang/<uuid:uid>/tham-dinh", views.sheet_verify, name="sheet_verify"),
    path("bang/<uuid:uid>/tra-lai", views.sheet_return, name="sheet_return"),
    path("mau", views_schemes.schemes, name="rating_schemes"),
    path("mau/moi", views_schemes.scheme_new, name="rating_scheme_new"),
    path("mau/<uuid:uid>", views_schemes.scheme, name="rating_scheme"),
]
