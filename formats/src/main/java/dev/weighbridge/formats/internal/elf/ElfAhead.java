package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.internal.tasks.TaskThreads;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.concurrent.CancellationException;

/**
 * Reads of a large file what needs nothing else and will be asked for: how long the names of its
 * symbols are, while its relocations are stated; its unwind tables, while its symbols are.
 */
final class ElfAhead implements Runnable {
  private final ElfFile elf;
  private final Work work = Work.current().helped();

  private ElfAhead(ElfFile elf) {
    this.elf = elf;
  }

  /** Begins to read; who asks for the same meanwhile waits for it. */
  static void start(ElfFile elf) {
    TaskThreads.start(new ElfAhead(elf), "weighbridge ahead");
  }

  @Override
  @SuppressWarnings("ReturnValueIgnored") // The file keeps what was read.
  public void run() {
    Work before = work.begin();
    try {
      elf.symbolTable().firstNameUsers();
      elf.unwindTables();
    } catch (BinaryException
        | ChangedFileException
        | CancellationException
        | OutOfMemoryError
        | StackOverflowError
        | InternalError e) {
      // Whoever needs the same reads it again and is told.
      return;
    } finally {
      Work.end(before);
    }
  }
}
