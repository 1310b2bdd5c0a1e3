"""Addresses of the shell; each page hangs its own here."""

from django.conf import settings
from django.contrib.auth import views as auth
from django.urls import path

from congdoan.web.views import amounts, door, gallery, units

urlpatterns = [
    path("dang-nhap", door.Door.as_view(), name="login"),
    path("dang-xuat", auth.LogoutView.as_view(), name="logout"),
    path("chon-cong-doan", units.unit_choose, name="unit_choose"),
    path("doc-so-tien", amounts.money_words, name="money_words"),
]

if settings.DEBUG:
    urlpatterns.append(path("mau", gallery.gallery, name="gallery"))
