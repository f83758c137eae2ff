package dev.weighbridge.demangle.swift.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of a name. Nodes are shared by names that refer back to what they had, so that
 * a short name can stand for a huge tree.
 */
public final class SwiftNode {
  private final SwiftKind kind;
  private final String text;
  private final long number;
  private final List<SwiftNode> children = new ArrayList<>(3);

  private SwiftNode(SwiftKind kind, String text, long number) {
    this.kind = kind;
    this.text = text;
    this.number = number;
  }

  /** A node with children; those that are null are left out. */
  public static SwiftNode of(SwiftKind kind, @Nullable SwiftNode... children) {
    SwiftNode node = new SwiftNode(kind, "", 0);
    for (SwiftNode child : children) {
      node.addIfPresent(child);
    }
    return node;
  }

  /** A node with a text. */
  public static SwiftNode text(SwiftKind kind, String text) {
    return new SwiftNode(kind, text, 0);
  }

  /** A node with a number. */
  public static SwiftNode number(SwiftKind kind, long number) {
    return new SwiftNode(kind, "", number);
  }

  /** A type: all types stand in such a node. */
  public static SwiftNode type(SwiftNode inner) {
    return of(SwiftKind.TYPE, inner);
  }

  /** The same node of another kind. */
  public SwiftNode as(SwiftKind other) {
    SwiftNode node = new SwiftNode(other, text, number);
    node.children.addAll(children);
    return node;
  }

  /** Adds a child. */
  public SwiftNode add(SwiftNode child) {
    children.add(child);
    return this;
  }

  /** Adds a child if there is one. */
  public SwiftNode addIfPresent(@Nullable SwiftNode child) {
    if (child != null) {
      children.add(child);
    }
    return this;
  }

  /** Turns the order of all children from one on. */
  public SwiftNode reverse(int from) {
    Collections.reverse(children.subList(from, children.size()));
    return this;
  }

  /** What it is. */
  public SwiftKind kind() {
    return kind;
  }

  /** Whether it is of a kind. */
  public boolean is(SwiftKind other) {
    return kind == other;
  }

  /** Its text, empty if it has none. */
  public String text() {
    return text;
  }

  /** Its number, 0 if it has none. */
  public long number() {
    return number;
  }

  /** Its children. */
  public List<SwiftNode> children() {
    return children;
  }

  /** Number of its children. */
  public int count() {
    return children.size();
  }

  /** A child; refuses the name if there are not so many. */
  public SwiftNode child(int index) {
    if (index < 0 || index >= children.size()) {
      throw new SwiftRefusal();
    }
    return children.get(index);
  }

  /** The first child of a kind, null if there is none. */
  public @Nullable SwiftNode first(SwiftKind wanted) {
    for (SwiftNode child : children) {
      if (child.is(wanted)) {
        return child;
      }
    }
    return null;
  }

  /** What is inside, where this is a type; itself otherwise. */
  public SwiftNode unwrapped() {
    return is(SwiftKind.TYPE) ? child(0) : this;
  }
}
