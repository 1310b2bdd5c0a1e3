"""Addresses of a meeting's delegates, minutes and papers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
