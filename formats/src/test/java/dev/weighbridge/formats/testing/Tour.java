package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks a parser everything it can be asked: each public method without parameters, of it and of
 * what it answers, so that a test of damaged files reaches what is parsed lazily, also what is
 * added later.
 */
public final class Tour {
  private static final int MAX_ROWS = 100;
  private static final int MAX_DEPTH = 4;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Tour() {}

  /**
   * Visits an object.
   *
   * @throws RuntimeException what any of the methods throws
   */
  public static void of(Object parser) {
    new Tour().visit(parser, 0);
  }

  private void visit(Object value, int depth) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> visit(v, depth));
    } else if (value instanceof Stream<?> stream) {
      stream.limit(MAX_ROWS).forEach(v -> visit(v, depth + 1));
    } else if (value instanceof Iterable<?> rows) {
      int count = 0;
      for (Object row : rows) {
        if (count++ < MAX_ROWS) {
          visit(row, depth + 1);
        }
      }
    } else if (isOurs(value) && depth < MAX_DEPTH && seen.add(value)) {
      askAll(value, depth);
    }
  }

  private static boolean isOurs(Object value) {
    return value != null
        && value.getClass().getName().startsWith("dev.weighbridge.")
        && Modifier.isPublic(value.getClass().getModifiers())
        && !(value instanceof Bytes)
        && !(value instanceof Enum);
  }

  private void askAll(Object value, int depth) {
    for (Method method : value.getClass().getMethods()) {
      boolean isQuestion =
          method.getParameterCount() == 0
              && !Modifier.isStatic(method.getModifiers())
              && method.getReturnType() != void.class
              && method.getDeclaringClass() != Object.class;
      if (isQuestion) {
        visit(ask(method, value), depth + 1);
      }
    }
  }

  private static Object ask(Method method, Object value) {
    try {
      return method.invoke(value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(method.toString(), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }
}
