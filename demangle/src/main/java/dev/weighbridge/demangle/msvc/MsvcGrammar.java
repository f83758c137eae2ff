package dev.weighbridge.demangle.msvc;

/** What the parts of the reader need of each other. */
interface MsvcGrammar {
  /** Where the qualifiers of a type stand. */
  enum Qualified {
    NOT,
    ALWAYS,
    AFTER_MARK
  }

  /** Reads a type. */
  MsvcType type(Qualified qualified);

  /** Reads the qualified name of a type. */
  String typeName();

  /** Reads a whole symbol, as names have them inside. */
  String symbol();

  /** Reads a whole symbol and writes all of it, whatever is asked for outside. */
  String declaration();

  /** Reads the signature of a function. */
  MsvcType function(boolean isMember);

  /** Lets digits refer to the name, without what is around it, of the symbol read last. */
  void keepLastIdentifier();
}
