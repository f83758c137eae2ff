package dev.weighbridge.demangle.swift.tree;

import java.util.Map;

/** Names of the functions by which values of a type are copied, moved and looked into. */
public final class SwiftValueWitnesses {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("al", "allocateBuffer"),
          Map.entry("ca", "assignWithCopy"),
          Map.entry("ta", "assignWithTake"),
          Map.entry("de", "deallocateBuffer"),
          Map.entry("xx", "destroy"),
          Map.entry("XX", "destroyBuffer"),
          Map.entry("Xx", "destroyArray"),
          Map.entry("CP", "initializeBufferWithCopyOfBuffer"),
          Map.entry("Cp", "initializeBufferWithCopy"),
          Map.entry("cp", "initializeWithCopy"),
          Map.entry("TK", "initializeBufferWithTakeOfBuffer"),
          Map.entry("Tk", "initializeBufferWithTake"),
          Map.entry("tk", "initializeWithTake"),
          Map.entry("pr", "projectBuffer"),
          Map.entry("xs", "storeExtraInhabitant"),
          Map.entry("xg", "getExtraInhabitantIndex"),
          Map.entry("Cc", "initializeArrayWithCopy"),
          Map.entry("Tt", "initializeArrayWithTakeFrontToBack"),
          Map.entry("tT", "initializeArrayWithTakeBackToFront"),
          Map.entry("ug", "getEnumTag"),
          Map.entry("up", "destructiveProjectEnumData"),
          Map.entry("ui", "destructiveInjectEnumTag"),
          Map.entry("et", "getEnumTagSinglePayload"),
          Map.entry("st", "storeEnumTagSinglePayload"));

  private SwiftValueWitnesses() {}

  /** The name for two letters. */
  public static String name(String letters) {
    String name = NAMES.get(letters);
    if (name == null) {
      throw new SwiftRefusal();
    }
    return name;
  }
}
