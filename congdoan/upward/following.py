"""The sums that are sent follow the roll-ups of the sent union: by triggers, in whatever transaction changes those.

So they cannot drift, whoever writes the roll-ups and however: folding, a change of the tree, a rebuild.
"""

from django.db import connection

from congdoan.ledger.sql import Text, run_nothing

PUBLICATION = "congdoan_upward"
OPS = {  # what a statement changes: rows that came, less rows that went
    "INSERT": ("NEW TABLE AS come", "SELECT *, 1 AS sign FROM come"),
    "UPDATE": (
        "OLD TABLE AS gone NEW TABLE AS come",
        "SELECT *, 1 AS sign FROM come UNION ALL SELECT *, -1 FROM gone",
    ),
    "DELETE": ("OLD TABLE AS gone", "SELECT *, -1 AS sign FROM gone"),
}
KEPT = "SELECT *, 1 AS sign FROM ledger_rollup"
CODE = "(SELECT u.code FROM upward_sent o JOIN org_unit u ON u.id = o.unit_id)"
HASH = """CASE WHEN quantity = 0 AND entries = 0 THEN 0 ELSE ('x' || substr(md5(
  concat_ws('|', indicator, subject, day, quantity, entries)), 1, 15))::bit(60)::bigint END"""

# The roll-up cells of a subject are told only as how many there are.
_SOME = "(quantity <> 0 OR entries <> 0)::int"
_CELLS = f"""SELECT * FROM (SELECT indicator, CASE WHEN subject > 0 THEN -2 ELSE subject END AS subject, day,
  SUM(sign * CASE WHEN subject > 0 THEN {_SOME} ELSE quantity END) AS quantity,
  SUM(sign * CASE WHEN subject > 0 THEN {_SOME} ELSE entries END) AS entries
  FROM ({{rows}}) r WHERE node_id = (SELECT unit_id FROM upward_sent) GROUP BY 1, 2, 3) c
  WHERE quantity <> 0 OR entries <> 0"""

_FOLLOW = f"""INSERT INTO upward_cell AS c (book, indicator, subject, day, quantity, entries)
  SELECT {CODE}, s.* FROM ({{cells}}) s ON CONFLICT (indicator, subject, day, book) DO UPDATE SET
  quantity = c.quantity + excluded.quantity, entries = c.entries + excluded.entries"""

_DIGEST = f"""UPDATE upward_book SET changed_at = now(), digest = digest + (SELECT COALESCE(SUM(sign * {HASH}), 0)
  FROM ({{rows}}) r WHERE book = {CODE}) WHERE code = {CODE}"""

_HEAD = """UPDATE upward_book b SET entry = NEW.entry, changed_at = now(), name = u.name, from_on = u.founded_on,
  to_on = u.ended_on FROM org_unit u JOIN upward_sent o ON u.id = o.unit_id WHERE b.code = u.code"""


def cells(rows: str = KEPT) -> str:
    """SELECT indicator, subject, day, quantity, entries: what these rows of the roll-ups come to, with nobody in them."""
    return _CELLS.format(rows=rows)


def begin() -> None:
    """Fill the sums from the roll-ups, follow these from now on, and offer both tables to whoever receives them."""
    for op, (tables, rows) in OPS.items():
        _follow("upward_cell", op, tables, _DIGEST.format(rows=rows))
        _follow("ledger_rollup", op, tables, _FOLLOW.format(cells=cells(rows)))
    _trigger("upward_head", "UPDATE OF entry ON ledger_watermark FOR EACH ROW", _HEAD)
    _do(_FOLLOW.format(cells=cells()))
    _do(f"CREATE PUBLICATION {PUBLICATION} FOR TABLE upward_book, upward_cell")


def end() -> None:
    """Offer and follow nothing any more."""
    _do(f"DROP PUBLICATION IF EXISTS {PUBLICATION}")
    for op in OPS:
        for table in ("upward_cell", "ledger_rollup"):
            _do(f"DROP FUNCTION IF EXISTS {_name(table, op)} CASCADE")
    _do("DROP FUNCTION IF EXISTS upward_head CASCADE")


def _follow(table: str, op: str, tables: str, body: str) -> None:
    _trigger(_name(table, op), f"{op} ON {table} REFERENCING {tables} FOR EACH STATEMENT", body)


def _trigger(name: str, when: str, body: str) -> None:
    head = f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
    _do(f"{head} SET search_path FROM CURRENT AS $$ BEGIN {body}; RETURN NULL; END $$")
    _do(f"CREATE TRIGGER {name} AFTER {when} EXECUTE FUNCTION {name}()")


def _name(table: str, op: str) -> str:
    return f"{table}_{op.lower()}_upward"


def _do(statement: str) -> None:
    run_nothing(Text(statement))


def supported() -> bool:
    """Whether this database can send or receive at all."""
    return connection.vendor == "postgresql"
