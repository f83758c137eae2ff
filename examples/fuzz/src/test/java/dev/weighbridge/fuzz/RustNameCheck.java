package dev.weighbridge.fuzz;

import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.TextBuffer;

/** Any bytes as a Rust name: text is only of what has structure, and neither takes long. */
final class RustNameCheck {
  private final RustDemangler demangler = new RustDemangler();
  private final RustNameReader reader = new RustNameReader();
  private final TextBuffer out = new TextBuffer();
  private final NameSlice slice = new NameSlice();

  void read(byte[] name) {
    slice.set(name, 0, name.length);
    out.clear();
    boolean isText = demangler.tryAppend(slice, HashVisibility.SHOWN, out);
    boolean isStructure = reader.read(slice);
    if (isStructure) {
      reader.definingCrate();
      reader.responsibleCrate();
      reader.instantiatingCrate();
      reader.genericId();
      reader.enclosingId();
      reader.moduleId();
      reader.appendModulePath(out);
      if (RustDemangler.read(slice).isEmpty()) {
        throw new AssertionError("a structure for one reader and none for the other");
      }
    }
    if (isText && !isStructure) {
      throw new AssertionError("a text without structure");
    }
  }
}
