@echo off
rem Start the program on Windows; the first call sets everything up. README.md tells what can follow.
rem The copy of requirements.txt in .venv is made last: without it, or when it differs, all is made anew.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "VENV_PYTHON=%VENV%\Scripts\python.exe"

if not exist "%VENV_PYTHON%" goto prepare
fc /b "%HERE%requirements.txt" "%VENV%\requirements.ready" >nul 2>&1
if errorlevel 1 goto prepare

:start
"%VENV_PYTHON%" -X utf8 "%HERE%main.py" %*
rem 103: the Python that .venv was made with is gone.
if %ERRORLEVEL% equ 103 if not defined PREPARED goto prepare
exit /b %ERRORLEVEL%

:prepare
chcp 65001 >nul
set "PREPARED=yes"
set "VERSION_FITS=import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
set "FOUND="
for %%p in ("py -3" "py -3.14" "py -3.13" "py -3.12" "py -3.11" "python") do if not defined FOUND (
    %%~p -c "%VERSION_FITS%" >nul 2>&1 && set "FOUND=%%~p"
)
if not defined FOUND (
    echo Cần Python từ 3.11 đến 3.14: hãy cài từ trang chủ Python rồi chạy lại lệnh này. 1>&2
    echo Python 3.11 to 3.14 is needed: install it from Python's home page, then run this again. 1>&2
    exit /b 1
)
echo Chuẩn bị chương trình, khoảng một phút, chỉ một lần ... 1>&2
echo Setting the program up, about a minute, this once ... 1>&2
if exist "%VENV%" rmdir /s /q "%VENV%"
%FOUND% -m venv "%VENV%" || exit /b 1
"%VENV_PYTHON%" -m pip install --quiet --disable-pip-version-check --no-input --compile --require-hashes --only-binary :all: -r "%HERE%requirements.txt"
if errorlevel 1 (
    echo Chưa tải được các thư viện; hãy kiểm tra mạng rồi chạy lại lệnh này. 1>&2
    echo The libraries could not be fetched; look at the network and run this command again. 1>&2
    exit /b 1
)
"%VENV_PYTHON%" -m compileall -q "%HERE%main.py" "%HERE%models" "%HERE%reports" "%HERE%ui" >nul
copy /y /b "%HERE%requirements.txt" "%VENV%\requirements.ready" >nul
goto start
