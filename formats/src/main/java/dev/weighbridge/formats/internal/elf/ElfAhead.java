package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.BinaryException;

/**
 * Reads of a large file what needs nothing else and will be asked for: how long the names of its
 * symbols are, while its relocations are stated; its unwind tables, while its symbols are.
 */
final class ElfAhead implements Runnable {
  private final ElfFile elf;

  private ElfAhead(ElfFile elf) {
    this.elf = elf;
  }

  /** Begins to read; who asks for the same meanwhile waits for it. */
  static void start(ElfFile elf) {
    Thread thread = new Thread(new ElfAhead(elf), "weighbridge ahead");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // No room for another thread: whoever needs something reads it.
      return;
    }
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The file keeps what was read.
  public void run() {
    try {
      elf.symbolTable().firstNameUsers();
      elf.unwindTables();
    } catch (BinaryException
        | ChangedFileException
        | OutOfMemoryError
        | StackOverflowError
        | InternalError e) {
      // Whoever needs the same reads it again and is told.
      return;
    }
  }
}
