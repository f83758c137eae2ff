package dev.weighbridge.formats.internal.pe;

import static dev.weighbridge.formats.pe.headers.PeConstants.RT_BITMAP;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_CURSOR;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_DIALOG;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_GROUP_CURSOR;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_GROUP_ICON;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_ICON;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_MANIFEST;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_MENU;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_RCDATA;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_STRING;
import static dev.weighbridge.formats.pe.headers.PeConstants.RT_VERSION;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.resources.PeResources;

/** States the resource tree and the resources, labelled by their types and names. */
final class PeResourceFacts {
  /** Names are chosen by programmers and short; one that is not must not fill every report. */
  private static final int MAX_LABEL = 80;

  private final PeFile pe;
  private final ImageBuilder image;

  PeResourceFacts(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
  }

  void state() {
    PeResources tree = pe.resources();
    for (PeResources.Directory directory : tree.directories()) {
      state("resource directory", directory.fileStart(), directory.fileEnd());
    }
    for (PeResources.Name name : tree.names()) {
      state("resource name", name.fileStart(), name.fileEnd());
    }
    for (PeResources.Resource resource : tree.resources()) {
      state("resource entry", resource.fileStart(), resource.fileEnd());
      if (resource.dataStart() < resource.dataEnd()) {
        int label = image.rowLabel(label(resource));
        long size = resource.dataEnd() - resource.dataStart();
        image.structure(label, Kind.RESOURCES, resource.dataStart(), size, Subject.NONE, -1);
      }
    }
  }

  private void state(String label, long start, long end) {
    if (start < end) {
      image.structure(label, Kind.RESOURCES, start, end - start);
    }
  }

  /** Type and name, as the tree has them: {@code version resource 1}. */
  private static String label(PeResources.Resource resource) {
    String label = typeLabel(resource.type()) + " " + resource.name();
    return label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL) + "...";
  }

  private static String typeLabel(String type) {
    boolean isNumber = !type.startsWith("\"") && !type.startsWith("-");
    return switch (isNumber ? Integer.parseInt(type) : 0) {
      case RT_CURSOR -> "cursor resource";
      case RT_GROUP_CURSOR -> "cursor list resource";
      case RT_BITMAP -> "bitmap resource";
      case RT_ICON -> "icon resource";
      case RT_GROUP_ICON -> "icon list resource";
      case RT_MENU -> "menu resource";
      case RT_DIALOG -> "dialog resource";
      case RT_STRING -> "string resource";
      case RT_RCDATA -> "data resource";
      case RT_VERSION -> "version resource";
      case RT_MANIFEST -> "manifest resource";
      default -> type + " resource";
    };
  }
}
