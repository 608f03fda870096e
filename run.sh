#!/bin/sh
# Start the program; the first call sets everything up. README.md tells what can follow.
set -eu

here=$(readlink -f -- "$0")
here=${here%/*}
. "$here/scripts/setup.sh"

prepare requirements
case ${1-} in
'' | *.cchc) # a window is asked for; under Wayland it can do without the libraries of X11
    prepare_libraries || [ -n "${WAYLAND_DISPLAY-}" ] || exit 1
    ;;
esac
exec "$python" -X utf8 "$here/main.py" "$@"
