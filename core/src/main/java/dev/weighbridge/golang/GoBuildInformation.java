package dev.weighbridge.golang;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the linker of Go writes of a build: its version, and the modules with theirs. The text
 * stands between two marks of 16 bytes, wherever it lies; debug/buildinfo of Go's library reads it
 * likewise.
 */
public final class GoBuildInformation {
  private static final DerivedKey<GoBuildInformation> KEY = new Key();
  private static final int MARK = 16;

  /** The last mark; the first is {@link ByteMarker#GO_MODULES}. */
  private static final byte[] END = {
    (byte) 0xf9,
    0x32,
    0x43,
    0x31,
    (byte) 0x86,
    0x18,
    0x20,
    0x72,
    0,
    (byte) 0x82,
    0x42,
    0x10,
    0x41,
    0x16,
    (byte) 0xd8,
    (byte) 0xf2
  };

  /** In the flags of the information: texts follow, no pointers to them. */
  private static final int INLINE = 2;

  private static final int FLAGS = 15;
  private static final int TEXTS = 32;
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST = 1 << 20;

  private final String version;
  private final Optional<GoModule> main;
  private final List<GoModule> modules;

  private GoBuildInformation(Attribution attribution) {
    List<GoModule> found = new ArrayList<>();
    Optional<GoModule> program = Optional.empty();
    String release = "";
    if (attribution.file().hasBytes()) {
      Bytes bytes = attribution.file().bytes();
      ByteMarkers markers = ByteMarkers.of(attribution);
      release = version(bytes, markers.first(ByteMarker.GO_BUILD_INFORMATION));
      for (String line : text(bytes, markers.first(ByteMarker.GO_MODULES)).lines().toList()) {
        List<String> words = List.of(line.split("\t", -1));
        if (words.size() < 2) {
          continue;
        }
        String after = words.size() > 2 ? words.get(2) : "";
        switch (words.get(0)) {
          case "mod" -> {
            found.add(new GoModule(words.get(1), after, ""));
            program = Optional.of(found.get(found.size() - 1));
          }
          case "dep" -> found.add(new GoModule(words.get(1), after, ""));
          case "=>" -> replace(found, (words.get(1) + " " + after).strip());
          default -> {
            // What was built and how.
          }
        }
      }
    }
    version = release;
    main = program;
    modules = List.copyOf(found);
  }

  private static void replace(List<GoModule> modules, String by) {
    if (!modules.isEmpty()) {
      GoModule last = modules.get(modules.size() - 1);
      modules.set(modules.size() - 1, new GoModule(last.path(), last.version(), by));
    }
  }

  private record Key() implements DerivedKey<GoBuildInformation> {
    @Override
    public String name() {
      return "modules of Go";
    }

    @Override
    public GoBuildInformation derive(Attribution attribution, Work work) {
      return new GoBuildInformation(attribution);
    }
  }

  /** The information in a file; found when first asked for, then kept. */
  public static GoBuildInformation of(Attribution attribution) {
    return attribution.uncut().get(KEY);
  }

  private static String version(Bytes bytes, long start) {
    if (start < 0 || !bytes.contains(start, TEXTS + 1L)) {
      return "";
    }
    int length = bytes.u8(start + TEXTS);
    boolean isInline = (bytes.u8(start + FLAGS) & INLINE) != 0;
    boolean fits = length <= LONGEST_VERSION && bytes.contains(start + TEXTS + 1, length);
    String text = isInline && fits ? bytes.text(start + TEXTS + 1, start + TEXTS + 1 + length) : "";
    if (!text.startsWith("go") && !text.startsWith("devel")) {
      return "";
    }
    // Experiments of the compiler follow the version.
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static String text(Bytes bytes, long mark) {
    if (mark < 0 || !bytes.contains(mark, MARK)) {
      return "";
    }
    long start = mark + MARK;
    long limit = Math.min(bytes.length(), start + LONGEST) - MARK;
    for (long at = start; at <= limit; at++) {
      if (bytes.u8(at) == (END[0] & 0xff) && isEnd(bytes, at)) {
        byte[] text = bytes.toArray(start, at);
        return new String(text, StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static boolean isEnd(Bytes bytes, long at) {
    for (int i = 0; i < MARK; i++) {
      if (bytes.u8(at + i) != (END[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** The release of Go: {@code go1.23.5}; empty if the file does not tell. */
  public String version() {
    return version;
  }

  /** The module of the program itself; empty if the file does not tell, or if it is of none. */
  public Optional<GoModule> main() {
    return main;
  }

  /** All modules, the program's own among them. */
  public List<GoModule> modules() {
    return modules;
  }
}
