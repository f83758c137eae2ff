package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.TextBuffer;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What tells whether labels of two builds mean the same thing, as 64-bit hashes; 0 stands for none.
 *
 * <p>A symbol is known by its name: its readable form, so that hashes and disambiguators of crates
 * do not count, and without the numbers of closures and copies. A function without a name has no
 * identity but its bytes. Any other label is known by its text. No text is made of a symbol's name
 * unless it has several.
 */
final class LabelIdentity {
  private final Labels labels;
  private final Owners owners;
  private final RustDemangler demangler = new RustDemangler();
  private final NameSlice slice = new NameSlice();
  private final TextBuffer readable = new TextBuffer();
  private final StableText text = new StableText();
  private byte[] name = new byte[1024];
  private byte[] readableName = new byte[1024];
  private int length;
  private boolean isKnown;
  private boolean isRust;

  LabelIdentity(Attribution attribution, Labels labels) {
    this.labels = labels;
    owners = attribution.owners();
  }

  /** Identity of the name as it stands in the file. */
  long exact(int label) {
    return read(label) ? StableText.hash(name, length) : 0;
  }

  /** Reads the name of a label for {@link #stable} and {@link #generic}. */
  void normalise(int label) {
    isKnown = read(label);
    isRust = isKnown && readRust(label);
    if (isKnown && !isRust) {
      text.readOther(name, length);
    }
  }

  /** Identity of the name without what changes from build to build. */
  long stable() {
    return isKnown ? text.id() : 0;
  }

  /** Identity as {@link #stable}, without generic arguments too; 0 if the name is not Rust. */
  long generic() {
    return isRust ? text.bareId() : 0;
  }

  /**
   * Identity of what a label stands for by all of its names together, in whatever order; 0 if it
   * has but one. Which of them stands for it may depend on the order of the link.
   */
  long ofAllNames(int label) {
    int owner = labels.owner(label);
    List<String> names = owner < 0 ? List.of() : owners.rawNames(owner);
    if (names.size() < 2) {
      return 0;
    }
    long sum = 0;
    for (String each : names) {
      set(each);
      isRust = readRust(label);
      if (!isRust) {
        text.readOther(name, length);
      }
      sum += text.id();
    }
    return sum;
  }

  /**
   * Identity of the part of a label that stays when what it stands for goes to another file,
   * without what changes from build to build; 0 if it has none.
   */
  long ofItem(int label) {
    String item = labels.item(label);
    if (item.isEmpty()) {
      return 0;
    }
    set(item);
    text.readOther(name, length);
    return text.id();
  }

  /** Identity of what a label stands for, wherever it lies. */
  long anywhere(int label) {
    long item = ofItem(label);
    if (item != 0) {
      return item;
    }
    normalise(label);
    return stable();
  }

  private boolean readRust(int label) {
    if (!isSymbol(label)) {
      return false;
    }
    readable.clear();
    if (!demangler.tryAppend(slice.set(name, 0, length), HashVisibility.HIDDEN, readable)) {
      return false;
    }
    if (readableName.length < readable.length()) {
      readableName = new byte[readable.length() + readable.length() / 2];
    }
    readable.copy(readableName);
    text.readRust(readableName, readable.length());
    return true;
  }

  private boolean isSymbol(int label) {
    int owner = labels.owner(label);
    return owner >= 0 && owners.isSymbol(owner);
  }

  /** Reads the name of a label; false if it has none. */
  private boolean read(int label) {
    int owner = labels.owner(label);
    if (owner >= 0 && owners.isFunction(owner)) {
      return false;
    }
    if (owner >= 0 && owners.isSymbol(owner)) {
      SymbolTable symbols = owners.symbols(owner);
      int row = owners.symbolRow(owner);
      length = symbols.nameLength(row);
      if (name.length < length) {
        name = new byte[length + length / 2];
      }
      symbols.copyName(row, name);
    } else {
      set(labels.text(label));
    }
    return true;
  }

  private void set(String other) {
    byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
    name = bytes.length > name.length ? bytes : name;
    length = bytes.length;
    System.arraycopy(bytes, 0, name, 0, length);
  }
}
