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
launcher=examples/cli/weighbridge
jar=examples/cli/target/weighbridge.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() {
  echo "whole-process: $*" >&2
}

has() {
  command -v "$1" >/dev/null
}

# shellcheck source=examples/benchmarks/inputs.sh
. examples/benchmarks/inputs.sh

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
# All at once, so that nothing is fetched between measurements.
targets='linux-x86_64 linux-aarch_64 osx-x86_64 osx-aarch_64 windows-x86_64'
for target in $targets; do
  opendal "$target" >/dev/null
done
wasm=$(biome)

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
for target in $targets; do
  library=$(opendal "$target")
  group "OpenDAL $target" "$(bytes "$library")"
  symbols "$library"
done
group biome_wasm "$(bytes "$wasm")"
weighbridge 'size --by symbol' size --by symbol "$wasm"
row 'wasm-objdump -x -j Code' wasm-objdump -x -j Code "$wasm"
row 'wasm-objdump -h' wasm-objdump -h "$wasm"
row 'llvm-nm' llvm-nm "$wasm"

if [ -n "$missing" ]; then
  echo
  echo "Not installed here, so without a row: $(tr ' ' '\n' <<<"$missing" | sort -u | tr '\n' ' ')"
fi
