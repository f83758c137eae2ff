# Which functions of tally are equal, PC-relative operands aside, by the text of GNU objdump:
#   python3 tally.equal-code.py tally > tally.equal-code.txt
# One line for each group of two or more: bytes of one function, then the addresses of all.
# A branch or an address inside the function counts by its distance from the function's start, any
# other counts as "_"; instructions of different length differ.
import bisect
import re
import subprocess
import sys

BRANCH = re.compile(r"^((?:bnd |notrack |data16 |rex\.W |rex |repz |cs )*(?:j\w+|call\w*|loop\w*|xbegin)\s+)([0-9a-f]+)(?: <.*)?$")
RIP = re.compile(r"-?0x[0-9a-f]+\(%rip\)(.*?)\s*# ([0-9a-f]+)(?: <.*)?$")

program = sys.argv[1]
functions = {}
for line in subprocess.check_output(["nm", "-S", program], text=True).splitlines():
    fields = line.split(" ", 3)
    if len(fields) == 4 and fields[1].strip() and fields[2] in "tTwWi" and int(fields[1], 16):
        functions[int(fields[0], 16)] = int(fields[1], 16)

code = []
for line in subprocess.check_output(
        ["objdump", "-d", "--no-show-raw-insn", program], text=True).splitlines():
    match = re.match(r"^ *([0-9a-f]+):\s+(.*?)\s*$", line)
    if match:
        code.append((int(match.group(1), 16), match.group(2)))
starts = [address for address, text in code]

def place(target, start, size):
    inside = start <= target < start + size
    return "+%x" % (target - start) if inside else "_"

groups = {}
for start, size in sorted(functions.items()):
    body = []
    at = bisect.bisect_left(starts, start)
    while at < len(code) and code[at][0] < start + size:
        address, text = code[at]
        text = BRANCH.sub(lambda m: m.group(1) + place(int(m.group(2), 16), start, size), text)
        text = RIP.sub(lambda m: place(int(m.group(2), 16), start, size) + "(%rip)" + m.group(1), text)
        body.append((address - start, re.sub(r" <.*", "", text)))
        at += 1
    if body:
        groups.setdefault((size, tuple(body)), []).append(start)
for (size, body), members in sorted(groups.items(), key=lambda group: group[1]):
    if len(members) > 1:
        print(size, *("%x" % member for member in members))
