package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;

/**
 * One kind of file that tells more about one binary: what the binary calls it, how to tell whether
 * given bytes are it, and how they are read.
 *
 * @param <T> what reading one gives
 */
public interface SideFileKind<T> {
  /** What such a file is called in messages: {@code ELF debug file}. */
  String name();

  /**
   * The names under which it may be found, as paths relative to the folder of the binary, the
   * likeliest first; none if the binary states none. Files that a user gives are tried whatever
   * their names.
   */
  List<String> fileNames();

  /**
   * Whether the binary itself says that there is such a file: only then is it news that there is
   * none. It is so by default.
   */
  default boolean isStated() {
    return true;
  }

  /**
   * Whether a file is of this kind at all, so that it is worth a word if it does not fit. It is so
   * by default; a kind beside others of its format says no to theirs.
   *
   * @param candidate the whole file
   */
  default boolean concerns(Bytes candidate) {
    return true;
  }

  /**
   * Whether bytes are the file that is wanted, decided by what they say of themselves and never by
   * their name.
   *
   * @param candidate the whole file
   * @throws BinaryException if it cannot be told to be of this kind at all
   */
  Match match(Bytes candidate);

  /**
   * Reads a file that {@linkplain #match fits}.
   *
   * @param file the whole file
   * @param diagnostics where its defects go
   * @throws BinaryException if none of it can be trusted
   */
  T read(SideFile file, Diagnostics diagnostics);
}
