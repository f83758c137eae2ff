package dev.weighbridge.formats.pe.imports;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMPORT_ORDINAL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.headers.PeMachine;
import java.util.Objects;

/**
 * A member of an import library: says that one name is imported from one library, and takes the
 * place of the object that would define it. PE Format, Import Library Format.
 *
 * @param version 0
 * @param machine one of the {@code IMAGE_FILE_MACHINE_} constants, raw if unknown
 * @param timestamp seconds since 1970, or 0
 * @param dataSize {@code Size Of Data}: bytes of the strings after the header, as stated
 * @param ordinalOrHint the ordinal, or a hint for the search by name
 * @param type {@code IMPORT_CODE}, {@code IMPORT_DATA} or {@code IMPORT_CONST}
 * @param nameType how the imported name follows from the symbol: {@code IMPORT_NAME}
 * @param symbolName the symbol that programs refer to
 * @param libraryName the library that has it at run time
 * @param exportName the name in the library, if {@code nameType} is {@code IMPORT_NAME_EXPORTAS};
 *     otherwise empty
 * @param fileStart first byte of the header: 0
 * @param fileEnd end of the header, exclusive; the strings follow
 */
public record PeImportObject(
    int version,
    int machine,
    int timestamp,
    long dataSize,
    int ordinalOrHint,
    int type,
    int nameType,
    String symbolName,
    String libraryName,
    String exportName,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeImportObject {
    Objects.requireNonNull(symbolName, "symbolName");
    Objects.requireNonNull(libraryName, "libraryName");
    Objects.requireNonNull(exportName, "exportName");
  }

  /** Whether bytes begin like an import object. */
  public static boolean recognises(Bytes bytes) {
    Objects.requireNonNull(bytes, "bytes");
    return bytes.length() >= 6
        && bytes.u16(0) == PeConstants.IMAGE_FILE_MACHINE_UNKNOWN
        && bytes.u16(2) == 0xFFFF
        && bytes.u16(4) == 0;
  }

  /** Whether the import is by ordinal, without a name. */
  public boolean isByOrdinal() {
    return nameType == IMPORT_ORDINAL;
  }

  /** The machine in its usual spelling: {@code x86_64}. */
  public String machineName() {
    return PeMachine.name(machine);
  }

  /** The machine that it is for, as a value. */
  public Machine codeMachine() {
    return PeMachine.of(machine);
  }

  /** Width of an address on this machine in bits: 32 or 64. */
  public int addressBits() {
    return PeMachine.addressBits(machine);
  }
}
