package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftCursor;
import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import dev.weighbridge.demangle.swift.tree.SwiftValueWitnesses;

/** Reads a name since Swift 4.0: letter by letter, each of which takes nodes and leaves one. */
public final class SwiftReader {
  private final SwiftCursor in;
  private final SwiftStack stack;
  private final SwiftIdentifiers identifiers;
  private final SwiftGenerics generics;
  private final SwiftTypes types;
  private final SwiftImplFunctions functions;
  private final SwiftConformances conformances;
  private final SwiftEntities entities;
  private final SwiftMetadata metadata;
  private final SwiftThunks thunks;

  private SwiftReader(String text, boolean areLabelsInTypes) {
    in = new SwiftCursor(text);
    stack = new SwiftStack(areLabelsInTypes);
    identifiers = new SwiftIdentifiers(in, stack);
    generics = new SwiftGenerics(in, stack);
    types = new SwiftTypes(in, stack, generics);
    functions = new SwiftImplFunctions(in, stack, generics);
    conformances = new SwiftConformances(in, stack);
    entities = new SwiftEntities(in, stack);
    metadata = new SwiftMetadata(in, stack);
    thunks = new SwiftThunks(in, stack);
  }

  /**
   * The tree of a name.
   *
   * @param text the name without prefix
   * @param areLabelsInTypes whether it has the prefix of Swift 4.0
   * @throws SwiftRefusal if it is not of this mangling
   */
  public static SwiftNode read(String text, boolean areLabelsInTypes) {
    return new SwiftReader(text, areLabelsInTypes).global();
  }

  private SwiftNode global() {
    while (!in.isAtEnd()) {
      stack.push(in.isAtDigit() ? identifiers.identifier() : operator(in.next()));
    }
    SwiftNode suffix = stack.popIf(SwiftKind.SUFFIX);
    SwiftNode global = SwiftNode.of(SwiftKind.GLOBAL);
    SwiftNode parent = global;
    SwiftNode attribute = stack.popIf(SwiftKind::isFunctionAttribute);
    while (attribute != null) {
      boolean isForwarder =
          attribute.is(SwiftKind.PARTIAL_APPLY) || attribute.is(SwiftKind.PARTIAL_APPLY_OBJC);
      parent.add(attribute);
      parent = isForwarder ? attribute : parent;
      attribute = stack.popIf(SwiftKind::isFunctionAttribute);
    }
    if (stack.rest().size() > 1) {
      throw new SwiftRefusal();
    }
    for (SwiftNode node : stack.rest()) {
      parent.add(node.unwrapped());
    }
    if (global.count() == 0) {
      throw new SwiftRefusal();
    }
    return global.addIfPresent(suffix);
  }

  private SwiftNode operator(char letter) {
    return switch (letter) {
      case 'A' -> types.references();
      case 'B' -> types.builtin();
      case 'C' -> types.nominal(SwiftKind.CLASS);
      case 'D' -> types.mangled();
      case 'E' -> entities.extension();
      case 'F' -> entities.function();
      case 'G' -> generics.bound();
      case 'H' -> conformances.operator();
      case 'I' -> functions.type();
      case 'K' -> SwiftNode.of(SwiftKind.THROWS);
      case 'L' -> identifiers.local();
      case 'M' -> metadata.metadata();
      case 'N' -> SwiftNode.of(SwiftKind.METADATA, stack.popType());
      case 'O' -> types.nominal(SwiftKind.ENUM);
      case 'P' -> types.nominal(SwiftKind.PROTOCOL);
      case 'Q' -> types.archetype();
      case 'R' -> generics.requirement();
      case 'S' -> types.standard();
      case 'T' -> thunks.operator();
      case 'V' -> types.nominal(SwiftKind.STRUCTURE);
      case 'W' -> metadata.witness();
      case 'X' -> types.special();
      case 'Y' -> types.annotation();
      case 'Z' -> SwiftNode.of(SwiftKind.STATIC, stack.pop(SwiftKind::isEntity));
      case 'a' -> types.nominal(SwiftKind.TYPE_ALIAS);
      case 'c' -> types.function(SwiftKind.FUNCTION_TYPE);
      case 'd' -> SwiftNode.of(SwiftKind.VARIADIC);
      case 'f' -> entities.nameless();
      case 'g' -> conformances.retroactive();
      case 'h' -> types.onTop(SwiftKind.SHARED);
      case 'i' -> entities.subscript();
      case 'l' -> generics.signature(false);
      case 'm' -> metatype();
      case 'n' -> types.onTop(SwiftKind.OWNED);
      case 'o' -> identifiers.operator();
      case 'p' -> types.protocols();
      case 'q' -> SwiftNode.type(generics.parameter());
      case 'r' -> generics.signature(true);
      case 's' -> SwiftNode.text(SwiftKind.MODULE, "Swift");
      case 't' -> types.tuple();
      case 'u' -> types.generic();
      case 'v' -> entities.accessor(entities.named(SwiftKind.VARIABLE));
      case 'w' -> valueWitness();
      case 'x' -> SwiftNode.type(SwiftGenerics.firstParameter());
      case 'y' -> SwiftNode.of(SwiftKind.EMPTY_LIST);
      case 'z' -> types.onTop(SwiftKind.INOUT);
      case '_' -> SwiftNode.of(SwiftKind.FIRST_ELEMENT);
      case '$' -> types.integer();
      case '.' -> SwiftNode.text(SwiftKind.SUFFIX, "." + in.rest());
      default -> throw new SwiftRefusal();
    };
  }

  private SwiftNode metatype() {
    return SwiftNode.type(SwiftNode.of(SwiftKind.METATYPE, stack.popType()));
  }

  private SwiftNode valueWitness() {
    SwiftNode name = SwiftNode.text(SwiftKind.IDENTIFIER, SwiftValueWitnesses.name(in.take(2)));
    return SwiftNode.of(SwiftKind.VALUE_WITNESS, name, stack.popType());
  }
}
