package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.HashMap;
import java.util.Map;

/** Types of the standard library that have a letter of their own. */
final class SwiftStandardTypes {
  private static final Map<String, SwiftNode> TYPES = new HashMap<>();

  static {
    put(
        SwiftKind.STRUCTURE,
        "A AutoreleasingUnsafeMutablePointer, a Array, b Bool, D Dictionary, d Double, f Float,"
            + " h Set, I DefaultIndices, i Int, J Character, N ClosedRange, n Range,"
            + " O ObjectIdentifier, P UnsafePointer, p UnsafeMutablePointer,"
            + " R UnsafeBufferPointer, r UnsafeMutableBufferPointer, S String, s Substring,"
            + " u UInt, V UnsafeRawPointer, v UnsafeMutableRawPointer,"
            + " W UnsafeRawBufferPointer, w UnsafeMutableRawBufferPointer,"
            + " cC CheckedContinuation, cc UnsafeContinuation, cE CancellationError,"
            + " ce UnownedSerialExecutor, cG TaskGroup, cg ThrowingTaskGroup, cJ UnownedJob,"
            + " cP TaskPriority, cS AsyncStream, cs AsyncThrowingStream, cT Task,"
            + " ct UnsafeCurrentTask");
    put(SwiftKind.ENUM, "q Optional");
    put(SwiftKind.CLASS, "cM MainActor");
    put(
        SwiftKind.PROTOCOL,
        "B BinaryFloatingPoint, E Encodable, e Decodable, F FloatingPoint,"
            + " G RandomNumberGenerator, H Hashable, j Numeric, K BidirectionalCollection,"
            + " k RandomAccessCollection, L Comparable, l Collection, M MutableCollection,"
            + " m RangeReplaceableCollection, Q Equatable, T Sequence, t IteratorProtocol,"
            + " U UnsignedInteger, X RangeExpression, x Strideable, Y RawRepresentable,"
            + " y StringProtocol, Z SignedInteger, z BinaryInteger, cA Actor, cF Executor,"
            + " cf SerialExecutor, ch TaskExecutor, cI AsyncIteratorProtocol, ci AsyncSequence");
  }

  private SwiftStandardTypes() {}

  private static void put(SwiftKind kind, String types) {
    for (String type : types.split(", ", -1)) {
      String[] parts = type.split(" ", -1);
      TYPES.put(parts[0], swift(kind, parts[1]));
    }
  }

  /** A type of the standard library. */
  static SwiftNode swift(SwiftKind kind, String name) {
    SwiftNode module = SwiftNode.text(SwiftKind.MODULE, "Swift");
    return SwiftNode.type(SwiftNode.of(kind, module, SwiftNode.text(SwiftKind.IDENTIFIER, name)));
  }

  /** The type for a letter, which is behind a {@code c} for those of concurrency. */
  static SwiftNode of(String letters) {
    SwiftNode type = TYPES.get(letters);
    if (type == null) {
      throw new SwiftRefusal();
    }
    return type;
  }
}
