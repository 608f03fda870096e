"""The language of the screen: Vietnamese by default, English as in the source."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui.resources import resource

_installed: list[QTranslator] = []


def use_language(code: str) -> None:
    """Speak vi or en from now on; windows made before keep their words, so make them anew."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    for name in ("qtbase", "cchc"):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(str(resource("i18n", f"{name}_{code}.qm"))):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
