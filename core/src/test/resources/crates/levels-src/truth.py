import re, sys
# Each input section of code in a map of LLD or GNU ld: output section, address, size, crate.
crate = lambda o: (re.search(r'lib(\w+?)(?:-[0-9a-f]+)?\.rlib\(', o) or re.search(r'([a-z_]+)\.[0-9a-f]+-cgu\.[0-9]+\.rcgu\.o', o))
print('section', 'address', 'size', 'crate', sep='\t')
for line in open(sys.argv[1]):
    m = re.match(r'\s*([0-9a-f]+)\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+\s+(\S+):\((\.text\S*)\)', line)
    g = re.match(r' (\.text\S*)?\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S+)', line)
    row = (m.group(1), m.group(2), m.group(3)) if m else (g.group(2), g.group(3), g.group(4)) if g else None
    if row and int(row[0], 16) and int(row[1], 16) and crate(row[2]):
        print('.text', row[0].lstrip('0'), row[1].lstrip('0'), crate(row[2]).group(1), sep='\t')
