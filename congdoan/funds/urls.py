"""Addresses of the funds' books."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
