package dev.weighbridge.formats.testing;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The public types of the packages that a module exports to everybody, nested ones included. */
public final class ExportedTypes {
  private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([a-z.0-9]+);");

  private ExportedTypes() {}

  /**
   * The types of a module, package by package; those that are thrown are left out.
   *
   * @param module its folder, beside that of the module whose test this is: {@code formats}
   */
  public static List<Class<?>> of(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    Matcher exports = EXPORTS.matcher(Files.readString(sources.resolve("module-info.java")));
    List<Class<?>> types = new ArrayList<>();
    while (exports.find()) {
      String name = exports.group(1);
      try (Stream<Path> files = Files.list(sources.resolve(name.replace('.', '/')))) {
        for (Path file : files.sorted().toList()) {
          String type = file.getFileName().toString().replaceFirst("\\.java$", "");
          if (Character.isUpperCase(type.charAt(0))) {
            add(load(name + "." + type), types);
          }
        }
      }
    }
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static void add(Class<?> type, List<Class<?>> types) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return;
    }
    if (!Throwable.class.isAssignableFrom(type)) {
      types.add(type);
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      add(nested, types);
    }
  }
}
