package dev.weighbridge.formats.unwind;

import java.util.Objects;

/**
 * A Common Information Entry: what several frame records have in common.
 *
 * <p>LSB Core 5.0, 10.6.1.1 "The Common Information Entry Format".
 *
 * @param index which CIE of its section it is, counted from 0
 * @param row its row in the {@link EhFrame}
 * @param fileStart its first byte, in the bytes of the image
 * @param fileEnd its end, exclusive
 * @param version 1 or 3, in {@code .debug_frame} also 4
 * @param augmentation what the records carry beyond plain DWARF: {@code zPLR}; may hold letters
 *     nobody knows
 * @param codeAlignment what code offsets are multiplied with
 * @param dataAlignment what data offsets are multiplied with
 * @param returnRegister column of the return address
 * @param pointerEncoding encoding of code addresses in its frame records
 * @param lsdaEncoding encoding of exception table addresses in them, or {@link
 *     PointerEncoding#DW_EH_PE_omit}
 * @param personalityEncoding encoding of {@code personality}, or {@link
 *     PointerEncoding#DW_EH_PE_omit}
 * @param personality address of the personality routine, of the place that holds it if the encoding
 *     is indirect, or -1 if there is none
 * @param isSignalFrame whether its functions are signal trampolines (augmentation {@code S})
 * @param signsWithKeyB whether return addresses are signed with key B (augmentation {@code B} of
 *     AArch64)
 * @param hasUnknownAugmentation whether the augmentation holds something that is not understood, so
 *     that the frame records can be found but not read
 * @param instructionsStart first byte of its initial instructions, which reach to {@code fileEnd}
 */
public record CommonInformationEntry(
    int index,
    int row,
    long fileStart,
    long fileEnd,
    int version,
    String augmentation,
    long codeAlignment,
    long dataAlignment,
    long returnRegister,
    int pointerEncoding,
    int lsdaEncoding,
    int personalityEncoding,
    long personality,
    boolean isSignalFrame,
    boolean signsWithKeyB,
    boolean hasUnknownAugmentation,
    long instructionsStart) {
  /** Refuses null. */
  public CommonInformationEntry {
    Objects.requireNonNull(augmentation, "augmentation");
  }
}
