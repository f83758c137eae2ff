package dev.weighbridge.formats.internal.dwarf.functions;

import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.lines.LineFiles;
import dev.weighbridge.formats.dwarf.lines.LineHeader;
import dev.weighbridge.formats.dwarf.lines.LineProgram;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes rows of the files of line programs, each when something is first found to be from it. */
public final class SourceRows {
  /** Each unit has a header of its own; in a damaged file all could share one that is large. */
  private static final long READS_OF_A_BYTE = 8;

  private static final long LEAST_ALLOWANCE = 1 << 20;

  private final SourceTable.Builder sources = new SourceTable.Builder();
  private @Nullable LineFiles files;

  /** The line program whose files are at hand: split files have one at the same place each. */
  private @Nullable DwarfSections home;

  private long opened = -1;
  private long read;
  private int[] rows = new int[0];
  private int[] directories = new int[0];
  private int base = -1;

  /** Numbers of files are those of the line program of a unit from now on. */
  public void open(DwarfUnit unit) {
    long start = unit.lineProgram();
    DwarfSections sections = unit.sections();
    if (start == opened && start >= 0 && sections == home) {
      return;
    }
    home = sections;
    opened = start;
    long size = sections.bytes(LineProgram.section()).length();
    boolean isAllowed = start >= 0 && read <= READS_OF_A_BYTE * size + LEAST_ALLOWANCE;
    // Who reads the lines tells what is wrong with a program.
    Optional<LineProgram> program =
        isAllowed ? LineProgram.of(unit, new Diagnostics()) : Optional.empty();
    if (program.isEmpty()) {
      open((LineFiles) null);
    } else {
      LineHeader header = program.get().header();
      read += header.programStart() - header.start();
      open(program.get().files());
    }
  }

  /** Numbers of files are those of this list from now on; without one nothing is known. */
  public void open(@Nullable LineFiles of) {
    files = of;
    rows = new int[of == null ? 0 : Math.max(0, of.end())];
    directories = new int[of == null ? 0 : of.directoryCount()];
    Arrays.fill(rows, -1);
    Arrays.fill(directories, -1);
    base = -1;
  }

  /** The row of a file by its number, -1 if there is no such file. */
  public int row(long number) {
    if (files == null || number < 0 || number >= rows.length || !files.has((int) number)) {
      return -1;
    }
    int file = (int) number;
    if (rows[file] < 0) {
      long directory = files.directoryOf(file);
      rows[file] =
          sources.add(
              text(files, files.name(file)), directory(files, directory), base(files, directory));
    }
    return rows[file];
  }

  private int text(LineFiles of, long reference) {
    DwarfTexts texts = of.texts();
    int length = reference == DwarfTexts.NONE ? 0 : texts.length(reference);
    return length == 0
        ? sources.noText()
        : sources.text(texts.bytes(reference), DwarfTexts.offset(reference), length);
  }

  private int directory(LineFiles of, long number) {
    if (number < 0 || number >= directories.length) {
      return sources.noText();
    }
    int index = (int) number;
    if (directories[index] < 0) {
      directories[index] = text(of, of.directory(index));
    }
    return directories[index];
  }

  /**
   * What the directory of a file counts from: the first one, which is that of the compilation, and
   * itself counts from nothing.
   */
  private int base(LineFiles of, long directory) {
    if (directory == 0) {
      return sources.noText();
    }
    if (base < 0) {
      base = directory(of, 0);
    }
    return base;
  }

  /** The files found so far. */
  public SourceTable build() {
    return sources.build();
  }
}
