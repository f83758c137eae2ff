package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import java.nio.charset.StandardCharsets;

/**
 * Reads Common Information Entries, one after the other, into its fields.
 *
 * <p>LSB Core 5.0, 10.6.1.1; DWARF 5, 6.4.1 for version 4; the letters {@code B} and {@code G} are
 * those of AArch64.
 */
final class CieReader {
  private static final int MAX_AUGMENTATION = 64;

  private final Bytes bytes;
  private final Window window;
  private final Pointers pointers;
  private final int addressSize;
  private int version;
  private long codeAlignment;
  private long dataAlignment;
  private long returnRegister;
  private long augmentationStart;
  private int augmentationLength;
  private long instructionsStart;
  private int personalityEncoding;
  private long personality;
  private boolean isSignalFrame;
  private boolean signsWithKeyB;
  private boolean isUnderstood;

  /** Encoding of code addresses. */
  int pointerEncoding;

  /** Encoding of exception table addresses. */
  int lsdaEncoding;

  /** Whether frame records state the length of their augmentation data. */
  boolean hasAugmentationLength;

  CieReader(UnwindSection section, Window window, Pointers pointers) {
    this.bytes = section.bytes();
    this.window = window;
    this.pointers = pointers;
    this.addressSize = section.pointers().addressSize();
  }

  /**
   * Reads the entry whose version is at the window's position and whose end is its limit.
   *
   * @return whether its frame records can be read
   */
  boolean read() {
    pointerEncoding = PointerEncoding.DW_EH_PE_absptr;
    lsdaEncoding = PointerEncoding.DW_EH_PE_omit;
    personalityEncoding = PointerEncoding.DW_EH_PE_omit;
    personality = Pointers.UNKNOWN;
    isSignalFrame = false;
    signsWithKeyB = false;
    version = window.u8();
    isUnderstood = version == 1 || version == 3 || version == 4;
    readAugmentationString();
    if (augmentationIs("eh")) {
      window.skip(addressSize);
    }
    if (version == 4) {
      int statedAddressSize = window.u8();
      int segmentSelectorSize = window.u8();
      isUnderstood &= statedAddressSize == addressSize && segmentSelectorSize == 0;
    }
    codeAlignment = window.uleb128();
    dataAlignment = window.sleb128();
    returnRegister = version == 1 ? window.u8() : window.uleb128();
    readAugmentationData();
    return isUnderstood && !window.isOverrun();
  }

  /** The entry read last, for people. */
  CommonInformationEntry entry(int index, int row, long fileStart, long fileEnd) {
    byte[] letters = bytes.toArray(augmentationStart, augmentationStart + augmentationLength);
    return new CommonInformationEntry(
        index,
        row,
        fileStart,
        fileEnd,
        version,
        new String(letters, StandardCharsets.ISO_8859_1),
        codeAlignment,
        dataAlignment,
        returnRegister,
        pointerEncoding,
        lsdaEncoding,
        personalityEncoding,
        personality,
        isSignalFrame,
        signsWithKeyB,
        !isUnderstood,
        Math.min(instructionsStart, fileEnd));
  }

  private void readAugmentationString() {
    augmentationStart = window.position();
    augmentationLength = 0;
    while (window.u8() != 0) {
      augmentationLength++;
    }
    if (augmentationLength > MAX_AUGMENTATION) {
      augmentationLength = MAX_AUGMENTATION;
      isUnderstood = false;
    }
  }

  private boolean augmentationIs(String text) {
    boolean isSame = augmentationLength == text.length();
    for (int i = 0; isSame && i < augmentationLength; i++) {
      isSame = letter(i) == text.charAt(i);
    }
    return isSame;
  }

  private int letter(int index) {
    return bytes.u8(augmentationStart + index);
  }

  private void readAugmentationData() {
    instructionsStart = window.position();
    hasAugmentationLength = augmentationLength > 0 && letter(0) == 'z';
    if (!hasAugmentationLength) {
      // Without 'z' nothing says how much data a letter brings; "eh" is the one known exception.
      isUnderstood &= augmentationLength == 0 || augmentationIs("eh");
      return;
    }
    long length = window.uleb128();
    instructionsStart = window.position() + Math.max(0, Math.min(length, window.remaining()));
    for (int i = 1; i < augmentationLength; i++) {
      if (!readLetter(letter(i))) {
        isUnderstood = false;
        return;
      }
    }
    isUnderstood &= window.position() <= instructionsStart;
  }

  private boolean readLetter(int letter) {
    switch (letter) {
      case 'R' -> pointerEncoding = window.u8();
      case 'L' -> lsdaEncoding = window.u8();
      case 'P' -> {
        personalityEncoding = window.u8();
        personality = pointers.read(personalityEncoding, Pointers.UNKNOWN);
      }
      case 'S' -> isSignalFrame = true;
      case 'B' -> signsWithKeyB = true;
      case 'G' -> {
        // Memory-tagged stack frame: a mark without data.
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
