package dev.weighbridge.wasm.internal.bodies;

import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.operators.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which types are the same: those that stand at one place in recursive groups that are the same,
 * where references into a group count by their place in it. Core specification 3.1.
 */
final class TypeClasses {
  /** A type that the module does not define is equal to none but of that index. */
  private static final long UNDEFINED = 1L << 40;

  private final WasmModule module;
  private final int[] classes;

  TypeClasses(WasmModule module) {
    this.module = module;
    classes = new int[module.types().count()];
    Map<String, Integer> known = new HashMap<>();
    int next = 0;
    for (int first = 0; first < classes.length; ) {
      int end = first + 1;
      while (end < classes.length && module.typeGroup(end) == first) {
        end++;
      }
      int size = end - first;
      int free = next;
      int group = known.computeIfAbsent(text(first, end), text -> free);
      next += group == free ? size : 0;
      for (int i = 0; i < size; i++) {
        classes[first + i] = group + i;
      }
      first = end;
    }
  }

  /** The same number for types that are the same. */
  long of(long type) {
    return type >= 0 && type < classes.length ? classes[(int) type] : UNDEFINED + type;
  }

  private String text(int first, int end) {
    StringBuilder text = new StringBuilder();
    for (int index = first; index < end; index++) {
      WasmType type = module.types().row(index);
      text.append(type.form()).append(type.isFinal() ? " final" : " open");
      for (int supertype : type.supertypes()) {
        text.append(" <").append(reference(supertype, first));
      }
      values(text, type.parameters(), first);
      values(text, type.results(), first);
      for (WasmType.Field field : type.fields()) {
        text.append(field.isMutable() ? " mut" : "");
        value(text, field.type(), first);
      }
      text.append(';');
    }
    return text.toString();
  }

  private void values(StringBuilder text, List<ValueType> types, int first) {
    text.append(" (");
    types.forEach(type -> value(text, type, first));
    text.append(')');
  }

  private void value(StringBuilder text, ValueType type, int first) {
    text.append(' ').append(type.code());
    if (type.typeIndex() >= 0) {
      text.append(':').append(reference(type.typeIndex(), first));
    } else if (type.heapType() != 0) {
      text.append('h').append(type.heapType());
    }
  }

  /** Types before the group have their classes already; none may stand behind it. */
  private String reference(long index, int first) {
    return index < first ? Long.toString(of(index)) : "+" + (index - first);
  }
}
