package dev.weighbridge.formats.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Arguments of any type, made without knowing what they are for: the plainest that there are. */
final class Made {
  private static final int DEEPEST = 4;

  private static final List<Object> PLAIN =
      List.of(
          0,
          0L,
          (short) 0,
          (byte) 0,
          'a',
          0.0,
          0f,
          false,
          "a",
          new Object(),
          Path.of("nothing"),
          Pattern.compile("a"),
          ByteOrder.LITTLE_ENDIAN,
          LocalDate.EPOCH,
          List.of(),
          Set.of(),
          Map.of(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalLong.empty());

  private Made() {}

  /** Something of a type; empty if nothing can be made. */
  static Optional<Object> of(Class<?> type) {
    return of(type, 0);
  }

  private static Optional<Object> of(Class<?> type, int depth) {
    Class<?> wanted =
        type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    for (Object plain : PLAIN) {
      if (wanted == Object.class ? plain.getClass() == wanted : wanted.isInstance(plain)) {
        return Optional.of(plain);
      }
    }
    if (type.isArray()) {
      return Optional.of(Array.newInstance(type.getComponentType(), 1));
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    Optional<Object> constant = constant(type);
    if (constant.isPresent()) {
      return constant;
    }
    if (type.isInterface() && !type.isSealed()) {
      return Optional.of(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, Made::silence));
    }
    return depth < DEEPEST ? constructed(type, depth) : Optional.empty();
  }

  private static Object silence(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
    return method.getReturnType().isPrimitive() && method.getReturnType() != void.class
        ? Array.get(Array.newInstance(method.getReturnType(), 1), 0)
        : null;
  }

  /** A constant of a class that it holds itself: {@code OpenOptions.DEFAULT}. */
  private static Optional<Object> constant(Class<?> type) {
    for (Field field : type.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
        try {
          return Optional.ofNullable(field.get(null));
        } catch (IllegalAccessException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> constructed(Class<?> type, int depth) {
    for (Constructor<?> constructor : type.getConstructors()) {
      Class<?>[] types = constructor.getParameterTypes();
      Object[] arguments = new Object[types.length];
      boolean areThere = !Modifier.isAbstract(type.getModifiers());
      for (int i = 0; i < types.length && areThere; i++) {
        Optional<Object> made = of(types[i], depth + 1);
        areThere = made.isPresent();
        arguments[i] = made.orElse(null);
      }
      if (areThere) {
        try {
          return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
          // It refuses these; another may not.
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(type.getName(), e);
        }
      }
    }
    return Optional.empty();
  }
}
