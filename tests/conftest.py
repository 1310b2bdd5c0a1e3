"""What every test may ask for: the two devices of a browser, and an own installation for the command line."""

import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import postgres
from tests.cast import Cast
from tests.settings import ON_POSTGRES
from tests.staged import staged

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
DESK = {"viewport": {"width": 1280, "height": 800}}
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The same histories on every run, so that a red suite is somebody's doing. For a wider search, at leisure:
# HYPOTHESIS_PROFILE=wide
_unhurried = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
hypothesis_settings.register_profile("same", derandomize=True, database=None, **_unhurried)
hypothesis_settings.register_profile("wide", max_examples=2000, **_unhurried)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and leave out what only the other database can answer."""
    for item in items:
        if {"page", "phone", "desk", "device", "new_context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    elsewhere = "sqlite" if ON_POSTGRES else "postgres"
    left_out = [item for item in items if item.get_closest_marker(elsewhere)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def cast(db: None) -> Cast:
    """The standing cast, in the test's own transaction."""
    return staged()


expect.set_options(timeout=20_000)  # a busy machine is no fault of the page


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's own Chromium; nothing is downloaded."""
    return {"executable_path": shutil.which("chromium") or "/usr/bin/chromium", "args": CHROMIUM}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A browser as in Vietnam."""
    return {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


@pytest.fixture
def phone(live_server: LiveServer, new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone (390 × 844, touch); addresses are relative to the live server."""
    return new_context(base_url=live_server.url, **PHONE).new_page()


@pytest.fixture
def desk(live_server: LiveServer, new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a desk computer (1280 × 800); addresses are relative to the live server."""
    return new_context(base_url=live_server.url, **DESK).new_page()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def device(
    request: pytest.FixtureRequest, live_server: LiveServer, new_context: Callable[..., BrowserContext]
) -> Page:
    """The same test twice: once on the phone, once on the desk."""
    return new_context(base_url=live_server.url, **request.param).new_page()


@pytest.fixture
def installation(tmp_path: Path) -> dict[str, str]:
    """The environment of an own, empty installation: for tests that run `congdoan` as another process."""
    return own_installation(tmp_path)


def own_installation(folder: Path) -> dict[str, str]:
    """The same, in any folder."""
    environ = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    environ["CONGDOAN_HOME"] = str(folder / "home")
    environ.pop("CONGDOAN_DATABASE_URL", None)
    if ON_POSTGRES:
        environ["CONGDOAN_DATABASE_URL"] = postgres.create(f"own_{uuid.uuid4().hex}")
    return environ
