package dev.weighbridge.report.answer;

import java.util.List;

/**
 * What programs call a column.
 *
 * @param name where it is a member of an object; empty if it is for people only
 * @param fields where it is a field, one for each level of rows; empty if it is for people only
 * @param none what stands for no value where it is a field
 */
record FieldNames(String name, List<String> fields, String none) {
  FieldNames withFields(List<String> names) {
    return new FieldNames(name, List.copyOf(names), none);
  }

  FieldNames withNone(String text) {
    return new FieldNames(name, fields, text);
  }
}
