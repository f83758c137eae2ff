package dev.weighbridge.formats.unwind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The records in readelf's words, its {@code frames-interp} form without the tables. */
final class ReadelfFrames {
  private ReadelfFrames() {}

  static List<String> lines(EhFrame frames) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < frames.count(); row++) {
      lines.add(line(frames, row));
    }
    return lines;
  }

  private static String line(EhFrame frames, int row) {
    int digits = 2 * frames.section().pointers().addressSize();
    long start = frames.fileStart(row) - frames.section().fileStart();
    long length = frames.fileEnd(row) - frames.fileStart(row) - 4;
    String head = hex(start, 8) + " " + hex(length, digits) + " ";
    return switch (frames.piece(row)) {
      case TERMINATOR -> hex(start, 8) + " ZERO terminator";
      case CIE -> head + hex(0, 8) + " CIE " + cie(frames.cieEntry(frames.cie(row)));
      case FDE -> head + fde(frames, row, start, digits);
      default -> head + frames.piece(row);
    };
  }

  private static String cie(CommonInformationEntry cie) {
    return String.format(
        Locale.ROOT,
        "\"%s\" cf=%d df=%d ra=%d",
        cie.augmentation(),
        cie.codeAlignment(),
        cie.dataAlignment(),
        cie.returnRegister());
  }

  private static String fde(EhFrame frames, int row, long start, int digits) {
    long cie = frames.fileStart(frames.cieRow(frames.cie(row))) - frames.section().fileStart();
    long begin = frames.pcBegin(row);
    return hex(start + 4 - cie, 8)
        + " FDE cie="
        + hex(cie, 8)
        + " pc="
        + hex(begin, digits)
        + ".."
        + hex(begin + frames.pcLength(row), digits);
  }

  private static String hex(long value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "x", value);
  }
}
