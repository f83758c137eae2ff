package dev.weighbridge.formats.dwarf.lines;

import dev.weighbridge.formats.dwarf.DwarfTexts;

/**
 * The files of a line program and the directories they are in. DWARF 5, 6.2.4.
 *
 * <p>Rows and declarations count files by {@link #first} from 1 up to version 4, from 0 in version
 * 5; directories count from 0 in both, and the first one is that of the compilation. Immutable.
 */
public final class LineFiles {
  private final int first;
  private final DwarfTexts texts;
  private final long compilationDirectory;
  private final long[] directories;
  private final long[] names;
  private final long[] directory;
  private final long[] md5;

  LineFiles(
      int first,
      DwarfTexts texts,
      long compilationDirectory,
      long[] directories,
      long[] names,
      long[] directory,
      long[] md5) {
    this.first = first;
    this.texts = texts;
    this.compilationDirectory = compilationDirectory;
    this.directories = directories;
    this.names = names;
    this.directory = directory;
    this.md5 = md5;
  }

  /** Number of the first file: 0 or 1. */
  public int first() {
    return first;
  }

  /** End of the numbers of files, exclusive. */
  public int end() {
    return first + names.length;
  }

  /** Whether there is a file of a number. */
  public boolean has(int file) {
    return file >= first && file < end();
  }

  /** Name of a file as a reference, with or without directories; none for unknown files. */
  public long name(int file) {
    return has(file) ? names[file - first] : DwarfTexts.NONE;
  }

  /** Number of the directory that the name of a file counts from, as stated. */
  public long directoryOf(int file) {
    return has(file) ? directory[file - first] : 0;
  }

  /** Where the MD5 of a file lies in the section of line programs, -1 if none is stated. */
  public long md5(int file) {
    return has(file) ? md5[file - first] : -1;
  }

  /** How many directories there are, that of the compilation included. */
  public int directoryCount() {
    return directories.length;
  }

  /** Name of a directory as a reference; none for unknown ones. */
  public long directory(long number) {
    return number >= 0 && number < directories.length ? directories[(int) number] : DwarfTexts.NONE;
  }

  /** The directory of the compilation as the unit states it, a reference. */
  public long compilationDirectory() {
    return compilationDirectory;
  }

  /** What turns references into text. */
  public DwarfTexts texts() {
    return texts;
  }

  @Override
  public String toString() {
    return (end() - first) + " files";
  }
}
