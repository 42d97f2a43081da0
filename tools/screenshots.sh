#!/bin/sh
# screenshots.sh BIN PAGE: the pictures in docs/images/, made from the sample page by a Chromium and Playwright.
set -eu
bin=$1 page=$2

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [ -z "$browser" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
        browser=$(command -v chromium)
    else
        echo "no Chromium here; on Debian: sudo apt install chromium (or name one: CHROMIUM=/path make screenshots)" >&2
        exit 1
    fi
fi
"$bin/python" -m pip install --quiet --disable-pip-version-check playwright
"$bin/sayso" read "$page" --html demo/reading.html
"$bin/python" tools/screenshots.py "$browser" demo/reading.html docs/images
