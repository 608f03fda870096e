#!/bin/sh
# Take the words of the screen out of the code into resources/i18n/cchc_vi.ts (cchc_en.ts: plurals only), and compile.
# Then translate what is marked unfinished there, and run this once more. With --check: fail on unfinished.
set -eu

here=$(readlink -f -- "$0")
here=${here%/*}/..
cd "$here"
qt=$(.venv/bin/python -c 'import os, PySide6; print(os.path.dirname(PySide6.__file__))')

sources=$(find ui -name '*.py' | LC_ALL=C sort)
words="-silent -locations none -no-obsolete -source-language en"
# shellcheck disable=SC2086 # lists of words without spaces
{
    "$qt/lupdate" $words -target-language vi $sources -ts resources/i18n/cchc_vi.ts
    "$qt/lupdate" $words -target-language en -pluralonly $sources -ts resources/i18n/cchc_en.ts
}
strict=
[ "${1-}" != --check ] || strict=-fail-on-unfinished
for name in cchc_vi cchc_en qtbase_vi; do
    # shellcheck disable=SC2086 # empty when it is not wanted
    "$qt/lrelease" -silent $strict "resources/i18n/$name.ts" -qm "resources/i18n/$name.qm"
done
