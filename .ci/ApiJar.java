import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes what a user of a modular jar can link against, and no more: the public and protected members of the types that it
 * exports to everybody, without code, and its descriptor. Equal jars give equal bytes.
 *
 * <p>Arguments: the modular jar, the jar to write. Needs ASM on the class path.
 */
final class ApiJar {
  private static final String MODULE = "module-info";
  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> kept = new TreeMap<>();

  private ApiJar(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected a modular jar and the jar to write, found " + args.length + " words");
    }
    Path jar = Path.of(args[0]);
    Set<String> exported =
        ModuleFinder.of(jar).findAll().iterator().next().descriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .map(name -> name.replace('.', '/'))
            .collect(Collectors.toUnmodifiableSet());
    ApiJar api = new ApiJar(classes(jar));
    api.kept.put(MODULE, api.classes.remove(MODULE));
    for (String name : api.classes.keySet()) {
      if (exported.contains(name.substring(0, Math.max(name.lastIndexOf('/'), 0))) && api.isVisible(name)) {
        api.keep(name);
      }
    }
    api.write(Path.of(args[1]));
  }

  private static Map<String, byte[]> classes(Path jar) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = file.toString().substring(1).replace(".class", "");
        if (!name.endsWith("package-info")) {
          found.put(name, Files.readAllBytes(file));
        }
      }
    }
    return found;
  }

  /** Whether users can name a type: it and all types around it are public or protected. */
  private boolean isVisible(String name) {
    boolean[] visible = {(new ClassReader(classes.get(name)).getAccess() & VISIBLE) != 0};
    new ClassReader(classes.get(name))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visitInnerClass(String inner, String outer, String simple, int access) {
                if (inner.equals(name)) {
                  visible[0] = (access & VISIBLE) != 0 && outer != null && isVisible(outer);
                }
              }
            },
            ClassReader.SKIP_CODE);
    return visible[0];
  }

  /** Keeps a type, and those it inherits from: their public members are its own. */
  private void keep(String name) {
    if (!classes.containsKey(name) || kept.containsKey(name)) {
      return;
    }
    ClassReader reader = new ClassReader(classes.get(name));
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new Outside(writer), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    kept.put(name, writer.toByteArray());
    keep(String.valueOf(reader.getSuperName()));
    for (String type : reader.getInterfaces()) {
      keep(type);
    }
  }

  private void write(Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(9);
      for (Map.Entry<String, byte[]> type : kept.entrySet()) {
        ZipEntry entry = new ZipEntry(type.getKey() + ".class");
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(type.getValue());
      }
    }
  }

  /** Lets only members through that can be used from outside of the package. */
  private static final class Outside extends ClassVisitor {
    Outside(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private static boolean isHidden(int access) {
      return (access & VISIBLE) == 0 || (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
      return isHidden(access) ? null : super.visitField(access, name, type, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
      return isHidden(access) ? null : super.visitMethod(access, name, type, signature, thrown);
    }
  }
}
