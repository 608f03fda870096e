#!/bin/sh
# Check the whole project: form, lint, types, tests. With words after it, they go to pytest and only that runs:
#   ./test.sh tests/unit -k gap
set -eu

here=$(readlink -f -- "$0")
here=${here%/*}
. "$here/scripts/setup.sh"

QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM
prepare requirements-dev
prepare_libraries || exit 1
cd "$here"

[ $# -eq 0 ] || exec "$python" -X utf8 -m pytest "$@"

# What figures mean and where they are kept: no line and no branch without a test.
coverage="--cov=models.progress --cov=models.store --cov-report=term-missing --cov-fail-under=100"

failed=
"$python" -m ruff format --check --quiet . || failed="$failed, ruff format"
"$python" -m ruff check --quiet . || failed="$failed, ruff check"
"$python" -m mypy --no-error-summary || failed="$failed, mypy"
# File by file in their order: else those with few tests come last, and they are the longest ones.
# shellcheck disable=SC2086 # a list of words
"$python" -X utf8 -m pytest -q -n auto --dist loadfile --no-loadscope-reorder $coverage </dev/null || failed="$failed, pytest"
[ -z "$failed" ] || fail "test.sh: failed: ${failed#, }"
