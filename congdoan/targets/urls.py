"""Addresses of resolutions, targets and the score sheet."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
