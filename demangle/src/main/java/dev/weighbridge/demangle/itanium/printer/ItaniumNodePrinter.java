package dev.weighbridge.demangle.itanium.printer;

/** Writes nodes of any kind, for those that write one kind. */
interface ItaniumNodePrinter {
  /** Writes a whole node. */
  void print(int node);

  /** Writes what stands left of the declared thing; for anything but a type that is all of it. */
  void left(int node);

  /** Writes what stands right of the declared thing. */
  void right(int node);
}
