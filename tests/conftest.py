"""What every test stands on: no screen is needed, and nobody's own settings and logs are touched."""

import os
import tempfile

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOME = tempfile.TemporaryDirectory(prefix="cchc-tests-", ignore_cleanup_errors=True)
for _kind in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_kind}_HOME"] = os.path.join(_HOME.name, _kind.lower())

settings.register_profile("cchc", deadline=None)  # a busy machine is no failure
settings.load_profile("cchc")
