package dev.weighbridge.packages;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.internal.config.ConfigTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A container image: which of its files are layers, in which order, and what made them. Both the
 * archive of docker and the layout of OCI 1.1.
 */
final class ContainerImage {
  private static final String DOCKER = "manifest.json";
  private static final String OCI = "oci-layout";
  private static final String INDEX = "index.json";
  private static final int MAX_DOCUMENT = 16 << 20;
  private static final int MAX_NESTING = 4;

  private final ImageFiles files;
  private final boolean isDocker;
  private final List<Layer> layers = new ArrayList<>();
  private int baseLayers;
  private final Set<String> named = new HashSet<>(Set.of(DOCKER, OCI, INDEX, "repositories"));

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

  /** Others have a file of this name, too, but not an array in it that names layers. */
  private static boolean isDocker(ImageFiles files) {
    ImageFiles.ImageFile file = files.files().get(DOCKER);
    if (file == null || file.content().length() > MAX_DOCUMENT) {
      return false;
    }
    byte[] bytes = file.content().bytes().toArray(0, file.content().length());
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    return text.startsWith("[") && text.contains("\"Layers\"");
  }

  /**
   * The image that files are; empty if they are none.
   *
   * @throws BinaryException if they say they are one and are not, or are several
   */
  static Optional<ContainerImage> of(ImageFiles files) {
    boolean isDocker = isDocker(files);
    if (!isDocker && !(files.has(OCI) && files.has(INDEX))) {
      return Optional.empty();
    }
    ContainerImage image = new ContainerImage(files, isDocker);
    try {
      if (isDocker) {
        image.readDocker();
      } else {
        image.readOci();
      }
    } catch (ConfigException e) {
      String why = String.valueOf(e.getMessage());
      throw new MalformedBinaryException("image", -1, "documents of an image", why);
    }
    return Optional.of(image);
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

  /** Whether a blob of a layout is named by none of its documents. */
  boolean isUnreferenced(String path) {
    return path.startsWith("blobs/") && !named.contains(path);
  }

  private void readDocker() {
    List<ConfigTable> images = document(DOCKER, "{\"images\":", "}").tables("images");
    StringJoiner tags = new StringJoiner(", ");
    images.forEach(image -> tags.add(String.join(" ", image.texts("RepoTags"))));
    ConfigTable image = only(images, tags.toString());
    String config = image.requiredText("Config");
    named.add(config);
    add(document(config, "", ""), image.texts("Layers"));
  }

  private void readOci() {
    ConfigTable manifest = document(INDEX, "", "");
    for (int i = 0; i < MAX_NESTING && manifest.has("manifests"); i++) {
      List<ConfigTable> found = new ArrayList<>();
      Set<String> digests = new HashSet<>();
      StringJoiner names = new StringJoiner(", ");
      for (ConfigTable one : manifest.tables("manifests")) {
        named.add(blob(one));
        // What is about an image is for no system; an image of two tags is listed twice.
        if (!system(one).equals("unknown") && digests.add(one.requiredText("digest"))) {
          found.add(one);
          names.add(one.requiredText("digest") + platform(one));
        }
      }
      manifest = document(blob(only(found, names.toString())), "", "");
    }
    ConfigTable config = manifest.table("config").orElseThrow(() -> missing("a manifest"));
    List<String> paths = new ArrayList<>();
    for (ConfigTable layer : manifest.tables("layers")) {
      paths.add(blob(layer));
    }
    named.add(blob(config));
    add(document(blob(config), "", ""), paths);
  }

  private static String system(ConfigTable manifest) {
    return manifest.table("platform").flatMap(platform -> platform.text("os")).orElse("");
  }

  /** What an image is for, in errors; empty if its list does not say it. */
  private static String platform(ConfigTable manifest) {
    Optional<String> machine =
        manifest.table("platform").flatMap(platform -> platform.text("architecture"));
    return machine.map(name -> " " + system(manifest) + "/" + name).orElse("");
  }

  private static String blob(ConfigTable descriptor) {
    return "blobs/" + descriptor.requiredText("digest").replace(':', '/');
  }

  private static ConfigTable only(List<ConfigTable> images, String names) {
    if (images.size() != 1) {
      String found = images.isEmpty() ? "none" : images.size() + ": " + names;
      throw new UnsupportedBinaryException("image", -1, "one image in the file", found);
    }
    return images.get(0);
  }

  private void add(ConfigTable config, List<String> paths) {
    List<String> commands = new ArrayList<>();
    int started = 0;
    for (ConfigTable step : config.tables("history")) {
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
        throw missing("the layer " + path);
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

  private ConfigTable document(String path, String before, String after) {
    ImageFiles.ImageFile file = files.files().get(path);
    if (file == null) {
      throw missing("the document " + path);
    }
    long size = file.content().length();
    if (size > MAX_DOCUMENT) {
      throw new UnsupportedBinaryException(
          path, -1, "a document of at most " + MAX_DOCUMENT + " bytes", Long.toString(size));
    }
    byte[] bytes = file.content().bytes().toArray(0, size);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return ConfigTable.json(path, before + text + after);
  }

  private static MalformedBinaryException missing(String what) {
    return new MalformedBinaryException("image", -1, what, "none in the file");
  }
}
