#!/bin/sh
# make.sh TALLY.RS: compiles the sources in this folder and tally.rs anew, into the files beside; rustc 1.95.0.
set -e
here=$(cd "$(dirname "$0")" && pwd)
tally=$(cd "$(dirname "$1")" && pwd)
out=$(mktemp -d)
export RUSTC_BOOTSTRAP=1
cd "$here"
v0="-C symbol-mangling-version=v0"
cd "$tally"
for what in items:mono-items types:type-sizes; do
  rustc --edition 2024 --crate-name tally -C opt-level=3 -C strip=debuginfo $v0 --remap-path-prefix="$PWD=." \
    -Zprint-${what#*:} -o "$out/tally" tally.rs | gzip -9n > "$here/tally-${what%:*}.txt.gz"
done
cd "$here"
for what in items:mono-items types:type-sizes; do
  { rustc --edition 2021 --crate-type lib -C codegen-units=2 --out-dir "$out" -Zprint-${what#*:} rack.rs
    rustc --edition 2021 -C codegen-units=4 --extern rack="$out/librack.rlib" -C linker=true -Zprint-${what#*:} -o "$out/till" till.rs
  } 2>&1 | gzip -9n > "till-${what%:*}.txt.gz"
done
for f in tally till; do python3 count.py $f-items.txt.gz $f-types.txt.gz | gzip -9n > $f.tsv.gz; done
rm -r "$out"
