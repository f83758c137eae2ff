package dev.weighbridge.demangle.swift.reader;

import dev.weighbridge.demangle.swift.tree.SwiftKind;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nodes that operators take and leave, and those that can be referred to. */
final class SwiftStack {
  /** No real name has so many nodes; repeated ones take three characters for thousands. */
  private static final int MOST = 1 << 16;

  private final List<SwiftNode> nodes = new ArrayList<>();
  private final List<SwiftNode> substitutions = new ArrayList<>();
  private final boolean areLabelsInTypes;
  private int pushed;

  /**
   * An empty stack.
   *
   * @param areLabelsInTypes whether types of functions have the labels, as up to Swift 4.1
   */
  SwiftStack(boolean areLabelsInTypes) {
    this.areLabelsInTypes = areLabelsInTypes;
  }

  void push(SwiftNode node) {
    if (++pushed > MOST) {
      throw new SwiftRefusal();
    }
    nodes.add(node);
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** What is left, the deepest first. */
  List<SwiftNode> rest() {
    return nodes;
  }

  /** Keeps a node for later references. */
  SwiftNode keep(SwiftNode node) {
    substitutions.add(node);
    return node;
  }

  SwiftNode kept(int index) {
    if (index < 0 || index >= substitutions.size()) {
      throw new SwiftRefusal();
    }
    return substitutions.get(index);
  }

  /** Takes the top node, whatever it is. */
  SwiftNode pop() {
    if (nodes.isEmpty()) {
      throw new SwiftRefusal();
    }
    return nodes.remove(nodes.size() - 1);
  }

  /** Takes the top node if its kind is as wanted. */
  @Nullable SwiftNode popIf(Predicate<SwiftKind> wanted) {
    boolean is = !nodes.isEmpty() && wanted.test(nodes.get(nodes.size() - 1).kind());
    return is ? pop() : null;
  }

  @Nullable SwiftNode popIf(SwiftKind wanted) {
    return popIf(kind -> kind == wanted);
  }

  /** Takes the top node, whose kind must be as wanted. */
  SwiftNode pop(Predicate<SwiftKind> wanted) {
    SwiftNode node = popIf(wanted);
    if (node == null) {
      throw new SwiftRefusal();
    }
    return node;
  }

  SwiftNode pop(SwiftKind wanted) {
    return pop(kind -> kind == wanted);
  }

  boolean popped(SwiftKind wanted) {
    return popIf(wanted) != null;
  }

  SwiftNode popType() {
    return pop(SwiftKind.TYPE);
  }

  /** What is inside the type on top. */
  SwiftNode popInnerType() {
    return popType().child(0);
  }

  /** The type with a name on top. */
  SwiftNode popNominal() {
    SwiftNode inner = popInnerType();
    if (!inner.kind().isNominal()) {
      throw new SwiftRefusal();
    }
    return inner;
  }

  SwiftNode popName() {
    return pop(SwiftKind::isDeclarationName);
  }

  @Nullable SwiftNode popModuleIfAny() {
    SwiftNode name = popIf(SwiftKind.IDENTIFIER);
    return name != null ? name.as(SwiftKind.MODULE) : popIf(SwiftKind.MODULE);
  }

  SwiftNode popModule() {
    SwiftNode module = popModuleIfAny();
    if (module == null) {
      throw new SwiftRefusal();
    }
    return module;
  }

  SwiftNode popContext() {
    SwiftNode module = popModuleIfAny();
    if (module != null) {
      return module;
    }
    SwiftNode type = popIf(SwiftKind.TYPE);
    if (type == null) {
      return pop(SwiftKind::isContext);
    }
    SwiftNode inner = type.child(0);
    if (!inner.kind().isContext() && !isBound(inner)) {
      throw new SwiftRefusal();
    }
    return inner;
  }

  private static boolean isBound(SwiftNode node) {
    return node.kind().compareTo(SwiftKind.BOUND_CLASS) >= 0
        && node.kind().compareTo(SwiftKind.BOUND_FUNCTION) <= 0;
  }

  /** The protocol on top, as a type: a reference to one, or a name and what it is in. */
  SwiftNode popProtocol() {
    SwiftNode type = popIf(SwiftKind.TYPE);
    if (type != null) {
      if (!type.child(0).is(SwiftKind.PROTOCOL)) {
        throw new SwiftRefusal();
      }
      return type;
    }
    SwiftNode name = popName();
    SwiftNode context = popContext();
    return SwiftNode.type(SwiftNode.of(SwiftKind.PROTOCOL, context, name));
  }

  /** A list that ends, seen from the top, with the marker of its first element. */
  SwiftNode popList(SwiftKind kind, Supplier<SwiftNode> element) {
    SwiftNode list = SwiftNode.of(kind);
    if (popped(SwiftKind.EMPTY_LIST)) {
      return list;
    }
    boolean isFirst;
    do {
      isFirst = popped(SwiftKind.FIRST_ELEMENT);
      list.add(element.get());
    } while (!isFirst);
    return list.reverse(0);
  }

  SwiftNode popTypeList() {
    return popList(SwiftKind.TYPE_LIST, this::popType);
  }

  @Nullable SwiftNode popSignature() {
    return popIf(SwiftKind.SIGNATURE);
  }

  /** An associated type: its name, and its protocol where that is not clear. */
  SwiftNode popAssociatedName() {
    SwiftNode protocol = popIf(SwiftKind.TYPE);
    if (protocol != null && !protocol.child(0).is(SwiftKind.PROTOCOL)) {
      throw new SwiftRefusal();
    }
    SwiftNode name = pop(SwiftKind.IDENTIFIER);
    return SwiftNode.of(SwiftKind.MEMBER_NAME, name, protocol);
  }

  /** Associated types of associated types. */
  List<SwiftNode> popAssociatedNames() {
    List<SwiftNode> names = new ArrayList<>();
    boolean isFirst;
    do {
      isFirst = popped(SwiftKind.FIRST_ELEMENT);
      names.add(0, popAssociatedName());
    } while (!isFirst);
    return names;
  }

  /** Makes the type of a function of its parts, which lie on top. */
  SwiftNode popFunctionType(SwiftKind kind, @Nullable SwiftNode clangType) {
    SwiftNode function = SwiftNode.of(kind, clangType);
    function.addIfPresent(popIf(SwiftKind.SENDING_RESULT));
    function.addIfPresent(
        popIf(
            k ->
                k == SwiftKind.GLOBAL_ACTOR
                    || k == SwiftKind.ISOLATED_ANY
                    || k == SwiftKind.NONISOLATED));
    function.addIfPresent(popIf(SwiftKind.DIFFERENTIABLE));
    function.addIfPresent(popIf(k -> k == SwiftKind.THROWS || k == SwiftKind.TYPED_THROWS));
    function.addIfPresent(popIf(SwiftKind.SENDABLE));
    function.addIfPresent(popIf(SwiftKind.ASYNC));
    function.add(popParameters(SwiftKind.ARGUMENTS));
    function.add(popParameters(SwiftKind.RETURN_TYPE));
    return SwiftNode.type(function);
  }

  private SwiftNode popParameters(SwiftKind kind) {
    boolean isEmpty = popped(SwiftKind.EMPTY_LIST);
    SwiftNode type = isEmpty ? SwiftNode.type(SwiftNode.of(SwiftKind.TUPLE)) : popType();
    return SwiftNode.of(kind, type);
  }

  /** The labels of the parameters of a type; null if it is of no function with parameters. */
  @Nullable SwiftNode popLabels(SwiftNode type) {
    if (!areLabelsInTypes && popped(SwiftKind.EMPTY_LIST)) {
      return SwiftNode.of(SwiftKind.LABELS);
    }
    SwiftNode function = type.unwrapped();
    if (function.is(SwiftKind.GENERIC_TYPE)) {
      function = function.child(1).unwrapped();
    }
    if (!function.is(SwiftKind.FUNCTION_TYPE) && !function.is(SwiftKind.NO_ESCAPE_FUNCTION_TYPE)) {
      return null;
    }
    SwiftNode arguments = function.first(SwiftKind.ARGUMENTS);
    if (arguments == null) {
      return null;
    }
    SwiftNode parameters = arguments.child(0).child(0);
    int count = parameters.is(SwiftKind.TUPLE) ? parameters.count() : 1;
    if (count == 0) {
      return null;
    }
    return areLabelsInTypes ? labelsOf(parameters) : labels(count);
  }

  private SwiftNode labels(int count) {
    SwiftNode labels = SwiftNode.of(SwiftKind.LABELS);
    boolean hasLabels = false;
    for (int i = 0; i < count; i++) {
      SwiftNode label = pop(k -> k == SwiftKind.IDENTIFIER || k == SwiftKind.FIRST_ELEMENT);
      labels.add(label);
      hasLabels |= label.is(SwiftKind.IDENTIFIER);
    }
    return hasLabels ? labels.reverse(0) : SwiftNode.of(SwiftKind.LABELS);
  }

  private static SwiftNode labelsOf(SwiftNode parameters) {
    SwiftNode labels = SwiftNode.of(SwiftKind.LABELS);
    boolean hasLabels = false;
    for (SwiftNode parameter : parameters.children()) {
      SwiftNode name = parameter.first(SwiftKind.ELEMENT_NAME);
      hasLabels |= name != null;
      labels.add(
          name != null
              ? SwiftNode.text(SwiftKind.IDENTIFIER, name.text())
              : SwiftNode.of(SwiftKind.FIRST_ELEMENT));
    }
    return hasLabels ? labels : SwiftNode.of(SwiftKind.LABELS);
  }
}
