package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people hold in hand says in a debugger what it is. Records and constants do so by
 * themselves; builders, and classes of which there are no objects to hold, need not.
 */
public final class TextLaw {
  private TextLaw() {}

  /**
   * Fails if a class of a module has no {@code toString}.
   *
   * @param module as {@link ExportedTypes#of} takes it
   * @param tools classes whose objects do things and have nothing to show, by their names in their
   *     packages
   */
  public static void assertThatValuesSayWhatTheyAre(String module, String... tools)
      throws IOException {
    Set<String> silent = new TreeSet<>();
    for (Class<?> type : ExportedTypes.of(module)) {
      if (isValue(type) && !saysWhatItIs(type)) {
        silent.add(type.getName().replaceFirst(".*\\.", "").replace('$', '.'));
      }
    }
    assertThat(silent)
        .as("classes without toString, and tools that have one by now")
        .isEqualTo(new TreeSet<>(List.of(tools)));
  }

  private static boolean isValue(Class<?> type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.getSimpleName().endsWith("Builder")
        && methods(type).anyMatch(TextLaw::isOfObjects);
  }

  private static Stream<Method> methods(Class<?> type) {
    return Stream.<Class<?>>iterate(
            type, at -> at != null && at != Object.class, Class::getSuperclass)
        .flatMap(at -> Arrays.stream(at.getDeclaredMethods()));
  }

  private static boolean isOfObjects(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
  }

  private static boolean saysWhatItIs(Class<?> type) {
    return methods(type)
        .anyMatch(method -> method.getName().equals("toString") && method.getParameterCount() == 0);
  }
}
