"""Entries are added, never changed: the database refuses an update, and on PostgreSQL a deletion."""

from django.db import migrations

SQLITE = """CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END"""
FUNCTION = """CREATE FUNCTION ledger_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'entries are never changed'; END $$"""
TRIGGER = """CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION ledger_entry_append_only()"""


def add(apps, editor):
    for statement in (FUNCTION, TRIGGER) if editor.connection.vendor == "postgresql" else (SQLITE,):
        editor.execute(statement)


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION ledger_entry_append_only CASCADE")
    else:
        editor.execute("DROP TRIGGER ledger_entry_append_only")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
