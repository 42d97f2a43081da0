#!/bin/sh
# browser.sh: a Chromium for the tests of pages and for screenshots; installs Debian's where there is none and we may. Prints its path.
set -eu
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [ -z "$browser" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
    browser=$(command -v chromium || true)
fi
if [ -z "$browser" ]; then
    echo "no Chromium here; on Debian: sudo apt install chromium (or name one in the environment: CHROMIUM=/path)" >&2
    exit 1
fi
echo "$browser"
