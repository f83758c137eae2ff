package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;

/**
 * The functions that debug information names, each once for every unit that has it. Immutable.
 *
 * <p>Names stay bytes until someone asks for text.
 */
public final class FunctionNames {
  /** Stands for what has no name: a namespace, a class. */
  private static final String ANONYMOUS = "{anonymous}";

  private static final String SEPARATOR = "::";

  /** No one writes so many inside each other; in a damaged file they may go round in a circle. */
  private static final int MAX_CONTAINERS = 64;

  private final Texts linkageNames;
  private final Texts names;
  private final int[] unit;
  private final int[] file;
  private final int[] line;
  private final int[] container;
  private final Texts containerNames;
  private final int[] containerParent;

  private FunctionNames(Builder builder) {
    linkageNames = builder.linkageNames.build();
    names = builder.names.build();
    unit = builder.unit.freeze();
    file = builder.file.freeze();
    line = builder.line.freeze();
    container = builder.container.freeze();
    containerNames = builder.containerNames.build();
    containerParent = builder.containerParent.freeze();
  }

  /** How many functions there are. */
  public int count() {
    return unit.length;
  }

  /** The name by which linkers know a function; empty if it is not stated. */
  public String linkageName(int function) {
    return linkageNames.text(function);
  }

  /** The linkage names, by function. */
  public Texts linkageNames() {
    return linkageNames;
  }

  /** The name of a function in its source; empty if it is not stated. */
  public String name(int function) {
    return names.text(function);
  }

  /** The names in the source, by function. */
  public Texts names() {
    return names;
  }

  /**
   * The name of a function in its source, behind those of the namespaces, classes and functions
   * that it is in, as far as they are told: for one with a linkage name they are not.
   */
  public String qualifiedName(int function) {
    StringBuilder text = new StringBuilder(name(function));
    int at = container[function];
    for (int left = MAX_CONTAINERS; at >= 0 && left > 0; left--, at = containerParent[at]) {
      boolean hasName = containerNames.length(at) > 0;
      text.insert(0, SEPARATOR).insert(0, hasName ? containerNames.text(at) : ANONYMOUS);
    }
    return text.toString();
  }

  /** The unit that a function is written in, which may be another than has its code. */
  public int unit(int function) {
    return unit[function];
  }

  /** The file that declares a function, a row of the sources of the table; -1 if not told. */
  public int file(int function) {
    return file[function];
  }

  /** The line of the declaration, 0 if not told. */
  public int line(int function) {
    return line[function];
  }

  @Override
  public String toString() {
    return count() + " functions";
  }

  /** Collects functions. */
  public static final class Builder {
    private final Texts.Builder linkageNames = new Texts.Builder();
    private final Texts.Builder names = new Texts.Builder();
    private final IntColumn unit = new IntColumn(0);
    private final IntColumn file = new IntColumn(0);
    private final IntColumn line = new IntColumn(0);
    private final IntColumn container = new IntColumn(0);
    private final Texts.Builder containerNames = new Texts.Builder();
    private final IntColumn containerParent = new IntColumn(0);

    /** No functions. */
    public Builder() {}

    /** The linkage names; give each function one before it is added. */
    public Texts.Builder linkageNames() {
      return linkageNames;
    }

    /** The names in the source; give each function one before it is added. */
    public Texts.Builder names() {
      return names;
    }

    /**
     * Adds a function, whose names were added before.
     *
     * @param inFile the file that declares it, -1 if not told
     * @param atLine the line of the declaration, 0 if not told
     * @return its row
     */
    public int add(int ofUnit, int inFile, int atLine) {
      unit.add(ofUnit);
      file.add(inFile);
      line.add(atLine);
      container.add(-1);
      return unit.count() - 1;
    }

    /** The names of containers; give each one a name before it is added. */
    public Texts.Builder containerNames() {
      return containerNames;
    }

    /**
     * Adds what functions are in, whose name was added before.
     *
     * @param inContainer what it is in itself, -1 if nothing
     * @return its row
     */
    public int addContainer(int inContainer) {
      containerParent.add(inContainer);
      return containerParent.count() - 1;
    }

    /** Says what a function is in. */
    public void container(int function, int inContainer) {
      container.set(function, inContainer);
    }

    /** Says what a container is in, which must not be in it. */
    public void containerOf(int ofContainer, int inContainer) {
      containerParent.set(ofContainer, inContainer);
    }

    /** How many functions there are. */
    public int count() {
      return unit.count();
    }

    /** The functions; the builder is then empty. */
    public FunctionNames build() {
      return new FunctionNames(this);
    }
  }
}
