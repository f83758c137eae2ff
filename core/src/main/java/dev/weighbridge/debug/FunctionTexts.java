package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reports call functions that debug information names: as the symbol of such a function would
 * be called, so that both meet in one row. Both have the type arguments that {@linkplain
 * LegacyInstances legacy names} leave out. Not for use by several threads.
 */
public final class FunctionTexts {
  private final SpanRows scopes;
  private final Owners owners;
  private final LegacyInstances instances;

  /** By image, the names of functions asked for so far: few of many scopes are of another one. */
  private final String[][] known;

  private final ReadableNames names = new ReadableNames();

  /**
   * Names by where their linkage names begin: every unit has a function of its own of what it
   * inlines, and most have one name together.
   */
  private final LongIntMap demangledAt = new LongIntMap();

  private final List<String> demangled = new ArrayList<>();

  /** What those places are in. */
  private @Nullable Bytes pool;

  /** The functions of scopes, and the symbols of their file. */
  public FunctionTexts(Attribution attribution, SpanRows scopes, Work work) {
    this.scopes = scopes;
    owners = attribution.owners();
    known = new String[attribution.file().images().size()][];
    instances = LegacyInstances.of(attribution, work);
  }

  /**
   * Reads the names of many functions at once, by several threads.
   *
   * @param ofOwners which owners are asked for later
   * @param ofScopes which scopes are
   */
  public void readAhead(boolean[] ofOwners, boolean[] ofScopes) {
    Set<String> raw = new LinkedHashSet<>();
    for (int owner = 0; owner < ofOwners.length; owner++) {
      if (ofOwners[owner] && owners.isSymbol(owner)) {
        raw.add(owners.text(owner));
      }
    }
    LongIntMap places = new LongIntMap();
    for (int scope = 0; scope < ofScopes.length; scope++) {
      if (ofScopes[scope]) {
        InlineTable table = scopes.inlines(scope);
        int function = table.function(scopes.local(scope));
        Texts linkage = table.functions().linkageNames();
        boolean isNamed = linkage.length(function) > 0;
        if (isNamed && places.putIfAbsent(linkage.start(function), 0) < 0) {
          raw.add(linkage.text(function));
        }
      }
    }
    names.readAhead(raw);
  }

  /** The name of an owner, for people. */
  public String ofOwner(int owner) {
    if (!owners.isSymbol(owner)) {
      return owners.readableText(owner);
    }
    String raw = owners.text(owner);
    return instances.added(owners.readableText(owner, names.of(raw)), raw);
  }

  /** The name of the function that a scope is the body of, for people. */
  public String of(int scope) {
    int image = scopes.image(scope);
    InlineTable table = scopes.inlines(scope);
    FunctionNames functions = table.functions();
    if (known[image] == null) {
      known[image] = new String[functions.count()];
    }
    int function = table.function(scopes.local(scope));
    String text = known[image][function];
    if (text == null) {
      text = of(functions, function, demangled(functions.linkageNames(), function));
      known[image][function] = text;
    }
    return text;
  }

  /** The linkage name of a function for people, empty if it has none. */
  private String demangled(Texts linkage, int function) {
    if (linkage.length(function) == 0) {
      return "";
    }
    if (pool != linkage.bytes(function)) {
      pool = linkage.bytes(function);
      demangled.clear();
      demangledAt.clear();
    }
    int known = demangledAt.putIfAbsent(linkage.start(function), demangled.size());
    if (known < 0) {
      known = demangled.size();
      demangled.add(names.of(linkage.text(function)));
    }
    return demangled.get(known);
  }

  /** The name of a function, for people. */
  public static String of(FunctionNames functions, int function) {
    String linkage = functions.linkageName(function);
    return of(functions, function, linkage.isEmpty() ? "" : Demangler.demangle(linkage));
  }

  private static String of(FunctionNames functions, int function, String demangled) {
    if (demangled.isEmpty()) {
      String name = functions.qualifiedName(function);
      return name.isEmpty() ? "[unnamed function]" : name;
    }
    if (demangled.endsWith(">") || !mayHaveArguments(functions.names(), function)) {
      return demangled;
    }
    String arguments =
        LegacyInstances.arguments(functions.linkageName(function), functions.name(function));
    // Functions of one name have it as one object.
    return arguments.isEmpty() ? demangled : demangled + arguments;
  }

  /** Whether a name ends as those with arguments do, told without making text of it. */
  private static boolean mayHaveArguments(Texts names, int function) {
    int length = names.length(function);
    return length > 0 && names.bytes(function).u8(names.start(function) + length - 1) == '>';
  }
}
