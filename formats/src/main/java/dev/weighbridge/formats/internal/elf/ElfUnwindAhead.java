package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.BinaryException;

/** Reads the unwind tables of a large file while its symbols are stated: they need no others. */
final class ElfUnwindAhead implements Runnable {
  private final ElfFile elf;

  private ElfUnwindAhead(ElfFile elf) {
    this.elf = elf;
  }

  /** Begins to read; who asks for the tables meanwhile waits for them. */
  static void start(ElfFile elf) {
    Thread thread = new Thread(new ElfUnwindAhead(elf), "weighbridge unwind tables");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // No room for another thread: whoever needs the tables reads them.
      return;
    }
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The file keeps the tables.
  public void run() {
    try {
      elf.unwindTables();
    } catch (BinaryException
        | ChangedFileException
        | OutOfMemoryError
        | StackOverflowError
        | InternalError e) {
      // Whoever needs the tables reads them again and is told.
      return;
    }
  }
}
