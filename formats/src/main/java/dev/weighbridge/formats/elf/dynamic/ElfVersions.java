package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_verdef;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_verneed;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_versym;
import static dev.weighbridge.formats.elf.headers.ElfConstants.VER_NDX_GLOBAL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions of dynamic symbols: {@code .gnu.version}, {@code .gnu.version_r} and {@code
 * .gnu.version_d}. LSB, symbol versioning.
 *
 * <p>Rows are those of the dynamic symbol table. Immutable.
 */
public final class ElfVersions {
  private static final int HIDDEN = 0x8000;

  private final Bytes indices;
  private final long fileStart;
  private final List<ElfVersionNeed> needs;
  private final List<ElfVersionDefinition> definitions;
  private final Map<Integer, String> needed = new HashMap<>();
  private final Map<Integer, String> libraries = new HashMap<>();
  private final Map<Integer, String> defined = new HashMap<>();

  private ElfVersions(
      Bytes indices,
      long fileStart,
      List<ElfVersionNeed> needs,
      List<ElfVersionDefinition> definitions) {
    this.indices = indices;
    this.fileStart = fileStart;
    this.needs = List.copyOf(needs);
    this.definitions = List.copyOf(definitions);
    for (ElfVersionNeed need : needs) {
      for (ElfVersion version : need.versions()) {
        needed.putIfAbsent(version.index(), version.name());
        libraries.putIfAbsent(version.index(), need.library());
      }
    }
    for (ElfVersionDefinition definition : definitions) {
      defined.putIfAbsent(definition.index(), definition.name());
    }
  }

  /** Reads the three tables, as far as there are any. */
  public static ElfVersions read(ElfImage image) {
    Objects.requireNonNull(image, "image");
    ElfSection indices = image.first(SHT_GNU_versym);
    ElfSection need = image.first(SHT_GNU_verneed);
    ElfSection definition = image.first(SHT_GNU_verdef);
    return new ElfVersions(
        indices == null ? image.file().slice(0, 0) : image.content(indices),
        indices == null ? 0 : image.start(indices),
        need == null ? List.of() : reader(image, need).needs(count(need)),
        definition == null ? List.of() : reader(image, definition).definitions(count(definition)));
  }

  private static ElfVersionReader reader(ElfImage image, ElfSection section) {
    return new ElfVersionReader(image.content(section), image.start(section), image.texts(section));
  }

  private static int count(ElfSection chain) {
    return chain.info() < 0 ? Integer.MAX_VALUE : chain.info();
  }

  /** How many rows {@code .gnu.version} has: as many as the dynamic symbol table, or 0. */
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, indices.length() / 2);
  }

  /** The version number of a symbol, without the hidden bit; {@code VER_NDX_} constants. */
  public int index(int row) {
    return indices.u16(2L * row) & ~HIDDEN;
  }

  /** Whether a symbol is hidden: bound only by those who name its version. */
  public boolean isHidden(int row) {
    return (indices.u16(2L * row) & HIDDEN) != 0;
  }

  /** The version a symbol has or needs; empty if it is local or global without a version. */
  public Optional<String> version(int row) {
    if (row < 0 || row >= count() || index(row) <= VER_NDX_GLOBAL) {
      return Optional.empty();
    }
    String name = needed.get(index(row));
    return Optional.ofNullable(name != null ? name : defined.get(index(row)));
  }

  /** The library that must define the version a symbol needs; empty if it needs none. */
  public Optional<String> library(int row) {
    return row < 0 || row >= count()
        ? Optional.empty()
        : Optional.ofNullable(libraries.get(index(row)));
  }

  /**
   * What tools put behind the name of a symbol: {@code @VERSION}, {@code @@VERSION} for the default
   * version of a definition, empty if it has no version.
   */
  public String suffix(int row) {
    Optional<String> version = version(row);
    if (version.isEmpty()) {
      return "";
    }
    boolean isDefault = !needed.containsKey(index(row)) && !isHidden(row);
    return (isDefault ? "@@" : "@") + version.get();
  }

  /** First byte of a row of {@code .gnu.version} in the file; each has two. */
  public long fileStart(int row) {
    return fileStart + 2L * row;
  }

  /** The versions it needs, by library: {@code .gnu.version_r}. */
  public List<ElfVersionNeed> needs() {
    return needs;
  }

  /** The versions it defines: {@code .gnu.version_d}. */
  public List<ElfVersionDefinition> definitions() {
    return definitions;
  }

  @Override
  public String toString() {
    return needs.size() + " needed, " + definitions.size() + " defined";
  }
}
