#!/bin/sh
# Links three units, of which one has local functions, by g++ 12.2.0 and GNU ld 2.40 of Debian 12.
set -e
cd "$(dirname "$0")"
g++ -O2 -o parts main.cpp log.cpp shape.cpp
gzip -9n <parts >../parts.gz
rm -f parts
