package dev.weighbridge.bodies;

/** Bodies of functions in two parts: what they are by themselves, and which others they lead to. */
public interface ComparedBodies {
  /** How many functions there are. */
  int count();

  /** Whether a function may be equal to others; not one of which only the place is known. */
  boolean canFold(int row);

  /** Half of a number that stands for a body without the functions it leads to. */
  long low(int row);

  /** The other half. */
  long high(int row);

  /** The first of the functions that one leads to, in order; those of one follow each other. */
  int targetStart(int row);

  /** The function that stands somewhere in the list of all that are led to. */
  int target(int index);
}
