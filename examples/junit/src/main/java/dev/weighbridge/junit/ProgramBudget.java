package dev.weighbridge.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds a program to a budget before the tests of a class run, which fail all if it is broken. A
 * test with a parameter of type {@link ProgramAssert} is given the program to assert more of.
 *
 * <pre>{@code
 * @ProgramBudget(program = "target/release/app", budget = "budget.toml")
 * class SizeTest {
 *   @Test
 *   void panicsAreWithoutText(ProgramAssert program) {
 *     program.hasNoSymbolMatching("panic_fmt$");
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ProgramBudgetExtension.class)
public @interface ProgramBudget {
  /** The program, from the folder that tests run in. */
  String program();

  /** The file of limits; none by default. */
  String budget() default "";

  /** The earlier build, or the model saved of one, that growth is counted from; none by default. */
  String baseline() default "";
}
