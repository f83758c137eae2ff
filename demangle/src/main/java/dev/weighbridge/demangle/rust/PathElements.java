package dev.weighbridge.demangle.rust;

import dev.weighbridge.demangle.text.IdentityHash;
import java.util.Arrays;

/**
 * The elements of a path from the crate root outwards, and hashes of its prefixes.
 *
 * <p>An element is a crate root, an impl, the mark of a trait's own items, or an identifier in a
 * namespace; generic arguments and Self types are none. So all instances of a generic item have the
 * same elements, and two impls in one module have different ones.
 */
public final class PathElements {
  /** Kinds beside the letters of namespaces, which are letters themselves. */
  public static final int CRATE = 0;

  public static final int INHERENT_IMPL = 1;
  public static final int TRAIT_IMPL = 2;
  public static final int TRAIT = 3;

  public static final int CLOSURE = 'C';
  public static final int SHIM = 'S';
  private static final int TYPES_AND_MODULES = 't';
  private static final int CONSTRUCTOR = 'c';

  private int[] kinds = new int[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  /** Where the Punycode of an identifier starts; its end if it has none. */
  private int[] punycodes = new int[32];

  private long[] numbers = new long[32];
  private int count;

  private long hash;
  private long enclosingHash;
  private int enclosingCount;
  private long moduleHash;
  private int moduleCount;
  private boolean isInModules;

  public void clear() {
    count = 0;
    hash = 0;
    enclosingHash = 0;
    enclosingCount = 0;
    moduleHash = 0;
    moduleCount = 0;
    isInModules = true;
  }

  /** Adds the crate root. */
  public void addCrate(byte[] bytes, int start, int end, long disambiguator) {
    add(CRATE, start, end, disambiguator);
    hash = IdentityHash.mix(IdentityHash.start(CRATE), bytes, start, end);
    hash = IdentityHash.mix(hash, disambiguator);
    enclosingHash = hash;
    enclosingCount = count;
    moduleHash = hash;
    moduleCount = count;
  }

  /** Adds an identifier; its range may hold Punycode or be empty. */
  public void addIdentifier(int namespace, byte[] bytes, int start, int end, long disambiguator) {
    // A constructor stands inside its type, which is no module.
    if (isInModules && namespace != CONSTRUCTOR) {
      moduleHash = hash;
      moduleCount = count;
    }
    isInModules = isInModules && namespace == TYPES_AND_MODULES;
    add(namespace, start, end, disambiguator);
    hash = IdentityHash.mix(hash, bytes, start, end);
    hash = IdentityHash.mix(hash, (disambiguator << 8) ^ namespace);
    if (namespace != CLOSURE && namespace != SHIM) {
      enclosingHash = hash;
      enclosingCount = count;
    }
  }

  /** Adds an impl or the mark of a trait's own items. */
  public void addContainer(int kind, long disambiguator) {
    if (isInModules && kind != TRAIT) {
      moduleHash = hash;
      moduleCount = count;
    }
    isInModules = false;
    add(kind, 0, 0, disambiguator);
    hash = IdentityHash.mix(hash, (disambiguator << 8) ^ kind);
    enclosingHash = hash;
    enclosingCount = count;
  }

  private void add(int kind, int start, int end, long number) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      punycodes = Arrays.copyOf(punycodes, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    punycodes[count] = end;
    numbers[count] = number;
    count++;
  }

  /** Number of elements. */
  public int count() {
    return count;
  }

  /** Number of elements before the closures and shims at the end. */
  public int enclosingCount() {
    return enclosingCount;
  }

  /** Number of elements that are the crate and its modules; a module is not told from a type. */
  public int moduleCount() {
    return moduleCount;
  }

  public int kind(int index) {
    return kinds[index];
  }

  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }

  public int punycode(int index) {
    return punycodes[index];
  }

  /** Says that the last element is in Punycode from a position on. */
  public void setPunycode(int start) {
    punycodes[count - 1] = start;
  }

  public long number(int index) {
    return numbers[index];
  }

  /** Whether there is a closure among the closures and shims at the end. */
  public boolean isClosure() {
    for (int i = enclosingCount; i < count; i++) {
      if (kinds[i] == CLOSURE) {
        return true;
      }
    }
    return false;
  }

  /** First byte of the name of the shim that is the last element; -1 if it is none. */
  public int shimStart() {
    return isShim() ? starts[count - 1] : -1;
  }

  public int shimEnd() {
    return isShim() ? ends[count - 1] : -1;
  }

  private boolean isShim() {
    return count > 0 && kinds[count - 1] == SHIM;
  }

  /** Identity of the whole path. */
  public long id() {
    return IdentityHash.finish(hash);
  }

  /** Identity of the path before the closures and shims at the end. */
  public long enclosingId() {
    return IdentityHash.finish(enclosingHash);
  }

  /** Identity of the module. */
  public long moduleId() {
    return IdentityHash.finish(moduleHash);
  }
}
