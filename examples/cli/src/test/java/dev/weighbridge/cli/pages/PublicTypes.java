package dev.weighbridge.cli.pages;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The public types of the exported packages, read from the sources of the modules. */
final class PublicTypes {
  /** The modules, the one that users start with first. */
  private static final List<String> MODULES = List.of("core", "formats", "wasm", "demangle");

  private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([a-z.0-9]+);");

  /**
   * A type.
   *
   * @param packageName its package
   * @param name its name in the package: {@code Explanation.Layer}
   * @param source the file it stands in
   * @param comment its documentation comment; null if it has none
   */
  record PublicType(String packageName, String name, Path source, DocCommentTree comment) {
    /** Its own name, without that of the type around it. */
    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean isNested() {
      return name.indexOf('.') >= 0;
    }
  }

  /**
   * A package.
   *
   * @param name its name
   * @param module the module that exports it: {@code core}
   * @param folder where its sources lie
   * @param comment its documentation comment; null if it has none
   * @param types its public types, nested ones behind the type around them
   */
  record Exported(
      String name, String module, Path folder, DocCommentTree comment, List<PublicType> types) {}

  private PublicTypes() {}

  /** Every exported package, module by module, in the order of their names. */
  static List<Exported> packages() throws IOException {
    List<Exported> packages = new ArrayList<>();
    for (String module : MODULES) {
      Path sources = Pages.ROOT.resolve(module).resolve("src/main/java");
      Matcher exports = EXPORTS.matcher(Files.readString(sources.resolve("module-info.java")));
      List<String> names = new ArrayList<>();
      while (exports.find()) {
        names.add(exports.group(1));
      }
      names.sort(null);
      for (String name : names) {
        packages.add(read(name, module, sources.resolve(name.replace('.', '/'))));
      }
    }
    return packages;
  }

  private static Exported read(String name, String module, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<PublicType> types = new ArrayList<>();
    DocCommentTree packageComment = null;
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(list(folder)));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        TreePath path = new TreePath(unit);
        Path source = Path.of(unit.getSourceFile().getName());
        if (source.endsWith("package-info.java")) {
          packageComment = trees.getDocCommentTree(new TreePath(path, unit.getPackage()));
        }
        for (Tree tree : unit.getTypeDecls()) {
          add(tree, path, "", false, new Found(name, source, trees, types));
        }
      }
    }
    return new Exported(name, module, folder, packageComment, types);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Where found types go, and what they have in common. */
  private record Found(String packageName, Path source, DocTrees trees, List<PublicType> types) {}

  private static void add(Tree tree, TreePath above, String prefix, boolean isMember, Found found) {
    if (!(tree instanceof ClassTree type)) {
      return;
    }
    // What stands in an interface is public without saying so.
    boolean isPublic = isMember || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    if (!isPublic) {
      return;
    }
    TreePath path = new TreePath(above, tree);
    String name = prefix + type.getSimpleName();
    DocCommentTree comment = found.trees().getDocCommentTree(path);
    found.types().add(new PublicType(found.packageName(), name, found.source(), comment));
    boolean isInterface =
        type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    for (Tree member : type.getMembers()) {
      add(member, path, name + ".", isInterface, found);
    }
  }
}
