package dev.weighbridge.llvmlines;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.generics.GenericNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Functions of LLVM IR, those counted as one in one row; most lines first. Immutable. */
public final class IrTable {
  private static final Comparator<IrRow> MOST_LINES_FIRST =
      Comparator.comparing(IrRow::lines).reversed().thenComparing(IrRow::label);

  private final IrLines lines;
  private final IrFold fold;
  private final Optional<BinaryFile> program;
  private final long programCode;
  private final List<IrRow> rows;

  private IrTable(
      IrLines lines,
      IrFold fold,
      Optional<BinaryFile> program,
      long programCode,
      List<IrRow> rows) {
    this.lines = lines;
    this.fold = fold;
    this.program = program;
    this.programCode = programCode;
    this.rows = rows.stream().sorted(MOST_LINES_FIRST).toList();
  }

  /** The functions of some IR, those counted as one in one row. */
  public static IrTable of(IrLines lines, IrFold fold) {
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(fold, "fold");
    List<IrRow> rows = groups(lines, fold).values().stream().map(group -> group.row(fold)).toList();
    return new IrTable(lines, fold, Optional.empty(), 0, rows);
  }

  /** The same with the bytes that each row has in a program that was made of them. */
  public static IrTable of(IrLines lines, IrFold fold, Attribution program) {
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(fold, "fold");
    Objects.requireNonNull(program, "program");
    Map<Object, Group> groups = groups(lines, fold);
    long code = weigh(program, key(fold), groups);
    List<IrRow> rows = groups.values().stream().map(group -> group.row(fold)).toList();
    return new IrTable(lines, fold, Optional.of(program.file()), code, rows);
  }

  /** Functions that are counted as one. */
  private static final class Group {
    final Set<String> names = new LinkedHashSet<>();
    boolean isCopy;
    long lines;
    int copies;
    int largest;
    int symbols;
    long codeSize;
    long fileSize;

    void add(String name, int count) {
      names.add(name);
      lines += count;
      copies++;
      largest = Math.max(largest, count);
    }

    IrRow row(IrFold fold) {
      String first = names.iterator().next();
      boolean isGeneric = fold == IrFold.GENERIC && (isCopy || names.size() > 1);
      String label =
          isGeneric ? GenericNames.label(List.copyOf(names)) : GenericNames.readable(first);
      return new IrRow(label, lines, copies, largest, symbols, codeSize, fileSize);
    }
  }

  /** What is equal of functions that are counted as one. */
  private static Function<String, Object> key(IrFold fold) {
    GenericNames names = new GenericNames();
    return fold == IrFold.GENERIC ? names::id : GenericNames::readable;
  }

  private static Map<Object, Group> groups(IrLines lines, IrFold fold) {
    GenericNames names = new GenericNames();
    Map<Object, Group> groups = new HashMap<>();
    for (int function = 0; function < lines.count(); function++) {
      String name = lines.name(function);
      Object key = fold == IrFold.GENERIC ? names.id(name) : GenericNames.readable(name);
      Group group = groups.computeIfAbsent(key, none -> new Group());
      group.add(name, lines.lines(function));
      group.isCopy |= fold == IrFold.GENERIC && names.isCopy();
    }
    return groups;
  }

  /** Gives each group its bytes of a program; answers the bytes of all its code. */
  private static long weigh(
      Attribution program, Function<String, Object> key, Map<Object, Group> groups) {
    Partition partition = program.partition();
    Group none = new Group();
    Group[] groupOf = new Group[program.owners().firstLabel()];
    boolean[] isCounted = new boolean[groupOf.length];
    long code = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int payer = program.payer(span, Pricing.FULL);
      boolean isCode = partition.kind(span) == Kind.CODE;
      long size = partition.fileSize(span);
      code += isCode ? size : 0;
      if (payer < 0 || payer >= groupOf.length || !program.owners().isSymbol(payer)) {
        continue;
      }
      if (groupOf[payer] == null) {
        groupOf[payer] = groups.getOrDefault(key.apply(program.owners().text(payer)), none);
      }
      Group group = groupOf[payer];
      group.fileSize += size;
      if (isCode && partition.owner(span) == payer) {
        group.codeSize += size;
        group.symbols += isCounted[payer] ? 0 : 1;
        isCounted[payer] = true;
      }
    }
    return code;
  }

  /** What was counted. */
  public IrLines lines() {
    return lines;
  }

  /** What is counted as one. */
  public IrFold fold() {
    return fold;
  }

  /** The program whose bytes are in the rows, if there is one. */
  public Optional<BinaryFile> program() {
    return program;
  }

  /** Bytes of all code of the program, also of what no IR was given for; 0 without one. */
  public long programCode() {
    return programCode;
  }

  /** All rows, most lines first, those of equal lines by their labels. */
  public List<IrRow> rows() {
    return rows;
  }

  @Override
  public String toString() {
    return lines + ", " + rows.size() + " rows";
  }
}
