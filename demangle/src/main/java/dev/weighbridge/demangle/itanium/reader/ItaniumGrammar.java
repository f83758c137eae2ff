package dev.weighbridge.demangle.itanium.reader;

/**
 * The productions that hold one another, by their names in the ABI. Each reads from the position of
 * the cursor and answers with the node it made, or with anything if the name is broken.
 */
interface ItaniumGrammar {
  /** encoding (5.1.2). */
  int encoding();

  /** name (5.1.3), that of an encoding or another. */
  int name(boolean isEncoded);

  /** type (5.1.5). */
  int type();

  /** Types as long as the next byte does not end a parameter list, one at least. */
  int parameters();

  /** expression (5.1.6). */
  int expression();

  /** expr-primary (5.1.6). */
  int primary();

  /** decltype (5.1.5.4). */
  int decltype();

  /** operator-name (5.1.4.1). */
  int operatorName();

  /** template-args (5.1.5.10), what the parameters of an encoding stand for or others. */
  int templateArguments(boolean areParameters);

  /** template-arg* and the {@code E} behind them. */
  int argumentsToEnd();
}
