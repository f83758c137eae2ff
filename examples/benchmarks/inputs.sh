# The published files that are measured: fetched once, checked by sha256, kept in the folder "cache". Sourced by scripts,
# which set "cache" and have a function "say". MAVEN_CENTRAL and NPM_REGISTRY name where to fetch from.
# shellcheck shell=bash
: "${cache:?expected a folder for what is fetched}"

# fetch URL FILE SHA256
fetch() {
  mkdir -p "$cache"
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

# opendal TARGET: the native library of OpenDAL for a target, in a folder of its name; tells its path
opendal() {
  local jar=opendal-0.48.2-$1.jar library sum
  case $1 in
    linux-x86_64) sum=95f1b2d28e4a607038877f50f33aeda7d55881c81fdf127df9b2b8ce71499e80 library=libopendal_java.so ;;
    linux-aarch_64) sum=766f5335ce025de13d15c10b9f54b220d2fd238aa31b409ea102e728b07c7479 library=libopendal_java.so ;;
    osx-x86_64) sum=4f611a52ff088348203bffdca078cb5360a1ebef9c8a4d91270f5f28487b8125 library=libopendal_java.dylib ;;
    osx-aarch_64) sum=f36d6975815d96ceb13538063910ea32fde2dd9a3d10c6836111a6bd6a3b4c81 library=libopendal_java.dylib ;;
    windows-x86_64) sum=f2f608612cb233503a1624ca27f38df191f3c2abf8a32216303e6019458a7c5f library=opendal_java.dll ;;
    *)
      say "$1: expected a target that OpenDAL is measured for"
      exit 2
      ;;
  esac
  fetch "${MAVEN_CENTRAL:-https://repo.maven.apache.org/maven2}/org/apache/opendal/opendal/0.48.2/$jar" "$jar" "$sum"
  if [ ! -f "$cache/$1/$library" ]; then
    mkdir -p "$cache/$1"
    unzip -q -o -j "$cache/$jar" "native/$1/$library" -d "$cache/$1"
  fi
  echo "$cache/$1/$library"
}

# biome: the module of Biome for the web; tells its path
biome() {
  local module=$cache/biome_wasm_bg.wasm
  fetch "${NPM_REGISTRY:-https://registry.npmjs.org}/@biomejs/wasm-web/-/wasm-web-2.4.15.tgz" wasm-web-2.4.15.tgz \
    a50b03af339c8c7bda804ad6d80630bbb2a43f4b38f56abb5ea21ff2f0c1e16d
  [ -f "$module" ] || tar -xzf "$cache/wasm-web-2.4.15.tgz" -C "$cache" --strip-components=1 package/biome_wasm_bg.wasm
  echo "$module"
}
