package dev.weighbridge.formats.elf.linking;

import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One section of address-sized words that the linker or loader fills with addresses, as columns:
 * {@code .got} and its kin, {@code .init_array} and its kin, {@code .opd}.
 *
 * <p>Words that nothing is known of have neither symbol nor target. Immutable once handed out.
 */
public final class ElfPointers {
  /** What the words are for. */
  public enum Use {
    /** Slots of the global offset table. */
    OFFSET_TABLE,
    /** Functions called at start or end. */
    FUNCTION_ARRAY,
    /** Function descriptors of 64-bit PowerPC (ELFv1): code address, table pointer, environment. */
    DESCRIPTORS
  }

  private static final int DESCRIPTOR_WORDS = 3;

  private final ElfSection section;
  private final Use use;
  private final int wordSize;
  private final ElfSymbolTable dynamicSymbols;
  private final int[] symbol;
  private final long[] target;

  ElfPointers(ElfSection section, Use use, int wordSize, int count, ElfSymbolTable dynamicSymbols) {
    this.section = section;
    this.use = use;
    this.wordSize = wordSize;
    this.dynamicSymbols = dynamicSymbols;
    this.symbol = new int[count];
    this.target = new long[count];
    Arrays.fill(target, -1);
  }

  void set(int index, int dynamicSymbol, long address) {
    if (index >= 0 && index < count()) {
      symbol[index] = dynamicSymbol;
      target[index] = address;
    }
  }

  /** The section that holds the words; it has no row of its own in a file without sections. */
  public ElfSection section() {
    return section;
  }

  /** What the words are for. */
  public Use use() {
    return use;
  }

  /** How many words there are. */
  public int count() {
    return target.length;
  }

  /** Bytes of a word: 4 or 8. */
  public int wordSize() {
    return wordSize;
  }

  /** Virtual address of a word. */
  public long address(int index) {
    return section.address() + (long) index * wordSize;
  }

  /**
   * The word that says whose a word is: the first of its descriptor, which has three (64-bit
   * PowerPC ELF ABI 1.9, 3.2.1); of other tables, the word itself.
   */
  public int leader(int index) {
    boolean isOfThree = use == Use.DESCRIPTORS && count() % DESCRIPTOR_WORDS == 0;
    return isOfThree ? index - index % DESCRIPTOR_WORDS : index;
  }

  /** The word that holds the byte at an address, -1 if it is outside. */
  public int indexOf(long address) {
    long distance = address - section.address();
    return distance >= 0 && distance / wordSize < count() ? (int) (distance / wordSize) : -1;
  }

  /** Row of the dynamic symbol whose address a word gets, 0 if none. */
  public int symbol(int index) {
    return symbol[index];
  }

  /** The address a word will hold as far as this file tells, -1 if it does not. */
  public long target(int index) {
    return target[index];
  }

  /** First byte of a word in the file. */
  public long fileStart(int index) {
    return section.offset() + (long) index * wordSize;
  }

  /** One word as an object. */
  public ElfPointer row(int index) {
    boolean isNamed = symbol[index] > 0 && symbol[index] < dynamicSymbols.count();
    return new ElfPointer(
        index,
        address(index),
        symbol[index],
        isNamed ? dynamicSymbols.name(symbol[index]) : "",
        target[index],
        fileStart(index),
        fileStart(index) + wordSize);
  }

  /** All words as objects. */
  public Stream<ElfPointer> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " pointers";
  }
}
