package dev.weighbridge.wasm;

import java.util.Objects;

/**
 * One section of a module. Core specification 5.5.2.
 *
 * @param index its place among all sections
 * @param id its id, a {@code SECTION_} constant of {@link WasmConstants} or unknown
 * @param name the specification's name, or the name a custom section gives itself
 * @param fileStart first byte: the id
 * @param contentStart first byte behind the size; in a custom section that of its name
 * @param payloadStart first byte behind the name of a custom section; else {@code contentStart}
 * @param fileEnd end, exclusive
 * @param firstItem row of its first item in the table of its kind; 0 if it has no items
 * @param itemCount how many items were found in it
 */
public record WasmSection(
    int index,
    int id,
    String name,
    long fileStart,
    long contentStart,
    long payloadStart,
    long fileEnd,
    int firstItem,
    int itemCount) {
  /** Refuses null. */
  public WasmSection {
    Objects.requireNonNull(name, "name");
  }

  /** Bytes of its content: what its size field says, as far as the file has them. */
  public long contentSize() {
    return fileEnd - contentStart;
  }

  /** The same section with what was found in it. */
  WasmSection withItems(int first, int count) {
    return new WasmSection(
        index, id, name, fileStart, contentStart, payloadStart, fileEnd, first, count);
  }

  /** Whether it is a custom section. */
  public boolean isCustom() {
    return id == WasmConstants.SECTION_CUSTOM;
  }
}
