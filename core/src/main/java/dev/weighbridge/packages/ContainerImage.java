package dev.weighbridge.packages;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.packages.content.HeldImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A container image: which of its files are layers, in which order, and what made them. Both the
 * archive of docker and the layout of OCI 1.1.
 */
final class ContainerImage {
  private static final String UNREFERENCED = "[unreferenced blob]";
  private static final String ANOTHER = "[blob of another image]";

  private final ImageFiles files;
  private final boolean isDocker;
  private final List<Layer> layers = new ArrayList<>();
  private int baseLayers;
  private final Set<String> named = new HashSet<>();
  private final Set<String> ofOthers = new HashSet<>();

  /**
   * One of its layers.
   *
   * @param path which file it is
   * @param layer what is told of it
   */
  record Layer(String path, PackageLayer layer) {}

  private ContainerImage(ImageFiles files, boolean isDocker) {
    this.files = files;
    this.isDocker = isDocker;
  }

  /**
   * The image that files are; empty if they are none.
   *
   * @param wanted a name, a platform or the begin of a digest; empty for the only one
   * @throws BinaryException if they say they are one and are not, or none or several of their
   *     images are meant
   */
  static Optional<ContainerImage> of(ImageFiles files, String wanted) {
    boolean isDocker = ImageIndex.isDocker(files);
    if (!isDocker && !(files.has(ImageIndex.OCI) && files.has(ImageIndex.INDEX))) {
      return Optional.empty();
    }
    ContainerImage image = new ContainerImage(files, isDocker);
    try {
      image.read(isDocker ? ImageIndex.ofDocker(files) : ImageIndex.ofOci(files), wanted);
    } catch (ConfigException e) {
      String why = String.valueOf(e.getMessage());
      throw new MalformedBinaryException("image", -1, "documents of an image", why);
    }
    return Optional.of(image);
  }

  private void read(ImageIndex index, String wanted) {
    HeldImage chosen = chosen(index.images(), wanted);
    named.addAll(index.documents());
    named.addAll(chosen.documents());
    add(index.document(chosen.config()), chosen.layers());
    for (HeldImage other : index.images()) {
      ofOthers.addAll(other.documents());
      other.layers().forEach(layer -> ofOthers.add(target(layer)));
    }
    ofOthers.removeAll(named);
  }

  private static HeldImage chosen(List<HeldImage> images, String wanted) {
    List<HeldImage> meant = new ArrayList<>(images);
    if (!wanted.isEmpty()) {
      meant.removeIf(image -> !image.isMeantBy(wanted));
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String expected =
        wanted.isEmpty()
            ? "one image, or the name, platform or digest of the one that is meant"
            : "the name, platform or digest of one image";
    String which = meant.isEmpty() ? "that of none of " : "that of several of ";
    String word = wanted.isEmpty() ? "" : "'" + wanted + "', " + which;
    String found = images.isEmpty() ? "no image" : word + list(images);
    throw new UnsupportedBinaryException("image", -1, expected, found);
  }

  private static String list(List<HeldImage> images) {
    return images.size() + ": " + String.join(", ", images.stream().map(HeldImage::label).toList());
  }

  /** Its form: {@code docker-archive} or {@code oci}. */
  String format() {
    return isDocker ? "docker-archive" : "oci-archive";
  }

  /** Its layers, the lowest first. */
  List<Layer> layers() {
    return layers;
  }

  /**
   * How many of its layers an image had before that it was built on: those up to the last step that
   * says what is started and is followed by another layer. 0 if there is none.
   */
  int baseLayers() {
    return baseLayers;
  }

  /** What a file is that is no part of it; empty if it is one, or a file like others. */
  Optional<String> outside(String path) {
    if (ofOthers.contains(path)) {
      return Optional.of(ANOTHER);
    }
    boolean isBlob = path.startsWith("blobs/") || (isDocker && path.endsWith("/layer.tar"));
    boolean isUnreferenced = isBlob && !named.contains(path);
    return isUnreferenced ? Optional.of(UNREFERENCED) : Optional.empty();
  }

  private void add(ConfigTable config, List<String> paths) {
    List<String> commands = new ArrayList<>();
    int started = 0;
    List<ConfigTable> history = config.isNull("history") ? List.of() : config.tables("history");
    for (ConfigTable step : history) {
      String command = command(step.text("created_by").orElse(""));
      if (!step.flag("empty_layer")) {
        commands.add(command);
        baseLayers = started;
      } else if (command.startsWith("CMD") || command.startsWith("ENTRYPOINT")) {
        started = commands.size();
      }
    }
    // A history need not be there; one of another length tells nothing.
    boolean hasCommands = commands.size() == paths.size();
    baseLayers = hasCommands ? baseLayers : 0;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < paths.size(); i++) {
      String path = target(paths.get(i));
      if (!files.has(path)) {
        throw ImageIndex.missing("the layer " + path);
      }
      named.add(path);
      if (seen.add(path)) {
        layers.add(new Layer(path, layer(i, path, hasCommands ? commands.get(i) : "")));
      }
    }
  }

  private static PackageLayer layer(int index, String path, String command) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String hex = name.equals("layer.tar") ? path.substring(0, path.length() - 10) : name;
    hex = hex.endsWith(".tar") ? hex.substring(0, hex.length() - 4) : hex;
    String what = command.isEmpty() ? hex.substring(0, Math.min(12, hex.length())) : command;
    String digest = path.startsWith("blobs/sha256/") ? "sha256:" + hex : "";
    return new PackageLayer("layer " + (index + 1) + ": " + what, digest, command, true);
  }

  /** A link to a layer stands for it. */
  private String target(String path) {
    ImageFiles.ImageFile file = files.files().get(path);
    if (file == null || file.header().link().isEmpty()) {
      return path;
    }
    String link = file.header().link();
    if (link.startsWith("../")) {
      return link.substring(3);
    }
    return path.substring(0, path.lastIndexOf('/') + 1) + link;
  }

  /** What a step of the history did, without the words that all of them begin with. */
  private static String command(String by) {
    String text = by.strip().replaceAll("\\s+", " ");
    for (String begin : List.of("/bin/sh -c #(nop) ", "/bin/sh -c ")) {
      if (text.startsWith(begin)) {
        boolean isRun = !begin.contains("nop");
        return (isRun ? "RUN " : "") + text.substring(begin.length()).strip();
      }
    }
    return text;
  }
}
