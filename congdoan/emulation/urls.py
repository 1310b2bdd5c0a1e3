"""Addresses of proposals, councils and decisions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
