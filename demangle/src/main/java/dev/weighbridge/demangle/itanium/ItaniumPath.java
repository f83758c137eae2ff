package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import java.util.Arrays;

/**
 * The way to the named entity: its names from the outermost to its own, without template arguments,
 * and the argument lists apart.
 *
 * <p>A local entity comes behind the names of its function. Walks without recursion, because how
 * many names a name has is up to the file.
 */
final class ItaniumPath {
  private ItaniumNodes nodes = new ItaniumNodes();
  private int[] elements = new int[16];
  private int count;
  private int[] lists = new int[8];
  private int listCount;
  private int[] waiting = new int[16];
  private int waitingCount;

  /** Word of the special name such as a virtual table; -1 if the name is none. */
  private int special;

  private boolean isFunction;
  private boolean hasAbbreviatedArguments;

  void clear() {
    count = 0;
    listCount = 0;
    waitingCount = 0;
    special = ItaniumNodes.NONE;
    isFunction = false;
    hasAbbreviatedArguments = false;
  }

  void walk(ItaniumNodes newNodes, int root) {
    clear();
    nodes = newNodes;
    push(entity(root));
    while (waitingCount > 0) {
      visit(waiting[--waitingCount]);
    }
  }

  /** What a special name is about; the name itself otherwise. */
  private int entity(int root) {
    int kind = nodes.kind(root);
    isFunction = kind == ItaniumKind.FUNCTION_ENTITY;
    if (kind == ItaniumKind.SPECIAL) {
      special = nodes.a(root);
      isFunction = nodes.kind(nodes.b(root)) == ItaniumKind.FUNCTION_ENTITY;
      return nodes.b(root);
    }
    if (kind == ItaniumKind.CONSTRUCTION_TABLE) {
      special = ItaniumWords.CONSTRUCTION_TABLE;
      return nodes.a(root);
    }
    if (kind == ItaniumKind.TEMPORARY) {
      special = ItaniumWords.TEMPORARY;
      return nodes.b(root);
    }
    return root;
  }

  private void visit(int node) {
    switch (nodes.kind(node)) {
      case ItaniumKind.NESTED, ItaniumKind.LOCAL -> {
        push(nodes.b(node));
        if (nodes.a(node) >= 0) {
          push(nodes.a(node));
        }
      }
      case ItaniumKind.FUNCTION_ENTITY, ItaniumKind.MEMBER, ItaniumKind.FRIEND ->
          push(nodes.a(node));
      case ItaniumKind.TEMPLATE -> {
        // The list belongs behind the lists of the scopes, which are visited first.
        push(nodes.b(node));
        push(nodes.a(node));
      }
      case ItaniumKind.LIST -> addList(node);
      default -> add(node);
    }
  }

  private void push(int node) {
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingCount);
    }
    waiting[waitingCount++] = node;
  }

  private void add(int node) {
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, 2 * count);
    }
    elements[count++] = node;
    if (nodes.kind(node) == ItaniumKind.WORD && ItaniumWords.isStandardInstance(nodes.a(node))) {
      hasAbbreviatedArguments = true;
    }
  }

  private void addList(int node) {
    if (listCount == lists.length) {
      lists = Arrays.copyOf(lists, 2 * listCount);
    }
    lists[listCount++] = node;
  }

  /** Number of names. */
  int count() {
    return count;
  }

  /** The node of a name, from the outermost. */
  int element(int index) {
    return elements[index];
  }

  /** Number of argument lists. */
  int listCount() {
    return listCount;
  }

  int list(int index) {
    return lists[index];
  }

  int special() {
    return special;
  }

  boolean isFunction() {
    return isFunction;
  }

  boolean isTemplateInstance() {
    return listCount > 0 || hasAbbreviatedArguments;
  }
}
