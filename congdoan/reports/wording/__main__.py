from . import WORDINGS

for wording in WORDINGS.values():
    wording.write()
