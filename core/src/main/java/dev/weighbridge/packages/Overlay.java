package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.EntryKind;
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

  /** Paths that are seen, and the entry of each. */
  private final NavigableMap<String, Integer> visible = new TreeMap<>();

  private Overlay(EntryTable table) {
    this.table = table;
  }

  /** Whether an entry of a layer only says that something is gone. */
  static boolean isWhiteout(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(WHITEOUT);
  }

  /** The entries of layers that nobody sees. */
  static BitSet hidden(EntryTable table) {
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
    return overlay.hidden;
  }

  private void add(List<Integer> entries) {
    Map<String, Integer> added = new HashMap<>();
    for (int entry : entries) {
      String path = trimmed(table.path(entry));
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

  /** Contents are seen as long as one of their names is: a hard link has those of its target. */
  private void keepLinked() {
    Map<String, Integer> contents = new HashMap<>();
    for (int entry = 0; entry < table.count(); entry++) {
      if (table.kind(entry) == EntryKind.FILE && hidden.get(entry) && !table.isNested(entry)) {
        contents.put(key(entry, table.path(entry)), entry);
      }
    }
    for (int entry = 0; entry < table.count() && !contents.isEmpty(); entry++) {
      boolean isLink = table.kind(entry) == EntryKind.HARD_LINK && !table.isNested(entry);
      if (isLink && !hidden.get(entry)) {
        Integer target = contents.get(key(entry, EntryTable.plain(table.link(entry))));
        if (target != null) {
          hidden.clear(target);
        }
      }
    }
  }

  private String key(int entry, String path) {
    return table.layer(entry) + "!" + trimmed(path);
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
