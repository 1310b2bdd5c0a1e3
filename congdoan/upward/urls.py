"""Addresses of the country's figures at the centre."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.country, name="country"),
    path("so/<slug:code>", views.country_figure, name="country_figure"),
    path("tep.<slug:ending>", views.country_file, name="country_file"),
]
