package dev.weighbridge.formats.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that became shorter while it was in use: what its missing bytes were can no longer be
 * told.
 *
 * <p>Only files that are {@linkplain FileMapper#open mapped} can change under a model; small ones
 * are read as a whole. The virtual machine tells of a page that is gone by an {@link
 * InternalError}, which may come some instructions behind the read, even in the caller. So it is
 * not each read that throws this, but each piece of work that reads: opening, deriving an answer,
 * the rules of a linter. Whoever reads a view's bytes by himself may do the same with {@link
 * #guard}. There is then no result, not half of one.
 */
public final class ChangedFileException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private static final String SENTENCE =
      "expected a file that stays as it is, found that it became shorter while it was read";

  private ChangedFileException(String sentence, InternalError fault) {
    super(sentence, new IOException(sentence, fault));
  }

  /** The sentence, with the name of the file if it can still be told. */
  private static ChangedFileException of(Optional<Path> file, InternalError fault) {
    return new ChangedFileException(file.map(name -> name + ": ").orElse("") + SENTENCE, fault);
  }

  /**
   * Does a piece of work that reads bytes; of a single read it may be told too late.
   *
   * @return what the work gives
   * @throws ChangedFileException if a file became shorter under it
   */
  public static <T> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (InternalError e) {
      throw of(e);
    }
  }

  /**
   * What to throw in the place of an error of the virtual machine; its message names the file, if a
   * mapped one is now shorter than it was.
   *
   * @return the exception, if it tells of a file that became shorter
   * @throws InternalError the error itself, if it tells of something else
   */
  public static ChangedFileException of(InternalError fault) {
    String message = fault.getMessage();
    if (message != null && message.contains("unsafe memory access")) {
      return of(MappedFiles.shorter(), fault);
    }
    throw fault;
  }
}
