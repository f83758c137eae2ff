package dev.weighbridge.formats.ar;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An archive: files one after the other, each behind a header of text. ar(5).
 *
 * <p>Immutable, and safe for several threads.
 */
public final class ArFile {
  private final Bytes bytes;
  private final List<ArMember> members;
  private final List<Diagnostic> diagnostics;
  private final Object lock = new Object();
  private @Nullable ArSymbolTable symbols;

  private ArFile(Bytes bytes, List<ArMember> members, List<Diagnostic> diagnostics) {
    this.bytes = bytes;
    this.members = List.copyOf(members);
    this.diagnostics = diagnostics;
  }

  /** Whether a file begins like an archive, of a kind that can be read or not. */
  public static boolean isArchive(Bytes file) {
    Objects.requireNonNull(file, "file");
    return begins(file, ArConstants.ARMAG)
        || begins(file, ArConstants.THIN_MAG)
        || begins(file, ArConstants.AIX_MAG);
  }

  /** Whether a file is an archive that is a package of Debian: deb(5). */
  public static boolean isDebianPackage(Bytes file) {
    Objects.requireNonNull(file, "file");
    String begin = "!<arch>\ndebian-binary";
    return file.contains(0, begin.length()) && file.text(0, begin.length()).equals(begin);
  }

  private static boolean begins(Bytes file, String magic) {
    return file.length() >= ArConstants.SARMAG && file.text(0, ArConstants.SARMAG).equals(magic);
  }

  /**
   * The archive in these bytes.
   *
   * @throws UnsupportedBinaryException if it is thin, so that its members are elsewhere, or of AIX
   * @throws MalformedBinaryException if it is no archive
   */
  public static ArFile of(Bytes file) {
    Objects.requireNonNull(file, "file");
    if (begins(file, ArConstants.THIN_MAG)) {
      throw new UnsupportedBinaryException(
          "ar.magic", 0, "an archive that holds its members", "a thin archive, which names them");
    }
    if (begins(file, ArConstants.AIX_MAG)) {
      throw new UnsupportedBinaryException(
          "ar.magic", 0, "an archive of GNU, BSD or Microsoft tools", "one of AIX");
    }
    if (!begins(file, ArConstants.ARMAG)) {
      throw new MalformedBinaryException("ar.magic", 0, "!<arch>", "something else");
    }
    Diagnostics diagnostics = new Diagnostics();
    List<ArMember> members = new ArMemberReader(file, diagnostics).read();
    return new ArFile(file, members, diagnostics.list());
  }

  /**
   * The archive at a path; other errors as for {@link #of}.
   *
   * @throws IOException if it cannot be read
   */
  public static ArFile open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return of(FileMapper.open(path));
  }

  /** The bytes of the archive. */
  public Bytes bytes() {
    return bytes;
  }

  /** All members in the order of the file, the index and the long names included. */
  public List<ArMember> members() {
    return members;
  }

  /** The members that are files, in the order of the file. */
  public List<ArMember> files() {
    List<ArMember> files = new ArrayList<>();
    for (ArMember member : members) {
      if (member.role() == ArRole.FILE) {
        files.add(member);
      }
    }
    return List.copyOf(files);
  }

  /** What a member holds. */
  public Bytes content(ArMember member) {
    return bytes.slice(member.contentStart(), member.fileEnd());
  }

  /** The symbol index; without rows if there is none. */
  public ArSymbolTable symbols() {
    synchronized (lock) {
      if (symbols == null) {
        symbols = ArSymbolTable.of(bytes, members);
      }
      return symbols;
    }
  }

  /** What was wrong with the headers of members. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public String toString() {
    return members.size() + " members, " + bytes;
  }
}
