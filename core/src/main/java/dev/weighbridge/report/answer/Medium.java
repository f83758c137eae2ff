package dev.weighbridge.report.answer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a format makes of an answer: an answer may tell people otherwise than programs. */
public enum Medium {
  /** Lines of text for people, in letters of one width. */
  TEXT,
  /** Text with marks for people: Markdown, HTML. */
  MARKUP,
  /** Records of fields for programs: CSV. */
  RECORDS,
  /** Objects with members for programs: JSON. */
  OBJECTS;

  /** All of them. */
  public static final Set<Medium> ALL = Collections.unmodifiableSet(EnumSet.allOf(Medium.class));

  /** Those that people read. */
  public static final Set<Medium> PEOPLE = Collections.unmodifiableSet(EnumSet.of(TEXT, MARKUP));

  /** Whether people read it. */
  public boolean isForPeople() {
    return this == TEXT || this == MARKUP;
  }
}
