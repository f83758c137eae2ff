package dev.weighbridge.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A directory and those below it, as a package in which nothing wraps its files: in the order of
 * their paths. Links are told, not followed; a file with two names is there twice.
 */
final class FolderFiles {
  private static final Region NOTHING = Region.ofFile(Bytes.of(new byte[0]));

  private final List<Found> entries = new ArrayList<>();

  /** What lies in it, and how many bytes it had when it was found. */
  private record Found(EntryHeader header, Path path, long size) {}

  /**
   * Finds what lies in a directory.
   *
   * @throws UnsupportedBinaryException if that is too much
   */
  static FolderFiles of(Path directory) throws IOException {
    FolderFiles found = new FolderFiles();
    Files.walkFileTree(directory, found.new Finder(directory));
    found.entries.sort(Comparator.comparing(entry -> entry.header().path()));
    return found;
  }

  /** Bytes of all its files. */
  long size() {
    return entries.stream().mapToLong(Found::size).sum();
  }

  /**
   * Goes through it; files are brought into reach one at a time.
   *
   * @throws IOException if a file has another size than when it was found
   */
  void walk(PackageVisitor visitor) throws IOException {
    for (Found entry : entries) {
      if (entry.header().kind() == EntryKind.FILE && entry.header().problem().isEmpty()) {
        file(entry, visitor);
      } else {
        visitor.entry(entry.header(), PackageWalk.contents(NOTHING));
        visitor.weighed(0, entry.size(), entry.size());
      }
    }
  }

  private static void file(Found entry, PackageVisitor visitor) throws IOException {
    Bytes bytes;
    try {
      bytes = FileMapper.open(entry.path());
    } catch (AccessDeniedException e) {
      String path = entry.header().path();
      visitor.entry(unreadable(path, EntryKind.FILE), PackageWalk.contents(NOTHING));
      visitor.weighed(0, entry.size(), entry.size());
      return;
    }
    if (bytes.length() != entry.size()) {
      String expected = ": expected the " + entry.size() + " bytes that it had, found ";
      throw new IOException(entry.path() + expected + bytes.length());
    }
    visitor.entry(entry.header(), PackageWalk.contents(Region.ofFile(bytes)));
    visitor.weighed(0, entry.size(), entry.size());
  }

  private static EntryHeader unreadable(String path, EntryKind kind) {
    return new EntryHeader(path, kind, "", "", "no permission to read it");
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path directory;

    Finder(Path directory) {
      this.directory = directory;
    }

    private String name(Path path) {
      return directory.relativize(path).toString().replace('\\', '/');
    }

    private FileVisitResult add(EntryHeader header, Path path, long size) {
      if (entries.size() == Limits.MAX_PACKAGE_ENTRIES) {
        String most = "at most " + Limits.MAX_PACKAGE_ENTRIES + " files";
        throw new UnsupportedBinaryException("directory", -1, most, "more");
      }
      entries.add(new Found(header, path, size));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return path.equals(directory)
          ? FileVisitResult.CONTINUE
          : add(EntryHeader.plain(name(path), EntryKind.DIRECTORY, ""), path, 0);
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        return add(EntryHeader.plain(name(path), EntryKind.FILE, ""), path, attributes.size());
      }
      if (attributes.isSymbolicLink()) {
        String link = Files.readSymbolicLink(path).toString();
        return add(EntryHeader.plain(name(path), EntryKind.SYMBOLIC_LINK, link), path, 0);
      }
      return add(EntryHeader.plain(name(path), EntryKind.DEVICE, ""), path, 0);
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
      if (path.equals(directory) || !(why instanceof AccessDeniedException)) {
        throw why;
      }
      return add(unreadable(name(path), EntryKind.DIRECTORY), path, 0);
    }
  }
}
