#!/bin/sh
# Makes the pictures of the documentation, and measures how a page behaves in a real browser.
#
#   docs/images/make.sh                  pictures of the embedded sample into this folder
#   docs/images/make.sh measure FILE     load, search and zoom times of the page of FILE
#
# check.mjs beside it clicks through pages and checks what they show; the tests with native tools run it.
#
# Needs the built command (mvn package), Node 20 or newer, xz and Chromium; CHROMIUM names another browser.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
jar="$here/../../examples/cli/target/weighbridge.jar"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run() {
  # Node 20 has the WebSocket that drives the browser behind a switch, later versions as it is.
  if node -e 'process.exit(typeof WebSocket === "undefined" ? 1 : 0)'; then
    node "$@"
  else
    node --experimental-websocket --no-warnings "$@"
  fi
}

if [ "${1:-}" = measure ]; then
  java -jar "$jar" size "$2" --format html -o "$scratch/page.html"
  ls -l "$scratch/page.html" | awk '{ print "page: " $5 " bytes" }'
  run "$here/measure.mjs" "$scratch/page.html"
else
  java -jar "$jar" size --format html -o "$scratch/size.html"
  builds="$here/../../core/src/test/resources/fixtures/advisor"
  xz -dc "$builds/j2c-release.xz" > "$scratch/j2c-release"
  xz -dc "$builds/j2c-lto-z-abort.xz" > "$scratch/j2c-lto-z-abort"
  java -jar "$jar" diff "$scratch/j2c-release" "$scratch/j2c-lto-z-abort" --format html -o "$scratch/diff.html"
  run "$here/pictures.mjs" "$scratch" "$here"
fi
