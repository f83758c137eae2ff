package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import java.util.HashMap;
import java.util.Map;

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

  /** Every unit has a function of its own of what it inlines; the names are the same. */
  private final Map<String, String> readable = new HashMap<>();

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
      String linkage = functions.linkageName(function);
      text =
          linkage.isEmpty()
              ? of(functions, function)
              : named(
                  functions,
                  function,
                  linkage,
                  readable.computeIfAbsent(linkage, Demangler::demangle));
      known[image][function] = text;
    }
    return text;
  }

  /** The name of a function, for people. */
  public static String of(FunctionNames functions, int function) {
    String linkage = functions.linkageName(function);
    if (linkage.isEmpty()) {
      String name = functions.qualifiedName(function);
      return name.isEmpty() ? "[unnamed function]" : name;
    }
    return named(functions, function, linkage, Demangler.demangle(linkage));
  }

  private static String named(
      FunctionNames functions, int function, String linkage, String demangled) {
    return demangled.endsWith(">")
        ? demangled
        : demangled + LegacyInstances.arguments(linkage, functions.name(function));
  }
}
