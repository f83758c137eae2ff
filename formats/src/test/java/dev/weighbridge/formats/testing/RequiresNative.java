package dev.weighbridge.formats.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that compares with tools of the machine: runs with {@code -Dweighbridge.native=true} where
 * the tools are installed, and is skipped with a message elsewhere.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("native")
@ExtendWith(RequiresNativeCondition.class)
public @interface RequiresNative {
  /** The tools it runs: {@code readelf}. */
  String[] value() default {};
}
