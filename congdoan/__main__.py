"""`python -m congdoan` is the command line."""

import sys

from congdoan.cli import main

sys.exit(main())
