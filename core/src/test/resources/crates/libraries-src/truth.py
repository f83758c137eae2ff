"""Input sections of a linker map of GNU ld or LLD, with the library that each comes from; "-" for the program's own."""
import re
import sys

NAMES = {"libbz2.a": "libbz2", "libz.a": "zlib"}
GNU = re.compile(r"^ ?(\.\S+)?\s+0x([0-9a-f]+)\s+0x([0-9a-f]+) (\S+\.o\)?)$")
LLD = re.compile(r"^\s*([0-9a-f]+)\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+\s+(\S+\.o\)?):\((\.[^)]*)\)$")

print("section\taddress\tsize\tcrate")
section = ""
for line in open(sys.argv[1]):
    output = re.match(r"^(\.\S+)", line) or re.match(r"^[ 0-9a-f]+ +\d+ (\.\S+)$", line)
    section = output[1] if output else section
    gnu, lld = GNU.match(line), LLD.match(line)
    address, size, object_ = (gnu[2], gnu[3], gnu[4]) if gnu else (lld[1], lld[2], lld[3]) if lld else ("0", "0", "")
    if int(address, 16) and int(size, 16):
        archive = re.search(r"([^/]+\.a)[(:]", object_)
        print(section, address, size, NAMES[archive[1]] if archive else "-", sep="\t")
