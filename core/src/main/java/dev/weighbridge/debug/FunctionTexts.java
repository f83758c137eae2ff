package dev.weighbridge.debug;

import dev.weighbridge.demangle.Demangler;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;

/**
 * What reports call functions that debug information names: as the symbol of such a function would
 * be called, so that both meet in one row.
 */
public final class FunctionTexts {
  private final SpanRows scopes;

  /** The functions of scopes. */
  public FunctionTexts(SpanRows scopes) {
    this.scopes = scopes;
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
    return Demangler.demangle(linkage);
  }
}
