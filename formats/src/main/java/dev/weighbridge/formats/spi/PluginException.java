package dev.weighbridge.formats.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * What others bring and cannot be taken: two of one name, or a service that does not load. Its
 * message is one line that names where each is from.
 */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was expected of which place, and what was found. */
  public PluginException(String sentence) {
    super(sentence);
  }

  /** The same, and what failed. */
  public PluginException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * Two things of one name.
   *
   * @param what what they are, with their name: {@code format ELF}
   */
  public static PluginException twice(String what, Object one, Object other) {
    return new PluginException(what + ": expected one, found " + told(one) + " and " + told(other));
  }

  private static String told(Object part) {
    return part.getClass().getName() + " in " + place(part.getClass());
  }

  /** Where a class is from: the path of its jar or folder, or else the name of its module. */
  public static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "module " + type.getModule().getName();
    }
    try {
      URI uri = source.getLocation().toURI();
      return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : uri.toString();
    } catch (URISyntaxException e) {
      return source.getLocation().toString();
    }
  }
}
