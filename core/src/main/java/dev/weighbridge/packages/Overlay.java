package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.entries.EntryKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts the layers of an image over each other, as the OCI image specification 1.1 says ("Image
 * Layer Filesystem Changeset"), and finds what nobody sees any more.
 */
final class Overlay {
  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";

  private final EntryTable table;
  private final BitSet hidden = new BitSet();
  private final BitSet replaced = new BitSet();

  /** The entry that has the contents of a hard link; of links that lead to nothing none. */
  private final Map<Integer, Integer> contents = new HashMap<>();

  /** Paths that are seen, and the entry of each. */
  private final NavigableMap<String, Integer> visible = new TreeMap<>();

  private Overlay(EntryTable table) {
    this.table = table;
  }

  /** Whether an entry of a layer only says that something is gone. */
  static boolean isWhiteout(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(WHITEOUT);
  }

  /** Says of a table which entries of its layers nobody sees. */
  static void hide(EntryTable table) {
    Overlay overlay = new Overlay(table);
    List<PackageLayer> layers = table.layers();
    List<List<Integer>> byLayer = new ArrayList<>();
    layers.forEach(layer -> byLayer.add(new ArrayList<>()));
    for (int entry = 0; entry < table.count(); entry++) {
      // What is in a package of a layer is seen as long as that is.
      if (!table.isNested(entry)) {
        byLayer.get(table.layer(entry)).add(entry);
      }
    }
    for (int layer = 0; layer < layers.size(); layer++) {
      if (layers.get(layer).isFileSystem()) {
        overlay.add(byLayer.get(layer));
      }
    }
    overlay.keepLinked();
    table.hide(overlay.hidden, overlay.replaced);
  }

  private void add(List<Integer> entries) {
    link(entries);
    Map<String, Integer> added = new HashMap<>();
    for (int entry : entries) {
      String path = normalized(table.path(entry));
      if (isWhiteout(path)) {
        remove(path);
        continue;
      }
      boolean isDirectory = table.kind(entry) == EntryKind.DIRECTORY;
      Integer before = visible.get(path);
      boolean wasDirectory = before != null && table.kind(before) == EntryKind.DIRECTORY;
      if (before != null && !(isDirectory && wasDirectory)) {
        hide(path);
      }
      Integer twice = added.put(path, entry);
      if (twice != null && !isDirectory) {
        // The same path again in one archive: the last one is unpacked last.
        hidden.set(twice);
        replaced.set(twice);
      }
    }
    visible.putAll(added);
  }

  private void remove(String whiteout) {
    int slash = whiteout.lastIndexOf('/');
    String folder = whiteout.substring(0, slash + 1);
    String name = whiteout.substring(slash + 1);
    if (name.equals(OPAQUE)) {
      hideBelow(folder);
    } else {
      hide(folder + name.substring(WHITEOUT.length()));
    }
  }

  private void hide(String path) {
    Integer entry = visible.remove(path);
    if (entry != null) {
      hidden.set(entry);
    }
    hideBelow(path + "/");
  }

  /** Hides all that begins with a folder and its slash; with nothing, all there is. */
  private void hideBelow(String folder) {
    Map<String, Integer> below =
        folder.isEmpty()
            ? visible
            : visible.subMap(folder, folder.substring(0, folder.length() - 1) + (char) ('/' + 1));
    below.values().forEach(hidden::set);
    below.clear();
  }

  /**
   * Finds what the hard links of a layer lead to: a file before them, or one of the layers below as
   * they are before this layer removes anything.
   */
  private void link(List<Integer> entries) {
    Map<String, Integer> before = new HashMap<>();
    for (int entry : entries) {
      if (table.kind(entry) == EntryKind.HARD_LINK) {
        String path = normalized(EntryTable.plain(table.link(entry)));
        Integer ofOwnLayer = before.get(path);
        Integer target = ofOwnLayer == null ? visible.get(path) : ofOwnLayer;
        if (target != null) {
          contents.put(entry, contents.getOrDefault(target, target));
        }
      }
      before.put(normalized(table.path(entry)), entry);
    }
  }

  /** Contents are seen as long as one of their names is: a hard link has those of its target. */
  private void keepLinked() {
    contents.forEach(
        (link, target) -> {
          if (!hidden.get(link)) {
            hidden.clear(target);
            replaced.clear(target);
          }
        });
  }

  /** A path as unpacking sees it: {@code b//z} and {@code b/./z} are {@code b/z}. */
  private static String normalized(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!trimmed.contains("//") && !trimmed.contains("/.")) {
      return trimmed;
    }
    StringBuilder names = new StringBuilder();
    for (int start = 0; start <= trimmed.length(); ) {
      int slash = trimmed.indexOf('/', start);
      int end = slash < 0 ? trimmed.length() : slash;
      String name = trimmed.substring(start, end);
      if (name.equals("..")) {
        names.setLength(Math.max(0, names.lastIndexOf("/")));
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.append(names.length() == 0 ? "" : "/").append(name);
      }
      start = end + 1;
    }
    return names.toString();
  }
}
