"""Addresses of imports. They carry uids; nothing of a file stands in an address."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.imports, name="imports"),
    path("mau/<slug:sort>", views.import_blank, name="import_blank"),
    path("<uuid:uid>", views.import_one, name="import_one"),
    path("<uuid:uid>/tien-do", views.import_progress, name="import_progress"),
    path("<uuid:uid>/dong", views.import_rows, name="import_rows"),
]
