package dev.weighbridge.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that an image is made of, in an archive or in a directory. */
final class ImageFiles {
  private static final Region NOTHING = Region.ofFile(Bytes.of(new byte[0]));

  /** Layers and documents: an archive of more files is no image, and need not be remembered. */
  private static final int MOST_FILES = 1 << 16;

  private final Map<String, ImageFile> files = new LinkedHashMap<>();
  private final Map<String, Long> own = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param header what the archive says of it
   * @param content its contents
   * @param overhead bytes of its header and padding
   */
  record ImageFile(EntryHeader header, Region content, long overhead) {}

  /**
   * The files of a tar archive; a path that is there twice is that of the last one. None of an
   * archive of so many that it cannot be an image.
   */
  static ImageFiles ofTar(String name, Region archive) throws IOException {
    ImageFiles found = new ImageFiles();
    PackageWalk.walk(name, archive, PackageFormat.TAR, found.new Collector());
    return found;
  }

  /** The files of a directory and those below it; links are not followed. */
  static ImageFiles ofDirectory(Path directory) throws IOException {
    ImageFiles found = new ImageFiles();
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      walk.filter(Files::isRegularFile)
          .limit(Limits.MAX_PACKAGE_ENTRIES + 1L)
          .sorted()
          .forEach(paths::add);
    }
    if (paths.size() > Limits.MAX_PACKAGE_ENTRIES) {
      throw new UnsupportedBinaryException(
          "directory", -1, "at most " + Limits.MAX_PACKAGE_ENTRIES + " files", "more");
    }
    for (Path path : paths) {
      String name = directory.relativize(path).toString().replace('\\', '/');
      EntryHeader header = new EntryHeader(name, EntryKind.FILE, "", "", "");
      found.files.put(name, new ImageFile(header, Region.ofFile(FileMapper.open(path)), 0));
    }
    return found;
  }

  /** The files by their paths, in the order of the archive. */
  Map<String, ImageFile> files() {
    return files;
  }

  /** Bytes of the archive that belong to none of them, by what they are. */
  Map<String, Long> own() {
    return own;
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  private final class Collector implements PackageVisitor {
    private EntryHeader header = new EntryHeader("", EntryKind.OTHER, "", "", "");
    private Region content = NOTHING;
    private boolean isNoImage;

    @Override
    public void part(String name) {
      // A tar archive that is not packed has none.
    }

    @Override
    public void own(String label, long shipped) {
      own.merge(label, shipped, Long::sum);
    }

    @Override
    public void entry(EntryHeader next, ContentStream stream) {
      header = next;
      // Whoever reads on tells that an archive is cut.
      content = stream.rest().orElse(NOTHING);
    }

    @Override
    public void weighed(long overhead, long shipped, long fileSize) {
      isNoImage |= files.size() == MOST_FILES;
      if (isNoImage) {
        files.clear();
        return;
      }
      String path = EntryTable.plain(header.path());
      ImageFile before = files.put(path, new ImageFile(header, content, overhead));
      if (before != null) {
        own.merge(
            "[replaced in the archive]", before.overhead() + before.content().shipped(), Long::sum);
      }
    }
  }
}
