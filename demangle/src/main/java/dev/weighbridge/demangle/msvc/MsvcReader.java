package dev.weighbridge.demangle.msvc;

import java.util.List;
import java.util.Optional;

/** Reads a name as text. */
public final class MsvcReader implements MsvcGrammar {
  /** What compilers put before the name of a function for tables about it. */
  private static final List<String> SATELLITES =
      List.of(
          "__imp_",
          "$cppxdata$",
          "$ip2state$",
          "$stateUnwindMap$",
          "$tryMap$",
          "$handlerMap$",
          "$unwind$",
          "$pdata$",
          "__ehhandler$",
          "___ehhandler$",
          "__unwindfunclet$",
          ".L");

  private static final String TYPE = ".?A";
  private static final String HASHED = "??@";

  private final MsvcCursor in;
  private final MsvcNames names;
  private final MsvcTypes types;
  private final MsvcFunctions functions;
  private final MsvcSymbols symbols;

  private MsvcReader(String name, boolean isFull, boolean isBare) {
    in = new MsvcCursor(name);
    names = new MsvcNames(in, this, isBare);
    types = new MsvcTypes(in, this, names);
    functions = new MsvcFunctions(in, this, types);
    symbols = new MsvcSymbols(in, this, names, types, functions, isFull);
  }

  /** Where the question mark is that a mangled name begins with; -1 if there is none. */
  private static int nameStart(String name) {
    if (name.startsWith("?")) {
      return 0;
    }
    for (String satellite : SATELLITES) {
      if (name.startsWith(satellite)) {
        int at = satellite.length();
        // Handlers have a number, too.
        boolean isNumbered = name.startsWith("0$", at) || name.startsWith("1$", at);
        at += isNumbered ? 2 : 0;
        return name.startsWith("?", at) ? at : -1;
      }
    }
    return -1;
  }

  /**
   * The text of a name.
   *
   * @param isFull whether with access, calling conventions and types of results and variables
   */
  public static Optional<String> text(String name, boolean isFull) {
    try {
      if (name.startsWith(TYPE)) {
        return Optional.of(new MsvcReader(name, isFull, false).typeInformation());
      }
      int start = nameStart(name);
      if (start < 0 || name.startsWith(HASHED, start)) {
        return Optional.empty();
      }
      boolean isSatellite = start > 0;
      String text = new MsvcReader(name.substring(start), isFull && !isSatellite, false).whole();
      return Optional.of(name.substring(0, start) + text);
    } catch (MsvcRefusal e) {
      return Optional.empty();
    }
  }

  /**
   * The path of a name without arguments and parameters, and those arguments.
   *
   * @param path what copies of one template have in common
   * @param arguments those of it and of what is around it; none if it is made of no template
   */
  public record Path(String path, List<String> arguments) {}

  /** The path of a function or variable, empty if a name is of nothing that templates make. */
  public static Optional<Path> path(String name) {
    if (!name.startsWith("?") || name.startsWith(HASHED) || name.startsWith("??_C")) {
      return Optional.empty();
    }
    try {
      MsvcReader reader = new MsvcReader(name, false, true);
      reader.whole();
      return Optional.of(new Path(reader.symbols.path(), List.copyOf(reader.names.leftOut())));
    } catch (MsvcRefusal e) {
      return Optional.empty();
    }
  }

  private String whole() {
    String text = symbols.symbol();
    String rest = in.rest();
    if (!rest.isEmpty() && rest.charAt(0) != '.') {
      throw new MsvcRefusal();
    }
    return text + rest + (symbols.isArm() ? " [arm64ec]" : "");
  }

  private String typeInformation() {
    in.require(".");
    String text = type(Qualified.AFTER_MARK).text();
    if (!in.isAtEnd()) {
      throw new MsvcRefusal();
    }
    return text + " `RTTI Type Descriptor Name'";
  }

  @Override
  public MsvcType type(Qualified qualified) {
    return types.type(qualified);
  }

  @Override
  public String typeName() {
    return names.typeName();
  }

  @Override
  public String symbol() {
    return symbols.symbol();
  }

  @Override
  public String declaration() {
    return symbols.declaration();
  }

  @Override
  public MsvcType function(boolean isMember) {
    return functions.signature(isMember).type();
  }

  @Override
  public void keepLastIdentifier() {
    names.keepLastIdentifier();
  }
}
