"""Addresses of the register of papers, of plans and of meetings' packs."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
