package dev.weighbridge.fleet;

import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.table.TableSchema;
import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a store says of itself, and what is held of every store, whoever made it.
 *
 * @param levels how deep rows go, as {@link TableShape#by} takes it
 */
public record StoreSettings(String levels) {
  /** The name of the file that they stand in. */
  public static final String FILE = "store.txt";

  /** The folders of a store. */
  public static final List<String> FOLDERS = List.of("contents", "bodies", "snapshots", "spool");

  /** The snapshot that is meant where none is named. */
  public static final String USUAL_SNAPSHOT = "latest";

  private static final String SCHEMA = "weighbridge/fleet-store/1";
  private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int NAME = 16;

  /** Characters that are shown of what should say them and does not. */
  private static final int LONGEST = 80;

  /** Those of a new store whose rows go so deep; empty for the usual depth. */
  public static StoreSettings of(String levels) {
    return new StoreSettings(words(levels));
  }

  /** In the order of the table, however they were written. */
  private static String words(String levels) {
    TableShape shape = levels.isEmpty() ? TableShape.USUAL : TableShape.USUAL.by(levels);
    List<String> words = new ArrayList<>();
    for (String word : TableShape.levelWords()) {
      if (shape.levels().stream().anyMatch(column -> column.key().equals(word))) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "file" : String.join(",", words);
  }

  /**
   * Those that a text says.
   *
   * @param where the text is
   */
  public static StoreSettings parse(String where, String text) throws IOException {
    List<String> lines = text.lines().toList();
    if (lines.size() != 3
        || !lines.get(0).equals(SCHEMA)
        || !lines.get(1).equals(TableSchema.NAME)) {
      String expected = SCHEMA + " with " + TableSchema.NAME;
      String found = SafeText.cut(SafeText.of(String.join(" ", lines)), LONGEST);
      throw new StoreException(where, expected, found.isEmpty() ? "nothing" : found);
    }
    return new StoreSettings(lines.get(2));
  }

  /** The text that says them. */
  public String text() {
    return SCHEMA + "\n" + TableSchema.NAME + "\n" + levels + "\n";
  }

  /** How deep rows go. */
  public TableShape shape() {
    return TableShape.USUAL.by(levels);
  }

  /** Refuses another depth than that of the store; empty asks for none. */
  public void requireLevels(String asked) throws IOException {
    if (!asked.isEmpty() && !words(asked).equals(levels)) {
      throw new StoreException("--by", levels + ", as in the store", asked);
    }
  }

  /** Refuses to make a store where something else is. */
  public static void requireEmpty(String root, boolean isEmpty) throws IOException {
    if (!isEmpty) {
      throw new StoreException(root, "a store, or an empty directory", "another");
    }
  }

  /** Refuses what is no store. */
  public static void requireStore(String root, boolean isStore) throws IOException {
    if (!isStore) {
      throw new StoreException(root, "a store made by fleet weigh", "none");
    }
  }

  /** Checks the name of a snapshot, which becomes that of a file. */
  public static String snapshotName(String name) throws IOException {
    if (!SNAPSHOT.matcher(name).matches()) {
      throw new StoreException("--snapshot", "letters, digits, dots, dashes", "'" + name + "'");
    }
    return name;
  }

  /** What a file of a table is called that has the rows of some contents: the same for the same. */
  public static String partName(Collection<String> hashes) {
    return ContentHash.of(String.join("\n", new TreeSet<>(hashes))).substring(0, NAME);
  }
}
