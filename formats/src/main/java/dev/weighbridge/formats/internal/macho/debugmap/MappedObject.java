package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that the debug map of an image names, with its functions that the linker kept. stab.h.
 *
 * @param path of the object, or of the archive that it is in, as the linker read it
 * @param member its name in that archive; empty if it is a file of its own
 * @param functions in the order of the map
 */
record MappedObject(String path, String member, List<Function> functions) {
  /**
   * A function in the image.
   *
   * @param name of its symbol
   * @param address in the image
   * @param size bytes of its code
   */
  record Function(String name, long address, long size) {}

  /** The objects that a symbol table tells of. */
  static List<MappedObject> of(MachOSymbolTable table) {
    List<MappedObject> objects = new ArrayList<>();
    List<Function> functions = new ArrayList<>();
    int start = -1;
    for (int row = 0; row < table.count(); row++) {
      if (!table.isDebugMap(row)) {
        start = -1;
        continue;
      }
      switch (table.type(row)) {
        case MachOConstants.N_OSO -> {
          functions = new ArrayList<>();
          objects.add(named(table.name(row), functions));
          start = -1;
        }
        case MachOConstants.N_FUN -> {
          if (table.nameLength(row) > 0) {
            start = row;
          } else if (start >= 0) {
            functions.add(new Function(table.name(start), table.value(start), table.value(row)));
            start = -1;
          }
        }
        default -> {
          // Data has no lines; what else is there repeats what objects say.
        }
      }
    }
    objects.removeIf(object -> object.functions().isEmpty());
    return List.copyOf(objects);
  }

  private static MappedObject named(String name, List<Function> functions) {
    int open = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    return open < 0
        ? new MappedObject(name, "", functions)
        : new MappedObject(
            name.substring(0, open), name.substring(open + 1, name.length() - 1), functions);
  }

  /** The name of its file, without folders. */
  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Its name for people: {@code libparse.a(parse.o)}. */
  String shown() {
    return member.isEmpty() ? fileName() : fileName() + "(" + member + ")";
  }
}
