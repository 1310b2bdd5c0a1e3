"""No two facts of a union overlap in one relation: held by the database on both."""

from django.db import migrations

RELATIONS = {"org_placement": "", "org_naming": "", "org_location": "", "org_sectorplacement": "", "org_organising": "employer_id"}
MESSAGE = "two facts of one union overlap"


def _same(table: str) -> str:
    extra = RELATIONS[table]
    both = "unit_id = NEW.unit_id" + (f" AND {extra} = NEW.{extra}" if extra else "")
    return f"SELECT 1 FROM {table} WHERE {both} AND unmade_id IS NULL AND id <> NEW.id AND from_on < NEW.to_on AND NEW.from_on < to_on"


def add(apps, editor):
    postgres = editor.connection.vendor == "postgresql"
    for table, extra in RELATIONS.items():
        if postgres:
            also = f"{extra} WITH =, " if extra else ""
            editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
            editor.execute(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_no_overlap EXCLUDE USING gist"
                f" (unit_id WITH =, {also}int4range(from_on, to_on) WITH &&) WHERE (unmade_id IS NULL)"
            )
            editor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {table}_forward CHECK (from_on < to_on)")
            continue
        for event in ("INSERT", "UPDATE"):
            editor.execute(
                f"CREATE TRIGGER {table}_no_overlap_{event.lower()} AFTER {event} ON {table} WHEN NEW.unmade_id IS NULL BEGIN"
                f" SELECT RAISE(ABORT, '{MESSAGE}') WHERE EXISTS ({_same(table)}) OR NEW.from_on >= NEW.to_on; END"
            )


def drop(apps, editor):
    for table in RELATIONS:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_no_overlap, DROP CONSTRAINT {table}_forward")
        else:
            for event in ("insert", "update"):
                editor.execute(f"DROP TRIGGER {table}_no_overlap_{event}")


class Migration(migrations.Migration):
    dependencies = [("org", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
