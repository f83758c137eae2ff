package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A kind of file that is no compiled program but is given for one: what it is called, and what to
 * do with it.
 *
 * <p>Kinds are told by a few bytes at a place of their own. Those that are surest come first.
 *
 * @param start where the bytes lie; below 0 counted from the end of the file
 * @param bytes two digits each, or {@code ??} for any byte, {@code xx} for a hexadecimal digit
 * @param name what the file is
 * @param advice what to do with it
 */
record FileSignature(long start, String bytes, String name, String advice) {
  private static final String UNPACK = "unpack it and weigh what is inside";
  private static final String OPEN =
      "open it as a package, as size, inspect, diff, check, duplicates and lint do";
  private static final String MOUNT = "weigh the files in it";
  private static final String COMPILE = "compile it and weigh what comes out";
  private static final String LINK = "link it and weigh what comes out";
  private static final String SCRIPT = "weigh the program that it starts";
  private static final String DUMP = "weigh the program that it was taken of";
  private static final String CONVERT = "weigh the ELF file that it was made of";
  private static final String UNREAD = "no reader for it is installed";

  private static final List<FileSignature> KNOWN =
      List.of(
          // What compilers hand to each other.
          at(0, "42 43 C0 DE", "LLVM bitcode", COMPILE),
          at(0, "DE C0 17 0B", "LLVM bitcode in a wrapper", COMPILE),
          at(0, "4D 4C EF 52", "MLIR bytecode", COMPILE),
          at(0, "03 02 23 07", "a SPIR-V module", UNREAD),
          at(0, "72 75 73 74 00 00 00", "metadata of a Rust crate", "weigh the library beside it"),
          at(0, "E2 9C A8 0E", "a Swift module", "weigh the library beside it"),
          at(0, "43 50 43 48", "a precompiled header of Clang", COMPILE),
          // The anonymous object of cl.exe; its class identifier is {0CB3FE38-...}.
          at(
              0,
              "00 00 FF FF ?? ?? ?? ?? ?? ?? ?? ?? 38 FE B3 0C A5 D9 AB 4D AC 9B D6 B6 22 26 53 C2",
              "an object of MSVC /GL, intermediate code of the compiler",
              LINK),
          text("(module", "WebAssembly in text form", "turn it into a binary first: wat2wasm"),
          text("--- !tapi-tbd", "a text stub of a library", "weigh the library itself"),
          text("/* GNU ld script", "a linker script", "weigh the library that it names"),
          text("go object ", "an object of the Go compiler", LINK),
          // Programs of other machines.
          at(0, "CA FE BA BE", "a Java class", UNREAD),
          at(0, "64 65 78 0A", "Android bytecode (dex)", UNREAD),
          at(0, "76 64 65 78", "verified Android bytecode (vdex)", UNREAD),
          at(0, "01 DF", "a program or object of AIX (XCOFF)", UNREAD),
          at(0, "01 F7", "a 64-bit program or object of AIX (XCOFF)", UNREAD),
          text("<bigaf>\n", "an archive of AIX", UNREAD),
          at(0, "56 5A", "a boot program of UEFI without its headers (TE)", CONVERT),
          at(0, "50 ED 55 BA", "a fat binary of CUDA", UNREAD),
          // What is made of programs.
          text("dyld_v1", "a shared cache of dyld", "extract its libraries and weigh them"),
          text("Microsoft C/C++ MSF 7.00", "a program database (PDB)", "give it with its program"),
          text("MDMP", "a minidump", DUMP),
          text("PAGEDU64", "a crash dump of Windows", DUMP),
          text("MODULE ", "a symbol file of Breakpad", DUMP),
          at(0, "55 46 32 0A 57 51 5D 9E", "a firmware image (UF2)", CONVERT),
          at(0, "3A xx xx xx xx xx xx xx xx", "a firmware image (Intel HEX)", CONVERT),
          at(0, "53 30 xx xx xx xx", "a firmware image (S-record)", CONVERT),
          at(0, "27 05 19 56", "an image of U-Boot", UNPACK),
          at(0, "D0 0D FE ED", "a device tree, or an image that begins with one", UNPACK),
          text("ANDROID!", "a boot image of Android", UNPACK),
          at(0, "3A FF 26 ED", "a sparse image of Android", UNPACK),
          at(40, "5F 46 56 48", "a firmware volume of UEFI", OPEN),
          // Packages and compressed files.
          at(0, "1F 8B", "a gzip file", OPEN),
          at(0, "FD 37 7A 58 5A 00", "an xz file", OPEN),
          at(0, "28 B5 2F FD", "a zstd file", OPEN),
          text("BZh", "a bzip2 file", UNPACK),
          at(0, "04 22 4D 18", "an lz4 file", OPEN),
          text("LZIP", "an lzip file", UNPACK),
          at(0, "5D 00 00", "an lzma file", OPEN),
          at(0, "1F 9D", "a file of compress", UNPACK),
          at(0, "50 4B 03 04", "a zip file, also apk, jar, wheel or ipa", OPEN),
          at(0, "50 4B 05 06", "an empty zip file", OPEN),
          at(257, "75 73 74 61 72", "a tar file", OPEN),
          text("!<arch>\ndebian-binary", "a Debian package", OPEN),
          at(0, "ED AB EE DB", "an rpm package", OPEN),
          at(0, "37 7A BC AF 27 1C", "a 7z file", UNPACK),
          at(0, "52 61 72 21 1A 07", "a rar file", UNPACK),
          text("MSCF", "a cabinet file", UNPACK),
          text("xar!", "a package of macOS (xar)", UNPACK),
          at(0, "D0 CF 11 E0 A1 B1 1A E1", "an installer of Windows (msi)", UNPACK),
          text("07070", "a cpio file", OPEN),
          at(0, "C7 71", "a cpio file", UNPACK),
          // Disks and file systems.
          text("hsqs", "a squashfs image, also snap", OPEN),
          text("sqsh", "a squashfs image", MOUNT),
          at(0, "45 3D CD 28", "a cramfs image", MOUNT),
          text("-rom1fs-", "a romfs image", MOUNT),
          text("UBI#", "a UBI image", MOUNT),
          at(0, "51 46 49 FB", "a disk image (qcow2)", MOUNT),
          text("KDMV", "a disk image (vmdk)", MOUNT),
          text("conectix", "a disk image (vhd)", MOUNT),
          text("vhdxfile", "a disk image (vhdx)", MOUNT),
          at(64, "7F 10 DA BE", "a disk image (vdi)", MOUNT),
          text("MSWIM", "a disk image of Windows (wim)", MOUNT),
          at(-512, "6B 6F 6C 79", "a disk image of macOS (dmg)", MOUNT),
          at(512, "45 46 49 20 50 41 52 54", "a disk image", MOUNT),
          at(32_769, "43 44 30 30 31", "a disk image (iso)", MOUNT),
          at(1_080, "53 EF", "an image of an ext file system", MOUNT),
          at(510, "55 AA", "a disk image, or a boot sector", MOUNT),
          // Text in place of a program.
          text("#!", "a script", SCRIPT),
          text("version https://git-lfs", "a pointer of Git LFS", "fetch the file: git lfs pull"),
          text("<!DOCTYPE", "a web page", "look why it was sent in place of a program"),
          text("<html", "a web page", "look why it was sent in place of a program"));

  /** What nothing above tells, and has no byte that text would not have. */
  private static final FileSignature TEXT = at(0, "", "text", "give a compiled program");

  private static final int HEAD = 512;

  private static FileSignature at(long start, String bytes, String name, String advice) {
    return new FileSignature(start, bytes, name, advice);
  }

  /** A kind that begins with ASCII text. */
  private static FileSignature text(String begin, String name, String advice) {
    byte[] ascii = begin.getBytes(StandardCharsets.US_ASCII);
    return at(0, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(ascii), name, advice);
  }

  /** What kind of file it is; empty if none of these. */
  static Optional<FileSignature> of(Bytes file) {
    Optional<FileSignature> known = KNOWN.stream().filter(kind -> kind.matches(file)).findFirst();
    return known.isEmpty() && isText(file) ? Optional.of(TEXT) : known;
  }

  private static boolean isText(Bytes file) {
    byte[] head = file.toArray(0, Math.min(HEAD, file.length()));
    for (byte one : head) {
      boolean isSpace = one == '\t' || one == '\n' || one == '\f' || one == '\r';
      if (!isSpace && (one < ' ' || one > '~')) {
        return false;
      }
    }
    return head.length > 0;
  }

  private boolean matches(Bytes file) {
    long at = start < 0 ? file.length() + start : start;
    int count = (bytes.length() + 1) / 3;
    if (!file.contains(at, count)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!matches(bytes.substring(3 * i, 3 * i + 2), file.u8(at + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String pattern, int found) {
    return switch (pattern) {
      case "??" -> true;
      case "xx" -> Character.digit(found, 16) >= 0;
      default -> Integer.parseInt(pattern, 16) == found;
    };
  }

  /** One sentence for people: {@code a gzip file: unpack it and weigh what is inside}. */
  String sentence() {
    return name + ": " + advice;
  }
}
