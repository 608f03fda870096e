"""The door: hands the words of the command line to ui/commandline.py."""

import sys

from ui.commandline import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
