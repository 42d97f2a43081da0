#!/bin/sh
# venv.sh PYTHON FOLDER REQUIREMENT: a virtual environment in FOLDER with this project and REQUIREMENT's extras in it.
set -eu
python=$1 folder=$2 requirement=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Sayso needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian keeps these apart from python3
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "installing python3-venv" >&2
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    else
        echo "this Python cannot make virtual environments; on Debian: sudo apt install python3-venv" >&2
        exit 1
    fi
fi
[ -x "$folder/bin/python" ] && "$folder/bin/python" -c 'import pip' 2>/dev/null || "$python" -m venv --clear "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$requirement"
