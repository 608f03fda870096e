"""Settings of this machine and person. What belongs to a plan is in its file."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths

HOME_VARIABLE = "CCHC_HOME"
RECENT_FILES = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a person may set: its key, what type it has, what holds until then, and why it is there."""

    key: str
    type: type
    default: Any
    why: str


SETTINGS = (
    Setting("language", str, "vi", "vi or en: what the screen speaks"),
    Setting("theme", str, "system", "system, light or dark"),
    Setting("font_percent", int, 100, "size of all text, 90 to 150"),
    Setting("author", str, "", "the name that history keeps; empty: the name of the computer's user"),
    Setting("few_cases", int, 50, "rates of fewer cases are marked where units are ranked"),
    Setting("backup_folder", str, "", "where daily copies go; empty: beside the program's data"),
    Setting("last_file", str, "", "the file that the next start opens"),
    Setting("recent", list, [], "files opened lately, newest first"),
    Setting("sample_seen", bool, False, "whether the first start has been"),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


def home() -> Path:
    """Return the folder of the program's own data: sample, daily copies, log."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def sample_path() -> Path:
    """Return where the sample plan lies once it has been made."""
    return home() / "Nam Giang 2023.cchc"


def merged_sample_path() -> Path:
    """Return where the sample with the merger of 2025 lies once it has been made."""
    return home() / "Nam Giang 2025.cchc"


class Settings:
    """Reads and keeps the settings by key; window sizes and column widths by any key under "view/"."""

    def __init__(self) -> None:
        path = home() / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def __getitem__(self, key: str) -> Any:
        setting = _BY_KEY[key]
        value: Any = self._store.value(key, setting.default)
        if setting.type is list:
            return [value] if isinstance(value, str) else list(value or [])
        if setting.type is bool:
            return value in (True, "true")
        try:
            return setting.type(value)
        except (TypeError, ValueError):
            return setting.default

    def __setitem__(self, key: str, value: Any) -> None:
        self._store.setValue(_BY_KEY[key].key, value)

    def view(self, key: str) -> Any:
        """Return what was kept of the look of a window, splitter or table; None at first."""
        return self._store.value(f"view/{key}")

    def keep_view(self, key: str, value: Any) -> None:
        """Keep the look of a window, splitter or table (QByteArray, number or text)."""
        self._store.setValue(f"view/{key}", value)

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones, and have the next start open it."""
        recent = [str(path), *(each for each in self["recent"] if each != str(path))]
        self["recent"] = recent[:RECENT_FILES]
        self["last_file"] = str(path)

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    @property
    def font_percent(self) -> int:
        """The size of all text in percent."""
        return max(90, min(150, int(self["font_percent"])))

    @property
    def backup_folder(self) -> Path:
        """Where daily copies are kept."""
        return Path(self["backup_folder"] or home() / "backups")

    @property
    def author(self) -> str:
        """The name that history keeps."""
        return str(self["author"] or os.environ.get("USER") or os.environ.get("USERNAME") or "Cán bộ nhập")
