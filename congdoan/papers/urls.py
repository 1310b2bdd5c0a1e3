"""Addresses of papers and plans."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
