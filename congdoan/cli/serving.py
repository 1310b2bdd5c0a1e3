"""One process fit for a small union: the web server, and a worker beside it that folds, seals and tidies."""

import logging
import threading
import time

import waitress
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection

from congdoan.audit import actions as audit
from congdoan.ledger import rollups

log = logging.getLogger("congdoan.worker")
BEAT = 1.0  # seconds between two rounds of the worker


def serve(host: str, port: int, stop: threading.Event | None = None) -> int:
    """Serve until stopped. Needs no second service."""
    call_command("collectstatic", verbosity=0, interactive=False)
    stop = stop or threading.Event()
    worker = threading.Thread(target=work, args=(stop,), name="worker", daemon=True)
    worker.start()
    print(f"Sổ Công đoàn đang mở ở http://{host}:{port} (Ctrl+C để đóng)", flush=True)
    try:
        waitress.serve(get_wsgi_application(), host=host, port=port, threads=8, ident="")
    finally:
        stop.set()
        worker.join(timeout=10)
    return 0


def work(stop: threading.Event) -> None:
    """Fold and seal, round after round; what fails in one round is tried again in the next."""
    while not stop.is_set():
        started = time.monotonic()
        try:
            close_old_connections()
            one_round()
        except Exception:
            log.exception("a round of the worker failed; figures stay right, it is tried again")
            connection.close()
        stop.wait(max(0.0, BEAT - (time.monotonic() - started)))
    connection.close()


def one_round() -> None:
    """What the worker does each time."""
    rollups.fold()
    audit.seal()
