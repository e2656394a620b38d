"""`python -m lazyad`: the command line.

In: the words after it. Out: an exit status. A room of its own because Python runs this file.
"""

import sys

from lazyad.command import main

if __name__ == "__main__":
    sys.exit(main())
