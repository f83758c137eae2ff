"""count.py ITEMS.gz TYPES.gz: items of each codegen unit, and size, alignment, padding and fields of each type."""
import gzip
import sys

units = {}
for line in gzip.open(sys.argv[1], "rt"):
    if line.startswith("MONO_ITEM"):
        for unit in line.rsplit("@@", 1)[1].split():
            name = unit.split("[")[0]
            units[name] = units.get(name, 0) + 1
for name in sorted(units):
    print("unit", name, units[name], sep="\t")

types = []
for line in gzip.open(sys.argv[2], "rt"):
    if not line.startswith("print-type-size "):
        continue
    words = line.split(None, 1)[1].strip()
    if words.startswith("type: "):
        name, rest = words[7:].rsplit("`: ", 1)
        numbers = [word for word in rest.replace(":", " ").split() if word.isdigit()]
        types.append([name, *numbers, 0, 0, 0])
    elif words.startswith("end padding"):
        types[-1][3] = int(words.split()[2])
    elif words.startswith(("field", "upvar", "local")):
        types[-1][4] += 1
    elif words.startswith("variant"):
        types[-1][5] += 1
for row in sorted(set(map(tuple, types))):
    print("type", *row, sep="\t")
