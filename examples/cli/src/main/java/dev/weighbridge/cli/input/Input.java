package dev.weighbridge.cli.input;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.linkermap.LinkedMembers;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMapReader;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.shipped.Shipping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Opens the file a command is about. */
public final class Input {
  private Input() {}

  /** Opens and weighs a file, and of a packed program what is inside. */
  public static BinaryModel open(Path file, OpenOptions options) throws IOException {
    return opened(file, options.withUnpacking(true));
  }

  /** Opens and weighs a file; a packed program is what it is in the file. */
  public static BinaryModel openAsItIs(Path file, OpenOptions options) throws IOException {
    return opened(file, options.withUnpacking(false));
  }

  /** Opens and weighs a file as the options say. */
  public static BinaryModel opened(Path file, OpenOptions options) throws IOException {
    try {
      return BinaryModel.open(file, options);
    } catch (BinaryException e) {
      throw new InputException(file.toString(), e);
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        throw new InputException(file.toString());
      }
      throw e;
    }
  }

  /** Something that is asked of a model. */
  public interface Question<T> {
    /** Asks it. */
    T ask();
  }

  /** Asks something that not every file can answer; one that cannot is told by its name. */
  public static <T> T asked(Path file, Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (BinaryException e) {
      throw new InputException(file.toString(), e);
    }
  }

  /**
   * Opens and weighs a file, and of a packed program what is inside, unless it is told that the
   * file itself travels in some way.
   */
  public static BinaryModel open(Arguments arguments, Path file) throws IOException {
    return opened(file, unpacking(arguments, arguments.opening()));
  }

  /** The same options, in which a packed program is what such a file is. */
  public static OpenOptions unpacking(Arguments arguments, OpenOptions options) {
    return options.withUnpacking(!Shippings.areTold(arguments));
  }

  /** Opens and weighs files, and of packed programs what is inside, in their order. */
  public static List<BinaryModel> openAll(List<Path> files, OpenOptions options)
      throws IOException {
    List<BinaryModel> models = new ArrayList<>();
    for (Path file : files) {
      models.add(open(file, options));
    }
    return models;
  }

  /**
   * Opens and weighs files, in their order, each with the debug files that belong to it.
   *
   * @throws IOException if one of them belongs to none of the files
   */
  public static List<BinaryModel> openAll(
      List<Path> files, OpenOptions options, List<Path> debugFiles) throws IOException {
    Set<Path> taken = new HashSet<>();
    List<BinaryModel> models = new ArrayList<>();
    for (Path file : files) {
      List<Path> own = new ArrayList<>();
      for (Path debugFile : debugFiles) {
        if (SideFiles.isFolder(debugFile) || isDebugFile(debugFile, file)) {
          own.add(debugFile);
        }
      }
      taken.addAll(own);
      models.add(opened(file, options.withDebugFiles(own)));
    }
    for (Path debugFile : debugFiles) {
      if (!taken.contains(debugFile)) {
        throw new IOException(debugFile + ": expected the debug file of " + either(files));
      }
    }
    return models;
  }

  /**
   * Opens files again, those that a linker map is of, with it.
   *
   * @param expected what is to be given if a map is given at all
   * @throws IOException if one of the maps is of none of the files
   */
  public static List<BinaryModel> withMaps(
      List<Path> files, List<BinaryModel> models, List<Path> maps, String expected)
      throws IOException {
    List<List<Path>> own = new ArrayList<>();
    models.forEach(model -> own.add(new ArrayList<>()));
    for (Path map : maps) {
      LinkerMap read =
          GivenFiles.settings(
              map, path -> LinkerMapReader.read(path.toString(), FileMapper.open(path)));
      boolean isTaken = false;
      for (int i = 0; i < models.size(); i++) {
        BinaryFile file = models.get(i).file();
        if (LinkedMembers.isMapOf(read, file)) {
          isTaken = true;
          // A saved model has what was told of it when it was saved.
          if (file.hasBytes()) {
            own.get(i).add(map);
          }
        }
      }
      if (!isTaken) {
        throw new IOException(map + ": expected the linker map of " + either(files));
      }
    }
    List<BinaryModel> told = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      BinaryModel model = models.get(i);
      // With the map of one build only, all would seem to have changed.
      if (!maps.isEmpty() && own.get(i).isEmpty() && !isOfMap(model.file())) {
        String saved = model.file().hasBytes() ? "" : ", a model saved without one";
        throw new UsageException(Options.MAP, expected, "none of " + files.get(i) + saved);
      }
      OpenOptions options = model.options().withLinkerMaps(own.get(i));
      told.add(own.get(i).isEmpty() ? model : opened(files.get(i), options));
    }
    return told;
  }

  private static boolean isOfMap(BinaryFile file) {
    return file.images().stream().anyMatch(image -> image.members().isOfMap());
  }

  /**
   * The same models with what Cargo says of each.
   *
   * @param cargo a file for each model in their order, as nothing in one tells of which build it is
   * @param builds what the models are called
   */
  static List<BinaryModel> withCargo(
      List<Path> files, List<BinaryModel> models, List<Path> cargo, String builds)
      throws IOException {
    if (cargo.isEmpty()) {
      return models;
    }
    if (cargo.size() != models.size()) {
      String found = cargo.size() == 1 ? "one" : Integer.toString(cargo.size());
      throw new UsageException(Options.CARGO_METADATA, "a file for " + builds, found);
    }
    List<BinaryModel> told = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      try {
        told.add(models.get(i).withCargoFiles(List.of(cargo.get(i))));
      } catch (BinaryException e) {
        throw new InputException(files.get(i).toString(), e);
      }
    }
    return told;
  }

  /**
   * The same models of files that travel as the arguments say.
   *
   * @param files what must have a compressed file each if any has; saved models keep what they know
   */
  public static List<BinaryModel> shipped(
      List<BinaryModel> models, Arguments arguments, String files) throws IOException {
    if (!Shippings.areTold(arguments)) {
      return models;
    }
    int count = (int) models.stream().filter(model -> model.file().hasBytes()).count();
    Iterator<Shipping> shipping = Shippings.of(arguments, count, files).iterator();
    List<BinaryModel> told = new ArrayList<>();
    for (BinaryModel model : models) {
      told.add(model.file().hasBytes() ? model.withShipping(shipping.next()) : model);
    }
    return told;
  }

  /** The same model of a file that travels as the arguments say. */
  public static BinaryModel shipped(BinaryModel model, Arguments arguments) throws IOException {
    return shipped(List.of(model), arguments, "FILE").get(0);
  }

  private static boolean isDebugFile(Path debugFile, Path file) throws IOException {
    try {
      return BinaryModel.isSideFile(debugFile, file);
    } catch (BinaryException e) {
      throw new InputException(file.toString(), e);
    }
  }

  private static String either(List<Path> files) {
    StringJoiner names = new StringJoiner(" or ", "", ", found that of neither");
    files.forEach(file -> names.add(file.toString()));
    return names.toString();
  }

  /** Says so if levels are what debug information says and there is none. */
  public static void tellMissing(BinaryModel model, List<Dimension> levels, Console console) {
    boolean isPresent = false;
    for (BinaryImage image : model.file().images()) {
      isPresent |= image.debug().isPresent();
    }
    for (Dimension level : levels) {
      if (!isPresent && level.isOfDebugInformation()) {
        String asked = ": expected debug information, by which " + level.name() + " goes";
        console.say(model.file().name() + asked + ", found none");
        return;
      }
    }
  }

  /** Says how many defects the file has. */
  public static void tellDefects(BinaryModel model, Console console) {
    int count = model.diagnostics().size();
    if (count > 0) {
      String what = count == 1 ? " diagnostic" : " diagnostics";
      console.say(model.file().name() + ": " + count + what + "; weighbridge inspect lists them");
    }
    int ofDebug = 0;
    for (BinaryImage image : model.file().images()) {
      ofDebug += image.debug().diagnostics().size();
    }
    if (ofDebug > 0) {
      String what = ofDebug == 1 ? " diagnostic" : " diagnostics";
      String where = " of debug information; weighbridge inspect --debug-info lists them";
      console.say(model.file().name() + ": " + ofDebug + what + where);
    }
  }

  /** Says what could not be read of who needs whom. */
  public static void tellUnread(BinaryModel model, Console console) {
    List<Diagnostic> unread = ReferenceGraph.of(model.attribution()).diagnostics();
    if (!unread.isEmpty()) {
      String others = unread.size() == 1 ? "" : "; and " + (unread.size() - 1) + " more";
      String first = unread.get(0).sentence();
      console.say(model.file().name() + ": references not read: " + first + others);
    }
  }
}
