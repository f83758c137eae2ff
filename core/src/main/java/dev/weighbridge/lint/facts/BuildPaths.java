package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Absolute paths of the machine that built a program, in what is loaded. Debug information, which
 * is full of them, is not looked at: it is not shipped.
 */
public final class BuildPaths {
  private static final DerivedKey<BuildPaths> KEY = new Key();
  private static final List<String> ROOTS =
      List.of(
          "/home/",
          "/Users/",
          "/root/",
          "/builds/",
          "/build/",
          "/workspace/",
          "/tmp/",
          "C:\\Users\\",
          "D:\\a\\",
          "/usr/share/cargo/registry/",
          "/usr/local/cargo/");

  private static final String RUSTC = "/rustc/";

  /** How much of a file is looked into for one path. */
  private static final int LONGEST = 512;

  private final List<Found> found = new ArrayList<>();

  /**
   * One path.
   *
   * @param text the path
   * @param fileOffset where it starts
   */
  public record Found(String text, long fileOffset) {}

  private BuildPaths(Attribution attribution) {
    Partition partition = attribution.partition();
    Bytes file = attribution.file().bytes();
    long start = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Kind kind = partition.kind(span);
      if (kind == Kind.RODATA || kind == Kind.DATA) {
        start = start < 0 ? partition.start(span) : start;
      } else if (start >= 0) {
        search(file, start, partition.start(span));
        start = -1;
      }
    }
    if (start >= 0) {
      search(file, start, file.length());
    }
  }

  private record Key() implements DerivedKey<BuildPaths> {
    @Override
    public String name() {
      return "paths of the building machine";
    }

    @Override
    public BuildPaths derive(Attribution attribution, Work work) {
      return new BuildPaths(attribution);
    }
  }

  /** The paths of a file, in the order of the file. */
  public static List<Found> of(Attribution attribution) {
    return attribution.get(KEY).found;
  }

  private void search(Bytes file, long start, long end) {
    for (char head : new char[] {'/', 'C', 'D'}) {
      long at = file.indexOf((byte) head, start, end);
      while (at >= 0) {
        long next = at + 1;
        if (startsPath(file, at, end)) {
          next = take(file, at, end);
        }
        at = next < end ? file.indexOf((byte) head, next, end) : -1;
      }
    }
  }

  private static boolean startsPath(Bytes file, long at, long end) {
    for (String root : ROOTS) {
      if (end - at > root.length() && startsWith(file, at, root)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(Bytes file, long at, String root) {
    for (int i = 0; i < root.length(); i++) {
      if (file.u8(at + i) != root.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the path that starts here, up to its source file's name or the first odd character. */
  private long take(Bytes file, long start, long end) {
    long limit = Math.min(end, start + LONGEST);
    long at = start;
    while (at < limit && isPathCharacter(file.u8(at))) {
      at++;
      if (at - start > 3 && startsWith(file, at - 3, ".rs") && !isFolder(file, at, limit)) {
        break;
      }
    }
    String text = new String(file.toArray(start, at), StandardCharsets.US_ASCII);
    // A root alone is what a program looks into at run time, not where it was built.
    if (text.endsWith(".rs") || text.contains("/.cargo/") || text.contains("/src/")) {
      found.add(new Found(text, start));
    }
    return at;
  }

  /** Whether a path goes on: the next text of a table of texts may begin there, with its root. */
  private static boolean isFolder(Bytes file, long at, long end) {
    return at < end
        && file.u8(at) == '/'
        && !startsPath(file, at, end)
        && !isLibrary(file, at, end);
  }

  /** Whether the path of a source of the standard library begins there. */
  private static boolean isLibrary(Bytes file, long at, long end) {
    return end - at > RUSTC.length() && startsWith(file, at, RUSTC);
  }

  private static boolean isPathCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/\\._-+@:~=".indexOf(c) >= 0;
  }
}
