package dev.weighbridge.fuzz;

/** How a tool ended that was given a damaged file. */
enum Ending {
  /** An answer, and nothing to say against the file. */
  ANSWER,
  /** An answer, with complaints. */
  PARTIAL,
  /** No answer, and a complaint. */
  REFUSED,
  /** A signal, or an internal error. */
  CRASHED,
  /** No end within ten seconds. */
  HUNG;

  /** How it ended, by what it said and its exit status. */
  static Ending of(int status, boolean hasOutput, boolean hasMessages) {
    if (status > 128) {
      return CRASHED;
    }
    if (!hasOutput) {
      return status == 0 && !hasMessages ? ANSWER : REFUSED;
    }
    return status != 0 || hasMessages ? PARTIAL : ANSWER;
  }
}
