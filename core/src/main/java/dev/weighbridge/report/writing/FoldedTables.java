package dev.weighbridge.report.writing;

import java.io.IOException;

/**
 * The tables of a Markdown comment that a reader sees only on demand. Each is written whole or not
 * at all; those for which there is no room are counted.
 */
public final class FoldedTables {
  /** GitHub takes 65,536 characters in a comment; the rest is for what a reader puts around. */
  public static final int COMMENT = 60_000;

  private final Appendable out;
  private final MarkdownText text;
  private int room;
  private String summary = "";
  private boolean isOpen;
  private int left;

  /** What writes one table. */
  public interface Part {
    /** Writes it. */
    void write(MarkdownText table) throws IOException;
  }

  /**
   * No tables yet.
   *
   * @param room characters they may take; 0 for any number
   */
  public FoldedTables(Appendable out, int room) {
    this.out = out;
    this.room = room == 0 ? Integer.MAX_VALUE : room;
    text = new MarkdownText(out);
  }

  /** Characters that there is still room for. */
  public int room() {
    return room;
  }

  /** Sets what a reader sees of them while they are folded. */
  public void summary(String sentence) {
    summary = sentence;
  }

  /** Writes a table if there is room. */
  public void add(Part part) throws IOException {
    StringBuilder table = new StringBuilder();
    part.write(new MarkdownText(table));
    if (table.length() > room) {
      left++;
      return;
    }
    if (!isOpen) {
      text.end().fold(summary);
      isOpen = true;
    }
    out.append(table);
    room -= table.length();
  }

  /** Ends the fold, and says how many tables are not in it. */
  public void end() throws IOException {
    if (isOpen) {
      text.unfold();
    }
    if (left > 0) {
      text.end().add(Integer.toString(left));
      text.add(left == 1 ? " folded table is" : " folded tables are");
      text.add(" left out: with all of them this would be too long for a comment.").end();
    }
  }
}
