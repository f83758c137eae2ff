package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.work.Work;
import java.util.HashMap;
import java.util.Map;
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

  /**
   * Names by where their linkage names begin: every unit has a function of its own of what it
   * inlines, and most have one name together.
   */
  private final Map<Long, String> demangled = new HashMap<>();

  /** What those places are in. */
  private @Nullable Bytes pool;

  /** The functions of scopes, and the symbols of their file. */
  public FunctionTexts(Attribution attribution, SpanRows scopes, Work work) {
    this.scopes = scopes;
    owners = attribution.owners();
    known = new String[attribution.file().images().size()][];
    instances = LegacyInstances.of(attribution, work);
  }

  /** The name of an owner, for people. */
  public String ofOwner(int owner) {
    String text = owners.readableText(owner);
    return owners.isSymbol(owner) ? instances.added(text, owners.text(owner)) : text;
  }

  /** The name of the function that a scope is the body of, for people. */
  public String of(int scope) {
    int image = scopes.image(scope);
    InlineTable table = scopes.debug(image).inlines();
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
    long start = linkage.start(function);
    if (pool != linkage.bytes(function)) {
      pool = linkage.bytes(function);
      demangled.clear();
    }
    return demangled.computeIfAbsent(start, place -> Demangler.demangle(linkage.text(function)));
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
    return demangled.endsWith(">")
        ? demangled
        : demangled
            + LegacyInstances.arguments(functions.linkageName(function), functions.name(function));
  }
}
