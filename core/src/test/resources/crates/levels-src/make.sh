# Makes levels-lld and levels-gnu, stripped, levels-named, which is the second before that, and what the maps say of their code.
set -e
flags="--edition 2024 -C opt-level=2 -C panic=abort -C codegen-units=1 -C force-unwind-tables=yes -C debuginfo=0 -C strip=debuginfo"
for linker in lld gnu; do
  extra=; [ $linker = gnu ] && extra=-Clinker-features=-lld
  for x in alpha-1.2.3 beta-0.4.0; do
    [ $x = beta-0.4.0 ] && more="--extern alpha=libalpha.rlib" || more=
    rustc $flags --crate-type rlib --crate-name ${x%%-*} $more --remap-path-prefix $PWD=/registry $PWD/$x/src/lib.rs -o lib${x%%-*}.rlib
  done
  (cd app && rustc $flags $extra --crate-name app -L.. --extern alpha=../libalpha.rlib --extern beta=../libbeta.rlib -C link-arg=-Wl,-Map=../levels-$linker.map,-z,max-page-size=4096,--defsym=rust_eh_personality=main -C link-arg=-lc -o ../levels-$linker src/main.rs)
  python3 truth.py levels-$linker.map | gzip -9n > ../levels-$linker.map.tsv.gz
  [ $linker = gnu ] && gzip -9nc levels-gnu > ../levels-named.gz
  strip levels-$linker
  gzip -9nc levels-$linker > ../levels-$linker.gz
done
cp ../levels-gnu.map.tsv.gz ../levels-named.map.tsv.gz
rm -f *.o *.rlib *.map levels-lld levels-gnu
