package dev.weighbridge.formats.internal.ar;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.ar.ArConstants;
import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.ar.ArMember;
import dev.weighbridge.formats.ar.ArRole;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns an archive into facts: one image for each member, and what holds them. A member that no
 * format reads is an image of one structure.
 */
public final class ArReader {
  private final ArFile archive;
  private final String name;
  private final long fileStart;
  private final ImageBuilder container;
  private final Diagnostics diagnostics;
  private final List<BinaryImage> images = new ArrayList<>();
  private final Map<String, Integer> namesakes = new HashMap<>();

  /**
   * A reader of one archive.
   *
   * @param name the archive's name, which those of images begin with
   * @param fileStart file offset of the archive: 0, or that of an architecture
   * @param container takes what holds the members and the defects; counts from the file's start
   */
  public ArReader(ArFile archive, String name, long fileStart, ImageBuilder container) {
    this.archive = archive;
    this.name = name;
    this.fileStart = fileStart;
    this.container = container;
    this.diagnostics = container.diagnostics();
  }

  /** The images of the members, in the order of the file. */
  public List<BinaryImage> read() {
    diagnostics.addAll(archive.diagnostics(), fileStart);
    container.structure("archive magic", Kind.HEADERS, fileStart, ArConstants.SARMAG);
    for (ArMember member : archive.members()) {
      long header = member.contentStart() - member.fileStart();
      long content = member.fileEnd() - member.contentStart();
      structure("member header", Kind.HEADERS, member.fileStart(), header);
      if (member.role() != ArRole.FILE) {
        structure(label(member.role()), Kind.NAMES, member.contentStart(), content);
      } else if (content > 0) {
        images.add(image(member));
      }
      padding(member);
    }
    return images;
  }

  /** Archives may hold members of one name; the second is told from the first by its number. */
  private String label(String member) {
    int number = namesakes.merge(member, 1, Integer::sum);
    return name + "(" + member + (number == 1 ? "" : " #" + number) + ")";
  }

  private static String label(ArRole role) {
    return switch (role) {
      case SYMBOL_INDEX -> "symbol index";
      case SORTED_INDEX -> "sorted symbol index";
      case LONG_NAMES -> "long member names";
      default -> "linker member";
    };
  }

  private void structure(String label, Kind kind, long start, long size) {
    container.structure(label, kind, fileStart + start, size);
  }

  /** Headers start at even offsets, so there is a line feed behind content of odd size. */
  private void padding(ArMember member) {
    boolean isOdd = (member.fileEnd() & 1) != 0;
    if (isOdd && member.fileEnd() < archive.bytes().length()) {
      structure("member padding", Kind.PADDING, member.fileEnd(), 1);
    }
  }

  private BinaryImage image(ArMember member) {
    Bytes content = archive.content(member);
    long start = fileStart + member.contentStart();
    String label = label(member.name());
    try {
      Optional<BinaryImage> image =
          FormatRegistry.installed().readInside(label, content, start, diagnostics);
      if (image.isPresent()) {
        return image.get();
      }
    } catch (BinaryException e) {
      diagnostics.warn(e.structure(), start, e.expected(), e.found() + " in " + label);
    }
    ImageBuilder opaque = new ImageBuilder(content, start, diagnostics).name(label);
    opaque.structure(OpaqueContent.label(content), Kind.OTHER, 0, content.length());
    return opaque.build();
  }
}
