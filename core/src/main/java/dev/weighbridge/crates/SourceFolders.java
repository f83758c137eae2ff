package dev.weighbridge.crates;

import dev.weighbridge.formats.debug.LineTable;
import java.util.Arrays;
import java.util.List;

/** Which of some folders the sources of code lie in. Lines are read when it is made. */
final class SourceFolders {
  private static final int UNSEEN = -2;
  private static final int NONE = -1;

  private final LineTable lines;
  private final List<String> folders;
  private final int[] ofFile;

  /**
   * The folders of one image.
   *
   * @param folders full paths, each with a slash at its end
   */
  SourceFolders(LineTable lines, List<String> folders) {
    this.lines = lines;
    this.folders = List.copyOf(folders);
    ofFile = new int[lines.sources().count()];
    Arrays.fill(ofFile, UNSEEN);
  }

  /** The only folder that sources of some code lie in; -1 if they lie in none, or in several. */
  synchronized int at(long address, long size) {
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

  private int ofFile(int file) {
    if (file >= 0 && ofFile[file] == UNSEEN) {
      ofFile[file] = NONE;
      String path = lines.sources().path(file).replace('\\', '/');
      for (int i = 0; i < folders.size(); i++) {
        if (path.startsWith(folders.get(i))) {
          ofFile[file] = i;
        }
      }
    }
    return file < 0 ? NONE : ofFile[file];
  }
}
