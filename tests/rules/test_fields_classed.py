"""Every field says who may see it: an app's `privacy.CLASSES` maps model → field → class."""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import AppConfig, apps
from django.db.models import Model

from tests.rules.source import ROOT

CLASSES = {"public", "internal", "personal", "sensitive"}
OURS = [config for config in apps.get_app_configs() if config.name.startswith("congdoan.")]


def fields(model: type[Model]) -> set[str]:
    """A model's own columns and lists; its row number tells nothing and is left out."""
    own = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return {field.name for field in own if not field.primary_key}


def classed(config: AppConfig) -> dict[str, dict[str, str]]:
    """What the app says of its fields."""
    name = f"{config.name}.privacy"
    return dict(import_module(name).CLASSES) if find_spec(name) else {}


def pairs(config: AppConfig) -> Iterator[tuple[str, str]]:
    """Model and field, of all an app keeps."""
    return ((model.__name__, name) for model in config.get_models() for name in fields(model))


@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_every_field_is_classed_and_every_class_has_its_field(config: AppConfig) -> None:
    said = {(model, name) for model, names in classed(config).items() for name in names}
    assert said == set(pairs(config))


@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_classes_are_the_four_we_know(config: AppConfig) -> None:
    assert {kind for names in classed(config).values() for kind in names.values()} <= CLASSES


def test_the_privacy_page_tells_of_all_that_tells_of_people() -> None:
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    told = re.findall(r"^\|[^|]*\|([^|]*)\| (personal|sensitive) \|", page, re.M)
    assert {(name, kind) for names, kind in told for name in re.findall(r"`(.+?)`", names)} == {
        (f"{model}.{name}", kind)
        for config in OURS
        for model, fields in classed(config).items()
        for name, kind in fields.items()
        if kind in ("personal", "sensitive")
    }
