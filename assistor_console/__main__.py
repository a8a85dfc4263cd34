"""`python -m assistor_console`: the same as `assistor-console`."""

import sys

from .cli import main

sys.exit(main())
