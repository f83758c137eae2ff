package dev.weighbridge.crates.names;

import dev.weighbridge.demangle.StandardCrates;
import dev.weighbridge.internal.names.ShippedCrates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A name of Rust that is not mangled, as program databases have them: {@code
 * core::ptr::drop_in_place<alloc::vec::Vec<app::Row> >}.
 *
 * @param crates the first parts of its paths, in the order of the name; at least one
 */
public record PathName(List<String> crates) {
  /** Reads a name; without crates if it is no path. */
  public static PathName of(String name) {
    List<String> crates = new ArrayList<>();
    int start = -1;
    boolean isWithin = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isJavaIdentifierPart(c) && c != '$') {
        start = start < 0 ? i : start;
        continue;
      }
      boolean isPath = c == ':' && name.startsWith("::", i);
      if (isPath && start >= 0 && !isWithin) {
        crates.add(name.substring(start, i));
      }
      // What follows "::" or "impl$" goes on with a path; what follows a bracket begins one.
      isWithin = c == ':' || c == '$';
      start = -1;
    }
    return new PathName(List.copyOf(crates));
  }

  /** Whether it is a path at all. */
  public boolean isPath() {
    return !crates.isEmpty();
  }

  /** The crate whose source holds the code. */
  public String defining() {
    return crates.get(0);
  }

  /** The first crate that is not of the standard library, or else the defining one. */
  public String responsible() {
    for (String crate : crates) {
      if (!isStandard(crate)) {
        return crate;
      }
    }
    return defining();
  }

  /** Whether std is or ships a crate of this name. */
  public static boolean isStandard(String crate) {
    byte[] name = crate.getBytes(StandardCharsets.UTF_8);
    return StandardCrates.BY_NAME.isStandard(name, 0, name.length, 0)
        || ShippedCrates.isOutOfReach(crate);
  }
}
