"""Addresses of officers, committees and groups."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
