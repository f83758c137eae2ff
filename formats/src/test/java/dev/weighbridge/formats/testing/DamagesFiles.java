package dev.weighbridge.formats.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks tests that read damaged copies of files, as many as {@link Mutations#seededCount} says.
 * Files do not depend on each other, so several are tested at once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("mutations")
@Execution(ExecutionMode.CONCURRENT)
public @interface DamagesFiles {}
