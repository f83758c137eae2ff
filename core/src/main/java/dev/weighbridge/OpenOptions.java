package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.shipped.Shipping;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to open and weigh a file. Immutable; change with the {@code with} methods.
 *
 * @param pricing what counts in the price of a symbol
 * @param debugFiles separate debug files to use when opening a path; if there are none, those
 *     beside the file are looked for. Folders among them are searched as debuggers do: by build id,
 *     and by name
 * @param cratePolicy which crate owns a symbol; empty to let the file decide, see {@link
 *     dev.weighbridge.query.Query#cratePolicy}
 * @param linkerMaps maps of the link: of each, what they say of object files is used for the file
 *     it is of; one that is of another build is refused
 * @param memoryMap the regions of memory; if none are told, those of a linker map
 * @param stdView how tables of crates show the standard library
 * @param cargoFiles files that Cargo wrote about the program: its metadata, its lock
 * @param shipping how the file is compressed to travel; empty if that is not asked for
 * @param libraries by what libraries of C and C++ are known
 * @param formats the formats that files may be of; empty for those {@linkplain
 *     FormatRegistry#installed installed}
 */
public record OpenOptions(
    Pricing pricing,
    List<Path> debugFiles,
    List<Path> linkerMaps,
    MemoryMap memoryMap,
    Optional<CratePolicy> cratePolicy,
    StdView stdView,
    List<Path> cargoFiles,
    Optional<Shipping> shipping,
    LibraryRules libraries,
    Optional<FormatRegistry> formats) {
  /** Full prices; std generics go to whose type caused them. */
  public static final OpenOptions DEFAULT = new OpenOptions(Pricing.FULL);

  /** Checks that nothing is missing. */
  public OpenOptions {
    Objects.requireNonNull(pricing, "pricing");
    Objects.requireNonNull(cratePolicy, "cratePolicy");
    Objects.requireNonNull(stdView, "stdView");
    Objects.requireNonNull(memoryMap, "memoryMap");
    Objects.requireNonNull(shipping, "shipping");
    Objects.requireNonNull(libraries, "libraries");
    Objects.requireNonNull(formats, "formats");
    debugFiles = List.copyOf(debugFiles);
    linkerMaps = List.copyOf(linkerMaps);
    cargoFiles = List.copyOf(cargoFiles);
  }

  /** Options with the formats that are installed. */
  public OpenOptions(
      Pricing pricing,
      List<Path> debugFiles,
      List<Path> linkerMaps,
      MemoryMap memoryMap,
      Optional<CratePolicy> cratePolicy,
      StdView stdView,
      List<Path> cargoFiles,
      Optional<Shipping> shipping,
      LibraryRules libraries) {
    this(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        Optional.empty());
  }

  /** Options without debug files of their own; std generics go to whose type caused them. */
  public OpenOptions(Pricing pricing) {
    this(
        pricing,
        List.of(),
        List.of(),
        MemoryMap.INFERRED,
        Optional.empty(),
        StdView.SPLIT,
        List.of(),
        Optional.empty(),
        LibraryRules.builtIn(),
        Optional.empty());
  }

  /** The same options with another pricing. */
  public OpenOptions withPricing(Pricing other) {
    return new OpenOptions(
        other,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with other debug files: PDB files of PE images. */
  public OpenOptions withDebugFiles(List<Path> others) {
    return new OpenOptions(
        pricing,
        others,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with other linker maps. */
  public OpenOptions withLinkerMaps(List<Path> others) {
    return new OpenOptions(
        pricing,
        debugFiles,
        others,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with other regions of memory. */
  public OpenOptions withMemoryMap(MemoryMap other) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        other,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with another policy for crates. */
  public OpenOptions withCratePolicy(CratePolicy other) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        Optional.of(other),
        stdView,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with another view of the standard library. */
  public OpenOptions withStdView(StdView other) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        other,
        cargoFiles,
        shipping,
        libraries,
        formats);
  }

  /** The same options with other files that Cargo wrote about the program. */
  public OpenOptions withCargoFiles(List<Path> others) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        others,
        shipping,
        libraries,
        formats);
  }

  /** The same options for a file that travels in some way. */
  public OpenOptions withShipping(Shipping other) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        Optional.of(other),
        libraries,
        formats);
  }

  /** The same options with other rules for libraries of C and C++. */
  public OpenOptions withLibraries(LibraryRules other) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        other,
        formats);
  }

  /** The same options for files of other formats, too. */
  public OpenOptions withFormats(FormatRegistry others) {
    return new OpenOptions(
        pricing,
        debugFiles,
        linkerMaps,
        memoryMap,
        cratePolicy,
        stdView,
        cargoFiles,
        shipping,
        libraries,
        Optional.of(others));
  }

  /** The formats that files may be of. */
  FormatRegistry registry() {
    return formats.orElseGet(FormatRegistry::installed);
  }
}
