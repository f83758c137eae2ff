package dev.weighbridge.junit;

import java.nio.file.Path;

/** Where assertions on programs begin. */
public final class WeighbridgeAssertions {
  private WeighbridgeAssertions() {}

  /**
   * Begins assertions on a program.
   *
   * @param program an executable, a library, a module or a saved model
   */
  public static ProgramAssert assertThatProgram(Path program) {
    return new ProgramAssert(program);
  }

  /** The same under the name that AssertJ's own have, for tests about nothing else. */
  public static ProgramAssert assertThat(Path program) {
    return assertThatProgram(program);
  }
}
