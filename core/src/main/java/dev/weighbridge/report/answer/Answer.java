package dev.weighbridge.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An answer put in order to be written: parts that name their columns once and nothing of any
 * format. Nothing is computed until a writer asks for rows; an answer whose rows come from a stream
 * is written once.
 *
 * @param schema the name and version of the object that programs read: {@code weighbridge/size/1};
 *     empty if each row is an object by itself
 * @param title what it is about: usually the name of a file
 * @param parts in their order
 */
public record Answer(String schema, String title, List<Part> parts) {
  /** Checks that nothing is missing and copies the list. */
  public Answer {
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(title, "title");
    parts = List.copyOf(parts);
  }

  /** An answer of these parts. */
  public static Answer of(String schema, String title, Part... parts) {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(parts, "parts");
    return new Answer(schema, title, List.of(parts));
  }

  /** Its parts in a medium, one after the other; groups are taken apart. */
  public List<Part> parts(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    List<Part> flat = new ArrayList<>();
    add(parts, medium, flat);
    return flat;
  }

  private static void add(List<Part> parts, Medium medium, List<Part> flat) {
    for (Part part : parts) {
      if (part instanceof Group group) {
        add(group.parts(), medium, flat);
      } else if (part instanceof GroupList list) {
        list.groups().forEach(group -> add(group, medium, flat));
      } else if (part.media().contains(medium)) {
        flat.add(part);
      }
    }
  }
}
