# Sourced by run.sh and test.sh, which say in $here where the project lies.
#
# Makes .venv, fills it with the locked packages, and looks for the system libraries that Qt needs.
# What is done leaves a stamp in .venv, so that the next call only compares two lines of text.
# A stamp is written last: whatever was broken off half way has none, and is made anew.

venv=$here/.venv
python=$venv/bin/python

# What Qt needs of a bare Debian or Ubuntu: off screen, and besides that on a screen.
offscreen_packages="libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
screen_packages="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"

say() {
    printf '%s\n' "$@" >&2
}

fail() {
    say "$@"
    exit 1
}

# stamp LOCK: the lock file and the Python that .venv would be made of now.
stamp() {
    printf '%s %s\n' "$(sha256sum <"$here/$1.txt")" "$(readlink -f "$python")"
}

# is_ready LOCK: whether .venv holds what the lock file says, for a Python that is still there.
is_ready() {
    [ -x "$python" ] && [ -f "$venv/.$1" ] && read -r left <"$venv/.$1" && [ "$left" = "$(stamp "$1")" ]
}

# prepare LOCK: see that .venv holds what requirements.txt or requirements-dev.txt says.
prepare() {
    is_ready "$1" && return
    exec 9<"$here/requirements.txt"
    if command -v flock >/dev/null; then flock 9; fi # somebody may be at it in another window
    is_ready "$1" || fill_venv "$1"
    exec 9<&-
}

fill_venv() {
    is_ready requirements || make_venv
    say "Chuẩn bị chương trình, khoảng một phút, chỉ một lần ..." \
        "Setting the program up, about a minute, this once ..."
    rm -f "$venv"/.requirements*
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --compile \
        --require-hashes --only-binary :all: -r "$here/$1.txt" >&2 ||
        fail "Chưa tải được các thư viện; hãy kiểm tra mạng rồi chạy lại lệnh này." \
            "The libraries could not be fetched; look at the network and run this command again."
    "$python" -m compileall -q "$here/main.py" "$here/models" "$here/reports" "$here/ui" >&2 || true
    stamp requirements >"$venv/.requirements"
    [ "$1" = requirements ] || stamp "$1" >"$venv/.$1"
}

make_venv() {
    find_python
    # Debian keeps ensurepip in a package of its own.
    "$found" -c 'import ensurepip, venv' 2>/dev/null ||
        install_packages "$("$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" || exit 1
    rm -rf "$venv"
    "$found" -m venv "$venv" >&2 ||
        fail "Không tạo được thư mục $venv" "The folder $venv could not be made"
}

# The upper end is that of PySide6 6.10.
find_python() {
    for found in python3 python3.14 python3.13 python3.12 python3.11; do
        "$found" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null &&
            return
    done
    fail "Cần Python từ 3.11 đến 3.14; hãy cài đặt, ví dụ: sudo apt-get install python3 python3-venv" \
        "Python 3.11 to 3.14 is needed; install it, for example: sudo apt-get install python3 python3-venv"
}

# install_packages PACKAGE...: by apt-get where we may; else print the line to type and return 1.
install_packages() {
    if ! command -v apt-get >/dev/null; then
        say "Hãy cài các gói tương đương với / install what corresponds to (Debian): $*"
        return 1
    elif [ "$(id -u)" -eq 0 ]; then
        as_root=env
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n env"
    else
        say "Thiếu gói của hệ thống; hãy gõ dòng sau rồi chạy lại / system packages are missing; type this, then run again:" \
            "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        return 1
    fi
    say "Cài gói của hệ thống / installing system packages: $*"
    apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120"
    $apt update </dev/null >/dev/null || true # an old list may still do
    $apt install -y --no-install-recommends "$@" </dev/null >/dev/null
}

# missing_libraries PLATFORM: what the loader does not find for our Qt modules and this platform's plug-in.
missing_libraries() {
    for qt in "$venv"/lib/python3*/site-packages/PySide6; do
        ldd "$qt/QtWidgets.abi3.so" "$qt/QtSvg.abi3.so" "$qt/QtTest.abi3.so" "$qt/QtPrintSupport.abi3.so" \
            "$qt/QtOpenGLWidgets.abi3.so" "$qt/Qt/plugins/platforms/libq$1.so" 2>/dev/null
    done | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u
}

# prepare_libraries: see that Qt can show windows here, or draw them off screen where that is asked for.
prepare_libraries() {
    case ${QT_QPA_PLATFORM-} in
    offscreen* | minimal*) platform=offscreen packages=$offscreen_packages ;;
    *) platform=xcb packages="$offscreen_packages $screen_packages" ;;
    esac
    [ -f "$venv/.libraries-$platform" ] && return
    if [ -n "$(missing_libraries $platform)" ]; then
        # shellcheck disable=SC2086 # a list of words
        install_packages $packages || return 1
        missing=$(missing_libraries $platform)
        [ -z "$missing" ] || { say "Còn thiếu thư viện / libraries still missing:" "$missing" && return 1; }
    fi
    : >"$venv/.libraries-$platform"
}
