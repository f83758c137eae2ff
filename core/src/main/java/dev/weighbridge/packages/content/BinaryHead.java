package dev.weighbridge.packages.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the first bytes of a binary say: format, machine and whether it is started or linked to. */
final class BinaryHead {
  private static final int PT_INTERP = 3;

  private final byte[] head;
  private final int count;
  private final boolean isBig;

  private BinaryHead(byte[] head, int count, boolean isBig) {
    this.head = head;
    this.count = count;
    this.isBig = isBig;
  }

  /** The type of a binary; empty if the bytes begin none. */
  static Optional<ContentType> of(String path, byte[] head, int count) {
    if (ContentType.begins(head, count, "7F454C46") && count >= 52) {
      return Optional.of(new BinaryHead(head, count, head[5] == 2).elf(path));
    }
    if (ContentType.begins(head, count, "0061736D")) {
      return Optional.of(new ContentType("Wasm", "Wasm", "wasm32"));
    }
    if (isArchive(head, count)) {
      return Optional.of(new ContentType("static library", "archive", ""));
    }
    if (ContentType.begins(head, count, "4D5A") && count >= 64) {
      return new BinaryHead(head, count, false).pe();
    }
    return machO(path, head, count);
  }

  private static boolean isArchive(byte[] head, int count) {
    String begin = new String(head, 0, Math.min(count, 21), StandardCharsets.ISO_8859_1);
    return (begin.startsWith("!<arch>\n") || begin.startsWith("!<thin>\n"))
        && !begin.endsWith("debian-binary");
  }

  private ContentType elf(String path) {
    boolean is64 = head[4] == 2;
    String machine =
        switch (u16(18)) {
          case 3 -> "i386";
          case 8 -> "mips";
          case 20 -> "powerpc";
          case 21 -> "powerpc64";
          case 22 -> "s390x";
          case 40 -> "arm";
          case 62 -> "x86_64";
          case 183 -> "aarch64";
          case 243 -> is64 ? "riscv64" : "riscv32";
          case 258 -> "loongarch64";
          default -> "";
        };
    String label =
        switch (u16(16)) {
          case 1 -> path.endsWith(".ko") ? "kernel module" : "object file";
          case 2 -> "ELF executable";
          case 3 -> isProgram(path, is64) ? "ELF executable" : "ELF shared object";
          case 4 -> "core dump";
          default -> "ELF file";
        };
    boolean isDebug = path.endsWith(".debug") || path.endsWith(".dwp") || path.endsWith(".dwo");
    return new ContentType(isDebug ? "debug file" : label, "ELF", machine);
  }

  /** A program that may lie anywhere is a shared object that names an interpreter. */
  private boolean isProgram(String path, boolean is64) {
    long table = is64 ? u32(isBig ? 36 : 32) : u32(28);
    int size = u16(is64 ? 54 : 42);
    int rows = u16(is64 ? 56 : 44);
    for (int i = 0; i < rows; i++) {
      long row = table + (long) i * size;
      if (row + 4 > count) {
        break;
      }
      if (u32((int) row) == PT_INTERP) {
        // The C library can be started too.
        return !isLibraryName(path);
      }
    }
    return !isLibraryName(path);
  }

  private static boolean isLibraryName(String path) {
    return path.endsWith(".so") || path.contains(".so.");
  }

  private Optional<ContentType> pe() {
    long start = u32(60);
    if (start + 24 > count || u32((int) start) != 0x4550) {
      return Optional.of(ContentType.of("program of DOS"));
    }
    String machine =
        switch (u16((int) start + 4)) {
          case 0x14C -> "i386";
          case 0x8664 -> "x86_64";
          case 0xAA64 -> "aarch64";
          case 0x1C0, 0x1C4 -> "arm";
          default -> "";
        };
    boolean isLibrary = (u16((int) start + 22) & 0x2000) != 0;
    return Optional.of(new ContentType(isLibrary ? "PE library" : "PE executable", "PE", machine));
  }

  private static Optional<ContentType> machO(String path, byte[] head, int count) {
    boolean isLittle =
        ContentType.begins(head, count, "CFFAEDFE") || ContentType.begins(head, count, "CEFAEDFE");
    boolean isBig =
        ContentType.begins(head, count, "FEEDFACF") || ContentType.begins(head, count, "FEEDFACE");
    if ((isLittle || isBig) && count >= 28) {
      BinaryHead read = new BinaryHead(head, count, isBig);
      String machine =
          switch ((int) read.u32(4)) {
            case 7 -> "i386";
            case 0x0100_0007 -> "x86_64";
            case 12 -> "arm";
            case 0x0100_000C -> "aarch64";
            default -> "";
          };
      String label =
          switch ((int) read.u32(12)) {
            case 1 -> "object file";
            case 6 -> "Mach-O library";
            case 10 -> "debug file";
            default -> "Mach-O executable";
          };
      return Optional.of(new ContentType(label, "Mach-O", machine));
    }
    // A Java class begins alike; its version is far above any number of architectures.
    boolean isFat = ContentType.begins(head, count, "CAFEBABE") && count >= 8;
    if (isFat && new BinaryHead(head, count, true).u32(4) < 30 && !path.endsWith(".class")) {
      return Optional.of(new ContentType("Mach-O universal", "Mach-O", ""));
    }
    return Optional.empty();
  }

  private int u16(int at) {
    int first = head[at] & 0xFF;
    int second = head[at + 1] & 0xFF;
    return isBig ? first << 8 | second : second << 8 | first;
  }

  private long u32(int at) {
    long low = u16(at);
    long high = u16(at + 2);
    return isBig ? low << 16 | high : high << 16 | low;
  }
}
