package dev.weighbridge.wasm.items;

import dev.weighbridge.wasm.operators.ValueType;
import java.util.List;
import java.util.Objects;

/**
 * A defined type. Core specification 5.3.
 *
 * @param index its index
 * @param fileStart first byte
 * @param fileEnd end, exclusive
 * @param form what it composes
 * @param isFinal whether no subtype of it may be defined
 * @param supertypes the type indices it extends, at most one today
 * @param parameters of a function type; empty otherwise
 * @param results of a function type; empty otherwise
 * @param fields of a structure, or the one of an array; empty otherwise
 */
public record WasmType(
    int index,
    long fileStart,
    long fileEnd,
    Form form,
    boolean isFinal,
    List<Integer> supertypes,
    List<ValueType> parameters,
    List<ValueType> results,
    List<Field> fields) {
  /** Refuses null. */
  public WasmType {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(supertypes, "supertypes");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(results, "results");
    Objects.requireNonNull(fields, "fields");
  }

  /** What a type composes. */
  public enum Form {
    /** Parameters and results. */
    FUNCTION,
    /** A structure of fields. */
    STRUCT,
    /** An array of one field type. */
    ARRAY,
    /** A continuation of a function type. */
    CONTINUATION
  }

  /** A field: its storage type and whether it may be written. */
  public record Field(ValueType type, boolean isMutable) {
    /** Refuses null. */
    public Field {
      Objects.requireNonNull(type, "type");
    }
  }

  /** The type in the manner of {@code wasm-objdump}: {@code (i32, i64) -> i32}. */
  public String text() {
    return switch (form) {
      case FUNCTION -> "(" + join(parameters) + ") -> " + resultText();
      case STRUCT -> "struct {" + joinFields() + "}";
      case ARRAY -> "array [" + joinFields() + "]";
      case CONTINUATION -> "cont " + supertypes;
    };
  }

  private String resultText() {
    if (results.isEmpty()) {
      return "nil";
    }
    return results.size() == 1 ? results.get(0).text() : "(" + join(results) + ")";
  }

  private static String join(List<ValueType> types) {
    StringBuilder text = new StringBuilder();
    for (ValueType type : types) {
      text.append(text.length() == 0 ? "" : ", ").append(type.text());
    }
    return text.toString();
  }

  private String joinFields() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(field.isMutable() ? "mut " : "")
          .append(field.type().text());
    }
    return text.toString();
  }
}
