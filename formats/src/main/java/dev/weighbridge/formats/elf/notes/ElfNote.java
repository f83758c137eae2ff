package dev.weighbridge.formats.elf.notes;

import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_FDO_PACKAGING_METADATA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_ABI_TAG;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_BUILD_ID;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_GNU_PROPERTY_TYPE_0;
import static dev.weighbridge.formats.elf.headers.ElfConstants.NT_STAPSDT;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One note: a mark of a tool or system, {@code Elf32_Nhdr} or {@code Elf64_Nhdr} and what follows.
 * gabi 5, note section.
 *
 * <p>What the common notes say is decoded when asked for; a note of another kind, or one that is
 * cut short, answers empty.
 */
public final class ElfNote {
  private static final String GNU = "GNU";

  private final String owner;
  private final int type;
  private final Bytes description;
  private final boolean is64Bit;
  private final long fileStart;
  private final long fileEnd;

  /** A note; {@code ElfFile.notes} reads those of a file. */
  public ElfNote(
      String owner, int type, Bytes description, boolean is64Bit, long fileStart, long fileEnd) {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(description, "description");
    this.owner = owner;
    this.type = type;
    this.description = description;
    this.is64Bit = is64Bit;
    this.fileStart = fileStart;
    this.fileEnd = fileEnd;
  }

  /** Who defines what the type means: {@code GNU}, {@code stapsdt}, {@code Go}. */
  public String owner() {
    return owner;
  }

  /** The type, in the owner's own meaning: {@code NT_} constants. */
  public int type() {
    return type;
  }

  /** The bytes of the description. */
  public Bytes description() {
    return description;
  }

  /** First byte in the file. */
  public long fileStart() {
    return fileStart;
  }

  /** End in the file, padding included, exclusive. */
  public long fileEnd() {
    return fileEnd;
  }

  private boolean is(String expectedOwner, int expectedType) {
    return type == expectedType && owner.equals(expectedOwner);
  }

  /** What identifies the build, as lower-case hexadecimal digits: {@code NT_GNU_BUILD_ID}. */
  public Optional<String> buildId() {
    if (!is(GNU, NT_GNU_BUILD_ID) || description.length() > 1 << 10) {
      return Optional.empty();
    }
    byte[] id = description.toArray(0, description.length());
    return Optional.of(HexFormat.of().formatHex(id));
  }

  /**
   * The oldest system it runs on: {@code NT_GNU_ABI_TAG}.
   *
   * @param system 0 Linux, 1 Hurd, 2 Solaris, 3 FreeBSD, 4 NetBSD
   * @param major first part of the version
   * @param minor second part
   * @param patch third part
   */
  public record AbiTag(int system, int major, int minor, int patch) {}

  /** The oldest system it runs on: {@code NT_GNU_ABI_TAG}. LSB, note sections. */
  public Optional<AbiTag> abiTag() {
    if (!is(GNU, NT_GNU_ABI_TAG) || description.length() < 16) {
      return Optional.empty();
    }
    return Optional.of(
        new AbiTag(
            description.i32(0), description.i32(4), description.i32(8), description.i32(12)));
  }

  /**
   * One GNU property.
   *
   * @param type one of the {@code GNU_PROPERTY_} constants, raw if unknown
   * @param value its first four or eight bytes as a number, 0 if it has none
   * @param data its bytes
   */
  public record Property(int type, long value, Bytes data) {
    /** Refuses null. */
    public Property {
      Objects.requireNonNull(data, "data");
    }
  }

  /** The properties of {@code NT_GNU_PROPERTY_TYPE_0}; empty for any other note. */
  public List<Property> properties() {
    if (!is(GNU, NT_GNU_PROPERTY_TYPE_0)) {
      return List.of();
    }
    List<Property> properties = new ArrayList<>();
    long alignment = is64Bit ? 8 : 4;
    long at = 0;
    while (description.contains(at, 8)) {
      long size = description.u32(at + 4);
      if (!description.contains(at + 8, size)) {
        break;
      }
      Bytes data = description.slice(at + 8, at + 8 + size);
      properties.add(new Property(description.i32(at), number(data), data));
      at += 8 + (size + alignment - 1) / alignment * alignment;
    }
    return List.copyOf(properties);
  }

  private static long number(Bytes data) {
    if (data.length() >= 8) {
      return data.i64(0);
    }
    return data.length() >= 4 ? data.u32(0) : 0;
  }

  /**
   * A static probe: a place in the code where a tracer can hook in.
   *
   * @param address of the place in the code
   * @param base address of {@code .stapsdt.base} when it was linked
   * @param semaphore address of the counter that enables it, 0 if none
   * @param provider who offers it
   * @param name its name
   * @param arguments where its arguments are
   */
  public record Probe(
      long address, long base, long semaphore, String provider, String name, String arguments) {
    /** Refuses null. */
    public Probe {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(arguments, "arguments");
    }
  }

  /** The probe of a note of SystemTap: owner {@code stapsdt}, {@code NT_STAPSDT}. */
  public Optional<Probe> probe() {
    int word = is64Bit ? 8 : 4;
    if (!is("stapsdt", NT_STAPSDT) || description.length() < 3L * word) {
      return Optional.empty();
    }
    String[] texts = description.text(3L * word, description.length()).split("\0", -1);
    return Optional.of(
        new Probe(
            word(0),
            word(word),
            word(2 * word),
            texts[0],
            texts.length > 1 ? texts[1] : "",
            texts.length > 2 ? texts[2] : ""));
  }

  private long word(int at) {
    return is64Bit ? description.i64(at) : description.u32(at);
  }

  /** The JSON of the package it was built for: owner {@code FDO}. */
  public Optional<String> packageMetadata() {
    if (!is("FDO", NT_FDO_PACKAGING_METADATA)) {
      return Optional.empty();
    }
    long nul = description.indexOf((byte) 0, 0, description.length());
    return Optional.of(description.text(0, nul < 0 ? description.length() : nul));
  }

  @Override
  public String toString() {
    return owner + ", type " + type + ", " + description;
  }
}
