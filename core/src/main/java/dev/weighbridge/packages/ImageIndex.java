package dev.weighbridge.packages;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.packages.content.HeldImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The images that some files hold, as their documents say: {@code manifest.json} of docker, or
 * {@code index.json} of the layout of OCI 1.1, with indexes for several platforms below it.
 */
final class ImageIndex {
  static final String DOCKER = "manifest.json";
  static final String OCI = "oci-layout";
  static final String INDEX = "index.json";

  private static final int MAX_DOCUMENT = 16 << 20;
  private static final int MAX_NESTING = 4;

  /** An image for every platform that there is, for every tag of a large repository. */
  private static final int MOST_IMAGES = 1 << 14;

  private static final List<String> NAMES =
      List.of("io.containerd.image.name", "org.opencontainers.image.ref.name");

  private final ImageFiles files;

  /** By what tells them apart: the digest of a manifest, a configuration. */
  private final Map<String, HeldImage> images = new LinkedHashMap<>();

  private final Set<String> documents = new HashSet<>(Set.of(DOCKER, OCI, INDEX, "repositories"));
  private int seen;

  private ImageIndex(ImageFiles files) {
    this.files = files;
  }

  /** Others have a file of this name, too, but not an array in it that names layers. */
  static boolean isDocker(ImageFiles files) {
    ImageFiles.ImageFile file = files.files().get(DOCKER);
    if (file == null || file.content().length() > MAX_DOCUMENT) {
      return false;
    }
    byte[] bytes = file.content().bytes().toArray(0, file.content().length());
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    return text.startsWith("[") && text.contains("\"Layers\"");
  }

  /** The images of an archive of docker. */
  static ImageIndex ofDocker(ImageFiles files) {
    ImageIndex index = new ImageIndex(files);
    index.readDocker();
    return index;
  }

  /** The images of a layout of OCI. */
  static ImageIndex ofOci(ImageFiles files) {
    ImageIndex index = new ImageIndex(files);
    index.readIndex(index.document(INDEX), List.of(), 0);
    return index;
  }

  /** The images, in the order in which they are named. */
  List<HeldImage> images() {
    return List.copyOf(images.values());
  }

  /** The files that are about images and of none of them. */
  Set<String> documents() {
    return documents;
  }

  private void readDocker() {
    for (ConfigTable image : document(DOCKER, "{\"images\":", "}").tables("images")) {
      count();
      String config = image.requiredText("Config");
      List<String> names =
          image.isNull("RepoTags") ? List.of() : List.copyOf(image.texts("RepoTags"));
      String name = config.substring(config.lastIndexOf('/') + 1);
      String digest = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
      add(
          config + image.texts("Layers"),
          new HeldImage(
              names,
              platform(document(config)),
              digest,
              config,
              image.texts("Layers"),
              Set.of(config)));
    }
  }

  private void readIndex(ConfigTable index, List<String> called, int depth) {
    if (depth == MAX_NESTING) {
      throw new UnsupportedBinaryException(
          "image", -1, "at most " + MAX_NESTING + " indexes in each other", "more");
    }
    if (!index.has("manifests")) {
      throw missing("an index of images");
    }
    for (ConfigTable one : index.tables("manifests")) {
      count();
      String path = blob(one);
      if (!files.has(path)) {
        // An index names images of all platforms, of which one need be saved.
        continue;
      }
      ConfigTable manifest = document(path);
      List<String> names = names(one, called);
      if (manifest.has("manifests")) {
        documents.add(path);
        readIndex(manifest, names, depth + 1);
      } else if (isAboutAnother(one)) {
        documents.add(path);
        manifest.table("config").ifPresent(config -> documents.add(blob(config)));
        manifest.tables("layers").forEach(layer -> documents.add(blob(layer)));
      } else {
        readManifest(one, manifest, names);
      }
    }
  }

  private void readManifest(ConfigTable descriptor, ConfigTable manifest, List<String> names) {
    ConfigTable config = manifest.table("config").orElseThrow(() -> missing("a manifest"));
    List<String> layers = new ArrayList<>();
    manifest.tables("layers").forEach(layer -> layers.add(blob(layer)));
    String path = blob(config);
    String platform =
        descriptor
            .table("platform")
            .map(ImageIndex::platform)
            .orElseGet(() -> files.has(path) ? platform(document(path)) : "");
    String digest = descriptor.requiredText("digest");
    add(
        digest,
        new HeldImage(
            names,
            platform,
            digest.substring(digest.indexOf(':') + 1),
            path,
            layers,
            Set.of(blob(descriptor), path)));
  }

  /** An image of several tags is named several times. */
  private void add(String key, HeldImage image) {
    HeldImage known = images.get(key);
    images.put(key, known == null ? image : known.called(image.names()));
  }

  private void count() {
    seen++;
    if (seen > MOST_IMAGES) {
      throw new UnsupportedBinaryException(
          "image", -1, "at most " + MOST_IMAGES + " images", "more");
    }
  }

  /** What is about an image, such as how it was built, is for no platform. */
  private static boolean isAboutAnother(ConfigTable descriptor) {
    Optional<ConfigTable> platform = descriptor.table("platform");
    Optional<ConfigTable> annotations = descriptor.table("annotations");
    return platform.flatMap(told -> told.text("os")).orElse("").equals("unknown")
        || (annotations.isPresent() && annotations.get().has("vnd.docker.reference.type"));
  }

  private static List<String> names(ConfigTable descriptor, List<String> called) {
    List<String> names = new ArrayList<>(called);
    Optional<ConfigTable> annotations = descriptor.table("annotations");
    for (String key : NAMES) {
      annotations
          .flatMap(told -> told.text(key))
          .filter(name -> !names.contains(name))
          .ifPresent(names::add);
    }
    return names;
  }

  /** What a configuration or the entry of an index says that an image runs on. */
  private static String platform(ConfigTable told) {
    Optional<String> machine = told.text("architecture");
    String variant = told.text("variant").map(name -> "/" + name).orElse("");
    return machine.map(name -> told.text("os").orElse("") + "/" + name + variant).orElse("");
  }

  private static String blob(ConfigTable descriptor) {
    return "blobs/" + descriptor.requiredText("digest").replace(':', '/');
  }

  /** A document of an image, whose top is an object. */
  ConfigTable document(String path) {
    return document(path, "", "");
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

  static MalformedBinaryException missing(String what) {
    return new MalformedBinaryException("image", -1, what, "none in the file");
  }
}
