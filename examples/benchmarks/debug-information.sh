#!/usr/bin/env bash
# Measures weighbridge beside bloaty on programs with debug information, as whole processes run in turn, and prints a
# Markdown table: medians in seconds, and the medians of the ratios of pairs. README.md beside it says how to read it.
#
# Usage: examples/benchmarks/debug-information.sh FILE...
#   PAIRS        pairs of runs that count, 5, after one that does not
#   WORDS        questions: word of --by, colon, word of -d; "inline:inlines unit:compileunits" by default
#   WEIGHBRIDGE  the launcher; examples/cli/weighbridge by default
#   BLOATY       bloaty; that of the path by default
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pairs=${PAIRS:-5}
weighbridge=${WEIGHBRIDGE:-$here/../cli/weighbridge}
bloaty=${BLOATY:-bloaty}
words=${WORDS:-inline:inlines unit:compileunits}
(($# > 0)) || { echo "usage: debug-information.sh FILE..." >&2; exit 2; }

# run COMMAND...: prints seconds by the clock and of the processor
run() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" > /dev/null 2>&1; } 2>&1 | awk '{ printf "%.3f %.3f", $1, $2 + $3 }'
}

# median: the middle one of the numbers on standard input, one a line
median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f", (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

echo "| file | bytes | question | clock s | of bloaty | ratio | processor s | of bloaty | ratio | pairs |"
echo "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
for file; do
  for word in $words; do
    ours=("$weighbridge" size "$file" --by "${word%%:*}")
    theirs=("$bloaty" -d "${word#*:}" -n 0 "$file")
    run "${ours[@]}" > /dev/null
    run "${theirs[@]}" > /dev/null
    rows=
    for ((pair = 0; pair < pairs; pair++)); do
      if ((pair % 2 == 0)); then
        a=$(run "${ours[@]}")
        b=$(run "${theirs[@]}")
      else
        b=$(run "${theirs[@]}")
        a=$(run "${ours[@]}")
      fi
      rows+="$a $b"$'\n'
    done
    row="| $(basename "$file") | $(wc -c < "$file") | \`--by ${word%%:*}\`, \`-d ${word#*:}\` "
    for columns in 1:3 2:4; do
      a=${columns%:*}
      b=${columns#*:}
      row+="| $(printf %s "$rows" | awk -v c="$a" '{ print $c }' | median) "
      row+="| $(printf %s "$rows" | awk -v c="$b" '{ print $c }' | median) "
      row+="| $(printf %s "$rows" | awk -v a="$a" -v b="$b" '{ print $b / $a }' | median) "
    done
    echo "$row| $pairs |"
  done
done
