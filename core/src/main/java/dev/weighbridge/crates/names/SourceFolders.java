package dev.weighbridge.crates.names;

import dev.weighbridge.formats.debug.LineTable;
import java.util.Arrays;
import java.util.List;

/**
 * Which of some crates the sources of code are of, by the files that crates begin with: what lies
 * in the folder of one is of it. Lines are read when it is made.
 */
public final class SourceFolders {
  private static final int UNSEEN = -2;
  private static final int NONE = -1;
  private static final String LIBRARY = "/lib.rs";

  private final LineTable lines;
  private final List<String> roots;
  private final int[] ofFile;

  /**
   * The folders of one image.
   *
   * @param roots full paths of the files that crates begin with
   */
  public SourceFolders(LineTable lines, List<String> roots) {
    this.lines = lines;
    this.roots = List.copyOf(roots);
    ofFile = new int[lines.sources().count()];
    Arrays.fill(ofFile, UNSEEN);
  }

  /** The only folder that sources of some code lie in; -1 if they lie in none, or in several. */
  public synchronized int at(long address, long size) {
    int run = lines.runAt(address);
    int found = NONE;
    int row = run < 0 ? NONE : lines.rowAt(address);
    while (row >= 0 && row < lines.endRow(run) && lines.start(run, row) < address + size) {
      int folder = ofFile(lines.file(row));
      if (folder >= 0 && found >= 0 && folder != found) {
        return NONE;
      }
      found = Math.max(found, folder);
      row++;
    }
    return found;
  }

  /** The crate that the first line of some code is of, of those lines that are of any; else -1. */
  public synchronized int first(long address, long size) {
    int run = lines.runAt(address);
    int row = run < 0 ? NONE : lines.rowAt(address);
    int found = NONE;
    while (found < 0
        && row >= 0
        && row < lines.endRow(run)
        && lines.start(run, row) < address + size) {
      found = ofFile(lines.file(row++));
    }
    return found;
  }

  /** Whether others can be made of a crate; a program is of itself alone. */
  public boolean isLibrary(int crate) {
    return roots.get(crate).endsWith(LIBRARY);
  }

  private int ofFile(int file) {
    if (file >= 0 && ofFile[file] == UNSEEN) {
      ofFile[file] = ofPath(lines.sources().path(file).replace('\\', '/'));
    }
    return file < 0 ? NONE : ofFile[file];
  }

  /**
   * The crate that begins with a file, or has the innermost folder around it. A program and a
   * library may begin in one folder: what both could be made of is of the library.
   */
  private int ofPath(String path) {
    int found = roots.indexOf(path);
    int most = 0;
    boolean isOpen = false;
    for (int i = 0; found < 0 && i < roots.size(); i++) {
      most = Math.max(most, around(i, path));
    }
    for (int i = 0; most > 0 && i < roots.size(); i++) {
      if (around(i, path) == most) {
        boolean isBetter = found < 0 || (isLibrary(i) && !isLibrary(found));
        isOpen = (found >= 0 && isLibrary(i) == isLibrary(found)) || (isOpen && !isBetter);
        found = isBetter ? i : found;
      }
    }
    return isOpen ? NONE : found;
  }

  /** The length of the folder of a crate, if a file lies in it; else 0. */
  private int around(int crate, String path) {
    String root = roots.get(crate);
    int length = root.lastIndexOf('/') + 1;
    return path.startsWith(root.substring(0, length)) ? length : 0;
  }
}
