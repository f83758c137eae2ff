package dev.weighbridge.cargo;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.cargo.CargoEdge.Purpose;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.config.ConfigTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what cargo-auditable puts into a program: compressed JSON in a section {@code .dep-v0}, <a
 * href="https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md">described
 * here</a>.
 */
final class AuditSection {
  /** What the description says that readers should cap. */
  private static final int LONGEST = 8 << 20;

  private static final String NAME = ".dep-v0";

  private AuditSection() {}

  /** The graph in the first image that has one; read when first asked for, then kept. */
  static Optional<CargoGraph> of(Attribution attribution) {
    return attribution.uncut().get(new Key());
  }

  private record Key() implements DerivedKey<Optional<CargoGraph>> {
    @Override
    public String name() {
      return "packages in the file";
    }

    @Override
    public Optional<CargoGraph> derive(Attribution attribution, Work work) {
      if (!attribution.file().hasBytes()) {
        return Optional.empty();
      }
      Bytes file = attribution.file().bytes();
      for (BinaryImage image : attribution.file().images()) {
        for (int row = 0; row < image.sections().count(); row++) {
          Section section = image.sections().row(row);
          if (section.name().endsWith(NAME) && section.hasFileBytes()) {
            long start = section.fileStart();
            Bytes packed = file.slice(start, section.fileEnd());
            return Optional.of(read(section.name(), start, packed));
          }
        }
      }
      return Optional.empty();
    }
  }

  private static CargoGraph read(String name, long offset, Bytes packed) {
    String text = inflated(name, offset, packed);
    try {
      return graph(ConfigTable.json(name, text));
    } catch (ConfigException e) {
      throw new MalformedBinaryException(e.place(), offset, e.expected(), e.found());
    }
  }

  private static String inflated(String name, long offset, Bytes packed) {
    byte[] in = new byte[(int) Math.min(LONGEST, packed.length())];
    packed.copy(0, in, 0, in.length);
    byte[] out = new byte[LONGEST];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in);
      int length = 0;
      while (!inflater.finished() && length < LONGEST) {
        int more = inflater.inflate(out, length, LONGEST - length);
        if (more == 0 && !inflater.finished()) {
          throw new MalformedBinaryException(name, offset, "a whole zlib stream", "its beginning");
        }
        length += more;
      }
      return new String(out, 0, length, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(name, offset, "a zlib stream", "other bytes");
    } finally {
      inflater.end();
    }
  }

  private static CargoGraph graph(ConfigTable document) {
    CargoReader.requireFew(document, "packages");
    List<CargoPackage> packages = new ArrayList<>();
    List<CargoEdge> edges = new ArrayList<>();
    List<ConfigTable> tables = document.tables("packages");
    Set<Integer> build = new HashSet<>();
    OptionalInt root = OptionalInt.empty();
    for (ConfigTable table : tables) {
      int index = packages.size();
      packages.add(packageOf(index, table));
      if (table.text("kind").orElse("").equals("build")) {
        build.add(index);
      }
      if (table.flag("root")) {
        if (root.isPresent()) {
          throw table.fault("root", "one package that is the root");
        }
        root = OptionalInt.of(index);
      }
    }
    if (root.isEmpty()) {
      throw document.fault("packages", "one package that is the root");
    }
    for (int from = 0; from < tables.size(); from++) {
      for (long to : tables.get(from).counts("dependencies")) {
        if (to >= packages.size()) {
          String place = tables.get(from).place("dependencies");
          String expected = "indexes of packages, below " + packages.size();
          throw new ConfigException(place, expected, Long.toString(to));
        }
        Purpose purpose = build.contains((int) to) ? Purpose.BUILD : Purpose.NORMAL;
        edges.add(CargoEdge.plain(from, (int) to, purpose));
      }
    }
    return new CargoGraph(CargoGraph.Source.AUDIT, packages, edges, root);
  }

  private static CargoPackage packageOf(int index, ConfigTable table) {
    String name = table.requiredText("name");
    String source = table.text("source").orElse("");
    boolean isLocal = source.equals("local");
    return new CargoPackage(
        index,
        name,
        table.requiredText("version"),
        isLocal ? "" : source,
        CargoPackage.crateName(name),
        "",
        isLocal ? List.of(CargoPackage.crateName(name)) : List.of(),
        List.of(),
        false,
        isLocal);
  }
}
