package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.work.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What legacy names of Rust leave out and debug information tells: type arguments, and the crate
 * that made a copy. The newer names have both, where legacy ones say {@code T}. Immutable and safe
 * for several threads.
 */
public final class LegacyInstances {
  /** Knows of no function. */
  public static final LegacyInstances NONE = new LegacyInstances(Map.of(), Map.of());

  private static final DerivedKey<LegacyInstances> KEY = new Key();

  /** What a legacy name ends with: 17 characters, the letter {@code h} and 16 of a number. */
  private static final String HASH = "17h";

  private static final int HASH_LENGTH = HASH.length() + 16;
  private static final String START = "_ZN";

  /**
   * How the compiler of Rust calls units: main source, crate and its number, number of the unit.
   */
  private static final Pattern UNIT =
      Pattern.compile("/@/([A-Za-z0-9_]+)\\.[0-9a-f]+-cgu\\.[0-9]+$");

  private final Map<String, String> arguments;
  private final Map<String, String> crates;

  private LegacyInstances(Map<String, String> arguments, Map<String, String> crates) {
    this.arguments = arguments;
    this.crates = crates;
  }

  private record Key() implements DerivedKey<LegacyInstances> {
    @Override
    public String name() {
      return "what legacy names leave out";
    }

    @Override
    public LegacyInstances derive(Attribution attribution, Work work) {
      Map<String, String> arguments = new HashMap<>();
      Map<String, String> crates = new HashMap<>();
      DebugPlaces places = new DebugPlaces(attribution);
      for (int image = 0; image < places.imageCount(); image++) {
        DebugInformation debug = places.debug(image);
        FunctionNames names = debug.inlines().functions();
        for (int function = 0; function < names.count(); function++) {
          String linkage = legacy(names.linkageNames(), function);
          String stated = linkage.isEmpty() ? "" : arguments(linkage, names.name(function));
          if (!stated.isEmpty()) {
            arguments.putIfAbsent(known(linkage), stated);
          }
        }
        crates(debug, crates);
        work.checkCancelled();
      }
      return new LegacyInstances(arguments, crates);
    }

    /**
     * A name as text if it ends as legacy ones do, else none: C++ has a hundred thousand others.
     */
    private static String legacy(Texts names, int function) {
      long hash = names.start(function) + names.length(function) - HASH_LENGTH - 1;
      Bytes bytes = names.bytes(function);
      boolean mayBe = names.length(function) > HASH_LENGTH + 1;
      for (int i = 0; mayBe && i < HASH.length(); i++) {
        mayBe = bytes.u8(hash + i) == HASH.charAt(i);
      }
      return mayBe ? names.text(function) : "";
    }

    /** The unit that has the code of a function was made for one crate. */
    private static void crates(DebugInformation debug, Map<String, String> crates) {
      InlineTable table = debug.inlines();
      for (int scope = 0; scope < table.count(); scope++) {
        String known =
            table.isInlined(scope) || table.parent(scope) >= 0
                ? ""
                : known(legacy(table.functions().linkageNames(), table.function(scope)));
        if (!known.isEmpty()) {
          Matcher unit = UNIT.matcher(debug.units().name(table.unit(scope)));
          if (unit.find()) {
            crates.putIfAbsent(known, unit.group(1));
          }
        }
      }
    }
  }

  /** What the debug information of a file tells; reads it when first asked for, then kept. */
  public static LegacyInstances of(Attribution attribution, Work work) {
    return attribution.uncut().get(KEY, work);
  }

  /** Whether the arguments of any function are told. */
  public boolean tellsArguments() {
    return !arguments.isEmpty();
  }

  /**
   * The arguments of the function that a raw name stands for: {@code <u32, alloc::string::String>}.
   *
   * @return empty if the name has its own, if the function has none, or if nobody tells
   */
  public String arguments(String rawName) {
    String known = arguments.isEmpty() ? "" : known(rawName);
    return known.isEmpty() ? "" : arguments.getOrDefault(known, "");
  }

  /**
   * The crate that made the copy that a raw name stands for: that of the unit which has its code.
   *
   * @return empty if the name is no legacy name, or if nobody tells
   */
  public String crate(String rawName) {
    String known = crates.isEmpty() ? "" : known(rawName);
    return known.isEmpty() ? "" : crates.getOrDefault(known, "");
  }

  /**
   * A name for people with the arguments of the function that a raw name stands for; some legacy
   * names have them themselves.
   */
  public String added(String readable, String rawName) {
    return readable.endsWith(">") ? readable : readable + arguments(rawName);
  }

  /**
   * The arguments that the name of a function in its source tells beyond that for linkers; empty if
   * none.
   */
  public static String arguments(String linkageName, String name) {
    int open = name.indexOf('<');
    boolean hasAny = open > 0 && name.endsWith(">");
    return hasAny && !known(linkageName).isEmpty() ? name.substring(open) : "";
  }

  /** A legacy name without what platforms put before it and LLVM behind it; empty if it is none. */
  private static String known(String rawName) {
    int start = rawName.indexOf(START);
    int hash = rawName.lastIndexOf(HASH);
    int end = hash + HASH_LENGTH;
    boolean isLegacy =
        (start == 0 || start == 1)
            && hash > start
            && end < rawName.length()
            && rawName.charAt(end) == 'E'
            && areDigits(rawName, hash + HASH.length(), end);
    return isLegacy ? rawName.substring(start, end) : "";
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
