#!/bin/sh
# screenshots.sh BIN PAGE PAGES: the pictures in docs/images/, of the sample page's reading and of the pages of sayso serve, made by a
# Chromium and Playwright from the sample coverage in PAGES.
set -eu
bin=$1 page=$2 pages=$3
browser=$(tools/browser.sh)
"$bin/sayso" read "$page" --html demo/reading.html
rm -rf demo/pictures
mkdir -p demo/pictures
"$bin/sayso" add "$pages" --to demo/pictures/coverage.sayso || [ $? = 1 ]
"$bin/python" -m tools.screenshots "$browser" demo/reading.html demo/pictures/coverage.sayso docs/images
