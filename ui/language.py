"""The language of the screen: Vietnamese by default, English as in the source."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui.resources import resource

_installed: list[tuple[QTranslator, bytes]] = []


def use_language(code: str) -> None:
    """Speak vi or en from now on; windows made before keep their words, so make them anew."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop()[0])
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    for name in ("qtbase", "cchc"):
        path = resource("i18n", f"{name}_{code}.qm")
        if not path.exists():
            continue
        words = path.read_bytes()  # by its name Qt would map the file: an update would take the words away
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(words):
            QCoreApplication.installTranslator(translator)
            _installed.append((translator, words))
