package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Null is refused by whoever takes it, with the name of the parameter, and not somewhere inside.
 * All public constructors and static methods are called with null for each reference, those of
 * objects too where an object can be made; the other arguments are made as well as {@link Made}
 * can.
 */
public final class NullLaw {
  /** What a virtual machine says of a null that nobody has looked for is a sentence. */
  private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

  private final Predicate<Class<?>> areObjectsAsked;
  private final Set<String> loose;
  private int calls;

  private NullLaw(Predicate<Class<?>> areObjectsAsked, Set<String> loose) {
    this.areObjectsAsked = areObjectsAsked;
    this.loose = loose;
  }

  /**
   * Fails if something of a module takes a null, or does not name it.
   *
   * @param module as {@link ExportedTypes#of} takes it
   * @param areObjectsAsked of which classes methods of objects are called, too
   * @param loose methods that look at nothing, as they are called once for each thing of many:
   *     {@code Work.tell}
   */
  public static void assertThatNullIsRefused(
      String module, Predicate<Class<?>> areObjectsAsked, Set<String> loose) throws IOException {
    NullLaw law = new NullLaw(areObjectsAsked, loose);
    List<String> faults = new ArrayList<>();
    for (Class<?> type : ExportedTypes.of(module)) {
      law.check(type, faults);
    }
    assertThat(faults).isEmpty();
    assertThat(law.calls).as("calls with null").isPositive();
  }

  /**
   * Fails if a package that a module exports does not say that nothing in it may be null: Kotlin
   * asks packages, and does not see that the whole module says so.
   *
   * @param module as {@link ExportedTypes#of} takes it
   */
  public static void assertThatPackagesAreMarked(String module) throws IOException {
    assertThat(ExportedTypes.of(module))
        .isNotEmpty()
        .allMatch(type -> type.getPackage().isAnnotationPresent(NullMarked.class));
  }

  private void check(Class<?> type, List<String> faults) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      for (Constructor<?> constructor : type.getConstructors()) {
        check(constructor, Optional.empty(), faults);
      }
    }
    Optional<Object> object =
        !type.isInterface() && areObjectsAsked.test(type) ? Made.of(type) : Optional.empty();
    for (Method method : type.getDeclaredMethods()) {
      boolean isOurs = !method.isSynthetic() && !isOfEnum(type, method);
      if (!isOurs || !Modifier.isPublic(method.getModifiers()) || isInherited(type, method)) {
        continue;
      }
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      if (isStatic || object.isPresent()) {
        check(method, isStatic ? Optional.empty() : object, faults);
      }
    }
  }

  private static boolean isOfEnum(Class<?> type, Method method) {
    return type.isEnum() && method.getName().equals("valueOf");
  }

  /** Whoever says what a method means says what it takes. */
  private static boolean isInherited(Class<?> type, Method method) {
    List<Class<?>> above = new ArrayList<>(Arrays.asList(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(type.getSuperclass());
    }
    for (Class<?> one : above) {
      for (Method other : one.getMethods()) {
        if (other.getName().equals(method.getName())
            && other.getParameterCount() == method.getParameterCount()) {
          return true;
        }
      }
    }
    return false;
  }

  private void check(Executable called, Optional<Object> object, List<String> faults) {
    String name = called.getDeclaringClass().getSimpleName() + "." + called.getName();
    Parameter[] parameters = called.getParameters();
    if (loose.contains(name)) {
      return;
    }
    for (int i = 0; i < parameters.length; i++) {
      Optional<Object[]> arguments = argumentsWithout(parameters, i);
      if (!parameters[i].getType().isPrimitive() && arguments.isPresent()) {
        calls++;
        String answer = answer(called, object, arguments.get());
        if (!isRight(answer, parameters[i])) {
          faults.add(called + ", " + parameters[i].getName() + ": " + answer);
        }
      }
    }
  }

  /** Names of parameters are known only if the compiler was told to keep them. */
  private static boolean isRight(String answer, Parameter parameter) {
    return parameter.isNamePresent()
        ? answer.equals(parameter.getName()) || answer.equals(OTHER)
        : NAME.matcher(answer).matches() || answer.equals(OTHER);
  }

  private static Optional<Object[]> argumentsWithout(Parameter[] parameters, int missing) {
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      if (i != missing) {
        Optional<Object> made = Made.of(parameters[i].getType());
        if (made.isEmpty()) {
          return Optional.empty();
        }
        arguments[i] = made.get();
      }
    }
    return Optional.of(arguments);
  }

  /** Another argument was refused first. */
  private static final String OTHER = "another";

  private static String answer(Executable called, Optional<Object> object, Object[] arguments) {
    try {
      if (called instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) called).invoke(object.orElse(null), arguments);
      }
      return "taken as if it were something";
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof NullPointerException
          ? String.valueOf(e.getCause().getMessage())
          : OTHER;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(called.toString(), e);
    }
  }
}
