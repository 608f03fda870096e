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
    [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-}" ] ||
        fail "Không có màn hình; các lệnh không cần màn hình thì vẫn chạy được, xem ./run.sh --help" \
            "There is no screen; the commands that need none still work, see ./run.sh --help"
    ;;
esac
exec "$python" -X utf8 "$here/main.py" "$@"
