"""Settings of the test suite: the product's own, in a home folder that is thrown away.

`CONGDOAN_TEST_DB=pg` runs the same suite on PostgreSQL (see `postgres.py`); otherwise a SQLite file in WAL
mode, as in production. With pytest-xdist the controlling process loads this first: the folder and the server
it makes are handed to the workers by the environment and taken away when it ends.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests import postgres


def _home() -> str:
    """A fresh home folder of this process, below the one the controlling process removes at its end."""
    if "CONGDOAN_TEST_ROOT" not in os.environ:
        root = os.environ["CONGDOAN_TEST_ROOT"] = tempfile.mkdtemp(prefix="congdoan-test-")
        atexit.register(shutil.rmtree, root, ignore_errors=True)
    return tempfile.mkdtemp(dir=os.environ["CONGDOAN_TEST_ROOT"])


ON_POSTGRES = os.environ.get("CONGDOAN_TEST_DB", "sqlite") == "pg"

os.environ["CONGDOAN_HOME"] = _home()
os.environ["CONGDOAN_SECRET"] = "for tests only"
os.environ["CONGDOAN_URL"] = "http://127.0.0.1:8000"
os.environ.pop("CONGDOAN_DATABASE_URL", None)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in the test's thread
if ON_POSTGRES:
    os.environ["CONGDOAN_DATABASE_URL"] = postgres.address("congdoan")

from congdoan.settings import *  # noqa: E402, F403
from congdoan.settings import DATABASES, STATIC_ROOT  # noqa: E402

Path(STATIC_ROOT).mkdir()  # empty: pages take their files from the package
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

if not ON_POSTGRES:
    _file = Path(os.environ["CONGDOAN_HOME"]) / "test.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": str(_file)}
    _options = DATABASES["default"]["OPTIONS"]
    _options["init_command"] = _options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
