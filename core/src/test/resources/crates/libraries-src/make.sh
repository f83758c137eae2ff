#!/bin/sh
# Links the program with static libraries of Debian 12 (libbz2-dev 1.0.8-5+b1, zlib1g-dev 1.2.13), by GNU ld 2.40 and by the
# LLD of rustc 1.95.0, and writes what the maps say. GCC_LD is the folder gcc-ld of a Rust toolchain.
set -e
cd "$(dirname "$0")"
libraries=${LIBRARIES:-/usr/lib/x86_64-linux-gnu}
flags="-nostdlib -static -Wl,--unresolved-symbols=ignore-all,--build-id=none,--gc-sections"
gcc -O1 -fno-inline -c main.c sort.c
for linker in gnu lld; do
  use=$([ $linker = lld ] && echo "-B$GCC_LD -fuse-ld=lld" || true)
  gcc $use $flags -o libraries-$linker main.o sort.o "$libraries/libbz2.a" "$libraries/libz.a" -Wl,-Map=$linker.map
  python3 truth.py $linker.map | gzip -9n >../libraries-$linker.map.tsv.gz
  gzip -9n <libraries-$linker >../libraries-$linker.gz
done
rm -f *.o *.map libraries-gnu libraries-lld
