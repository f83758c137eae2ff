package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;

/**
 * What reports call functions that debug information names: as the symbol of such a function would
 * be called, so that both meet in one row. Both have the type arguments that {@linkplain
 * LegacyInstances legacy names} leave out.
 */
public final class FunctionTexts {
  private final SpanRows scopes;
  private final Owners owners;
  private final LegacyInstances instances;

  /** The functions of scopes, and the symbols of their file. */
  public FunctionTexts(Attribution attribution, SpanRows scopes, Work work) {
    this.scopes = scopes;
    owners = attribution.owners();
    instances = LegacyInstances.of(attribution, work);
  }

  /** The name of an owner, for people. */
  public String ofOwner(int owner) {
    String text = owners.readableText(owner);
    return owners.isSymbol(owner) ? instances.added(text, owners.text(owner)) : text;
  }

  /** The name of the function that a scope is the body of, for people. */
  public String of(int scope) {
    InlineTable table = scopes.debug(scopes.image(scope)).inlines();
    return of(table.functions(), table.function(scopes.local(scope)));
  }

  /** The name of a function, for people. */
  public static String of(FunctionNames functions, int function) {
    String linkage = functions.linkageName(function);
    if (linkage.isEmpty()) {
      String name = functions.qualifiedName(function);
      return name.isEmpty() ? "[unnamed function]" : name;
    }
    String readable = Demangler.demangle(linkage);
    return readable.endsWith(">")
        ? readable
        : readable + LegacyInstances.arguments(linkage, functions.name(function));
  }
}
