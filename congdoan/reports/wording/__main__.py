import congdoan.ledger.catalogue  # noqa: F401  (the forms name its figures)

from . import WORDINGS

for wording in WORDINGS.values():
    wording.write()
