"""Nobody is a member of two unions at once: held by the database on both."""

from django.db import migrations

TABLE = "members_membership"
OTHER = (
    f"SELECT 1 FROM {TABLE} WHERE person_id = NEW.person_id AND unmade_id IS NULL AND id <> NEW.id"
    " AND from_on < NEW.to_on AND NEW.from_on < to_on"
)


def add(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        editor.execute(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT members_no_overlap EXCLUDE USING gist"
            " (person_id WITH =, int4range(from_on, to_on) WITH &&) WHERE (unmade_id IS NULL)"
        )
        return
    for event in ("INSERT", "UPDATE"):
        editor.execute(
            f"CREATE TRIGGER members_no_overlap_{event.lower()} AFTER {event} ON {TABLE} WHEN NEW.unmade_id IS NULL BEGIN"
            f" SELECT RAISE(ABORT, 'a member of two unions at once') WHERE EXISTS ({OTHER}); END"
        )


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT members_no_overlap")
        return
    for event in ("insert", "update"):
        editor.execute(f"DROP TRIGGER members_no_overlap_{event}")


class Migration(migrations.Migration):
    dependencies = [("members", "0002_register")]
    operations = [migrations.RunPython(add, drop)]
