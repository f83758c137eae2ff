package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfDebugLink;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.DebugFiles;
import dev.weighbridge.formats.spi.DebugFiles.DebugFile;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Finds the separate debug file of a stripped program: one that was given, or that of the name in
 * {@code .gnu_debuglink}. Only one with the build id of the program is used; where there are no
 * build ids, one with the checksum beside that name.
 */
final class ElfDebugFile {
  private static final int BLOCK = 1 << 16;

  private final ElfFile elf;
  private final DebugFiles files;
  private final Diagnostics diagnostics;

  ElfDebugFile(ElfFile elf, DebugFiles files, Diagnostics diagnostics) {
    this.elf = elf;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /** The debug file, if one was found that belongs to the program. */
  Optional<ElfFile> find() {
    Optional<ElfDebugLink> link = elf.debugLink();
    if (link.isEmpty() && !files.isGiven()) {
      return Optional.empty();
    }
    for (DebugFile file : files.named(link.map(ElfDebugLink::fileName).orElse(""))) {
      Optional<ElfFile> found = open(file, link);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ElfFile> open(DebugFile file, Optional<ElfDebugLink> link) {
    try {
      ElfFile found = ElfFile.of(file.bytes());
      String expected = identity(elf, link.map(ElfDebugLink::checksum).orElse(-1L));
      String actual = identity(found, found.buildId().isPresent() ? -1 : checksum(file.bytes()));
      if (actual.equals(expected) && !actual.isEmpty()) {
        return Optional.of(found);
      }
      diagnostics.warn(file.name(), -1, text(expected), text(actual));
    } catch (BinaryException e) {
      diagnostics.error(file.name() + ": " + e.structure(), -1, e.expected(), e.found());
    }
    return Optional.empty();
  }

  private static String identity(ElfFile file, long checksum) {
    Optional<String> id = file.buildId();
    if (id.isPresent()) {
      return "build id " + id.get();
    }
    return checksum < 0 ? "" : String.format(Locale.ROOT, "checksum 0x%08x", checksum);
  }

  private static String text(String identity) {
    return identity.isEmpty() ? "neither build id nor checksum" : identity;
  }

  private static long checksum(Bytes file) {
    CRC32 sum = new CRC32();
    byte[] block = new byte[BLOCK];
    for (long at = 0; at < file.length(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, file.length() - at);
      file.copy(at, block, 0, length);
      sum.update(block, 0, length);
    }
    return sum.getValue();
  }
}
