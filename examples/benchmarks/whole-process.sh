#!/usr/bin/env bash
# Measures the weighbridge command as a whole process, the start of the virtual machine included, against nm, llvm-nm,
# llvm-size, wasm-objdump, c++filt and llvm-cxxfilt, and prints a Markdown table. README.md beside it says how to read it.
#
# Usage: examples/benchmarks/whole-process.sh [CACHE]
#   CACHE         folder for what is fetched, 100 MB; target/benchmarks by default
#   RUST_SYSROOT  a Rust toolchain with lib/librustc_driver-*.so and bin/cargo; by default that of rustc
#   RUNS, WARMUP  runs of each command that count, 10, and before them, 2
#   MAVEN_CENTRAL, NPM_REGISTRY  where to fetch from
set -euo pipefail
cd "$(dirname "$0")/../.."
exec </dev/null

cache=${1:-target/benchmarks}
runs=${RUNS:-10}
warmup=${WARMUP:-2}
maven=${MAVEN_CENTRAL:-https://repo.maven.apache.org/maven2}
npm=${NPM_REGISTRY:-https://registry.npmjs.org}
launcher=examples/cli/weighbridge
jar=examples/cli/target/weighbridge.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() {
  echo "whole-process: $*" >&2
}

has() {
  command -v "$1" >/dev/null
}

# fetch URL FILE SHA256
fetch() {
  if [ ! -f "$cache/$2" ]; then
    say "fetching $1"
    curl -fsSL -o "$cache/$2.part" "$1"
    mv "$cache/$2.part" "$cache/$2"
  fi
  echo "$3  $cache/$2" | sha256sum --check --quiet --strict >&2 || {
    say "$cache/$2: expected another sha256; remove it to fetch it again"
    exit 2
  }
}

# opendal CLASSIFIER LIBRARY SHA256: the native library of one target
opendal() {
  local jar=opendal-0.48.2-$1.jar
  fetch "$maven/org/apache/opendal/opendal/0.48.2/$jar" "$jar" "$3"
  if [ ! -f "$cache/$1/$2" ]; then
    mkdir -p "$cache/$1"
    unzip -q -o -j "$cache/$jar" "native/$1/$2" -d "$cache/$1"
  fi
}

# group INPUT BYTES: the rows that follow are of this input; the first of them is what the others are compared with.
group() {
  input="$1, $(sed ':more; s/\B[0-9]\{3\}\>/,&/; t more' <<<"$2") bytes"
  base=
}

# row WHAT COMMAND...: a row of the table. The command runs without a shell; what it prints goes nowhere.
row() {
  local what=$1 command median memory=-
  shift
  if ! has "$1"; then
    missing+=" $1"
    return
  fi
  command=$(printf '%q ' "$@")
  if ! hyperfine -N --style none --warmup "$warmup" --runs "$runs" --export-csv "$cache/last.csv" "$command" \
    >/dev/null 2>"$cache/last.err"; then
    say "$what: no row for $input, because it failed: $("$@" 2>&1 >/dev/null | head -n 1)"
    return
  fi
  # The command comes first and may hold commas, so the median is counted from the end.
  median=$(tail -n 1 "$cache/last.csv" | awk -F, '{ print $(NF - 4) * 1000 }')
  base=${base:-$median}
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$cache/last.memory" "$@" >/dev/null 2>&1
    memory=$(awk 'END { printf "%.0f", $1 / 1024 }' "$cache/last.memory")
  fi
  awk -v input="$input" -v what="$what" -v ms="$median" -v base="$base" -v memory="$memory" \
    'BEGIN { printf "| %s | `%s` | %.0f | %.2f | %s |\n", input, what, ms, ms / base, memory }'
}

# weighbridge WHAT ARGUMENT...: both ways to start it
weighbridge() {
  local what=$1
  shift
  row "weighbridge $what" "$launcher" "$@"
  row "java -jar weighbridge.jar $what" "$java" -jar "$jar" "$@"
}

# symbols FILE: what each symbol weighs, against what lists symbols and their sizes
symbols() {
  weighbridge 'size --by symbol' size --by symbol "$1"
  row 'weighbridge size --by symbol -n 0 --format csv' "$launcher" size --by symbol -n 0 --format csv "$1"
  row 'nm -S --size-sort' nm -S --size-sort "$1"
  row 'nm -S --size-sort -C' nm -S --size-sort -C "$1"
  row 'llvm-nm -S --size-sort' llvm-nm -S --size-sort "$1"
  row 'llvm-nm -S --size-sort -C' llvm-nm -S --size-sort -C "$1"
}

# sections FILE: what each section weighs, against what reads the headers only
sections() {
  weighbridge 'size --by section' size --by section "$1"
  row 'llvm-size -A' llvm-size -A "$1"
}

bytes() {
  wc -c <"$1"
}

missing=
if ! has hyperfine; then
  say 'expected hyperfine to be installed (apt-get install hyperfine), found nothing'
  exit 2
fi
[ -x /usr/bin/time ] || say 'no /usr/bin/time (apt-get install time): the table has no memory'
[ -f "$jar" ] || {
  say "expected $jar, found nothing; build it with mvn -q package -DskipTests"
  exit 2
}
mkdir -p "$cache"

sysroot=${RUST_SYSROOT:-$(rustc --print sysroot 2>/dev/null || true)}
driver=$(find "$sysroot/lib" -maxdepth 1 -name 'librustc_driver-*.so' 2>/dev/null | head -n 1)
cargo=$sysroot/bin/cargo
opendal linux-x86_64 libopendal_java.so 95f1b2d28e4a607038877f50f33aeda7d55881c81fdf127df9b2b8ce71499e80
opendal linux-aarch_64 libopendal_java.so 766f5335ce025de13d15c10b9f54b220d2fd238aa31b409ea102e728b07c7479
opendal osx-x86_64 libopendal_java.dylib 4f611a52ff088348203bffdca078cb5360a1ebef9c8a4d91270f5f28487b8125
opendal osx-aarch_64 libopendal_java.dylib f36d6975815d96ceb13538063910ea32fde2dd9a3d10c6836111a6bd6a3b4c81
opendal windows-x86_64 opendal_java.dll f2f608612cb233503a1624ca27f38df191f3c2abf8a32216303e6019458a7c5f
fetch "$npm/@biomejs/wasm-web/-/wasm-web-2.4.15.tgz" wasm-web-2.4.15.tgz \
  a50b03af339c8c7bda804ad6d80630bbb2a43f4b38f56abb5ea21ff2f0c1e16d
wasm=$cache/biome_wasm_bg.wasm
[ -f "$wasm" ] || tar -xzf "$cache/wasm-web-2.4.15.tgz" -C "$cache" --strip-components=1 package/biome_wasm_bg.wasm

echo "$(date -u +%F), $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1);" \
  "$("$java" -version 2>&1 | head -n 1);" \
  "$(nm --version 2>/dev/null | head -n 1); $(llvm-nm --version 2>/dev/null | grep -o 'LLVM version .*');" \
  "wabt $(wasm-objdump --version 2>/dev/null); $(rustc --version 2>/dev/null)"
echo "Medians of $runs runs after $warmup."
echo
echo '| input | command | ms | ratio | peak MiB |'
echo '| --- | --- | ---: | ---: | ---: |'

if [ -n "$driver" ] && [ -f "$cargo" ]; then
  group librustc_driver "$(bytes "$driver")"
  symbols "$driver"
  group librustc_driver "$(bytes "$driver")"
  sections "$driver"
  group cargo "$(bytes "$cargo")"
  symbols "$cargo"
  if has nm; then
    names=$cache/names.txt
    nm -j "$driver" >"$names"
    group "the $(wc -l <"$names") names of librustc_driver" "$(bytes "$names")"
    export names
    row 'weighbridge demangle' sh -c "exec $launcher demangle <\"\$names\""
    row 'java -jar weighbridge.jar demangle' sh -c "exec $java -jar $jar demangle <\"\$names\""
    for tool in c++filt llvm-cxxfilt; do
      if has "$tool"; then
        row "$tool" sh -c "exec $tool <\"\$names\""
      else
        missing+=" $tool"
      fi
    done
  fi
else
  say "no Rust toolchain in '$sysroot': expected lib/librustc_driver-*.so and bin/cargo; their rows are left out; RUST_SYSROOT names one"
fi
for target in linux-x86_64 linux-aarch_64 osx-x86_64 osx-aarch_64; do
  library=$(find "$cache/$target" -name 'libopendal_java.*')
  group "OpenDAL $target" "$(bytes "$library")"
  symbols "$library"
done
group 'OpenDAL windows-x86_64' "$(bytes "$cache/windows-x86_64/opendal_java.dll")"
symbols "$cache/windows-x86_64/opendal_java.dll"
group biome_wasm "$(bytes "$wasm")"
weighbridge 'size --by symbol' size --by symbol "$wasm"
row 'wasm-objdump -x -j Code' wasm-objdump -x -j Code "$wasm"
row 'wasm-objdump -h' wasm-objdump -h "$wasm"
row 'llvm-nm' llvm-nm "$wasm"

if [ -n "$missing" ]; then
  echo
  echo "Not installed here, so without a row: $(tr ' ' '\n' <<<"$missing" | sort -u | tr '\n' ' ')"
fi
