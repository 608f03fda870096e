"""What is copied out of the grid is read by Calc itself as the numbers that it is, whatever Calc's own notation."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from models.exchange.clipboard.writer import write_html

CALC = shutil.which("soffice")
LANGUAGE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{language}</value></prop></item></oor:items>"""
BLOCK = [["60,65%", "131", "1.234.567", "Đạt"], ["", "1,234", "−6,91", "50/63"]]
VALUE = re.compile(r'office:value-type="(?:float|percentage)"[^>]*? office:value="([^"]*)"')


@pytest.mark.slow
@pytest.mark.skipif(CALC is None, reason="needs LibreOffice")
@pytest.mark.parametrize("language", ["vi-VN", "en-US"])
def test_calc_reads_what_was_copied_as_numbers(tmp_path: Path, language: str) -> None:
    settings = tmp_path / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(LANGUAGE.format(language=language), encoding="utf-8")
    (tmp_path / "copied.html").write_text(write_html(BLOCK), encoding="utf-8")
    words = [
        str(CALC), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--infilter=HTML (StarCalc)", "--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / "copied.html"),
    ]  # fmt: skip
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    read = VALUE.findall((tmp_path / "copied.fods").read_text(encoding="utf-8"))
    assert read == ["0.6065", "131", "1234567", "1.234", "-6.91"]
