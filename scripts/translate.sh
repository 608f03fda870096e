#!/bin/sh
# Take the words of the screen out of the code into resources/i18n/cchc_vi.ts, and compile the translations.
# Then translate what is marked unfinished in that file, and run this once more. With --check: fail on unfinished.
set -eu

here=$(readlink -f -- "$0")
here=${here%/*}/..
cd "$here"
qt=$(.venv/bin/python -c 'import os, PySide6; print(os.path.dirname(PySide6.__file__))')

# The tool reads one file a call in some versions only when all are named; sorted, so that the order never changes.
# shellcheck disable=SC2046 # a list of paths without spaces
"$qt/lupdate" -silent -locations none -no-obsolete -source-language en -target-language vi \
    $(find ui -name '*.py' | LC_ALL=C sort) -ts resources/i18n/cchc_vi.ts
strict=
[ "${1-}" != --check ] || strict=-fail-on-unfinished
for name in cchc_vi qtbase_vi; do
    # shellcheck disable=SC2086 # empty when it is not wanted
    "$qt/lrelease" -silent $strict "resources/i18n/$name.ts" -qm "resources/i18n/$name.qm"
done
