package dev.weighbridge.golang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which module a package is of: by what the build says of its modules, else by how paths of
 * the places begin that most modules come from.
 */
public final class GoModules {
  /** What stands for the standard library. */
  public static final String STANDARD = "std";

  /** What the standard library's copies of other modules begin with. */
  private static final String VENDORED = "vendor/";

  private static final String VENDOR_FOLDER = "/vendor/";
  private static final String MAIN = "main";

  /** The folders of the standard library, in which packages of no other module are. */
  private static final Set<String> FOLDERS =
      Set.of(
          ("archive bufio builtin bytes cmd cmp compress container context crypto database debug"
                  + " embed encoding errors expvar flag fmt go hash html image index internal io"
                  + " iter log maps math mime net os path plugin reflect regexp runtime slices sort"
                  + " strconv strings structs sync syscall testing text time unicode unique unsafe"
                  + " weak")
              .split(" ", -1));

  /** How many names of a path are the module's, by its host; as cmd/go/internal/vcs has it. */
  private static final Map<String, Integer> ELEMENTS =
      Map.of(
          "github.com", 3,
          "bitbucket.org", 3,
          "gitlab.com", 3,
          "golang.org", 3,
          "k8s.io", 2,
          "go.uber.org", 2,
          "google.golang.org", 2,
          "go.etcd.io", 2,
          "gopkg.in", 2);

  private final Map<String, GoModule> known = new HashMap<>();
  private final GoBuildInformation information;

  /** Tells modules by what a build says of them. */
  public GoModules(GoBuildInformation information) {
    this.information = information;
    for (GoModule module : information.modules()) {
      known.put(module.path(), module);
    }
  }

  /** The path of the module of a package; {@code std} for the standard library. */
  public String moduleOf(String path) {
    if (path.equals(MAIN)) {
      return information.main().map(GoModule::path).orElse(MAIN);
    }
    if (path.startsWith(VENDORED)) {
      return VENDORED + byPlace(path.substring(VENDORED.length()));
    }
    int vendor = path.lastIndexOf(VENDOR_FOLDER);
    if (vendor >= 0) {
      return moduleOf(path.substring(vendor + VENDOR_FOLDER.length()));
    }
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (known.containsKey(path.substring(0, end))) {
        return path.substring(0, end);
      }
    }
    return FOLDERS.contains(first(path)) ? STANDARD : byPlace(path);
  }

  /** Whether a module is the standard library, or a copy that it has of another one. */
  public boolean isStandard(String module) {
    return module.equals(STANDARD) || module.startsWith(VENDORED);
  }

  private static String first(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static String byPlace(String path) {
    int elements = ELEMENTS.getOrDefault(first(path), first(path).contains(".") ? 2 : 1);
    int end = -1;
    for (int i = 0; i < elements; i++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, end);
  }

  /** A module with its version, as far as the file tells: {@code std go1.23.5}. */
  public String label(String module) {
    if (module.equals(STANDARD)) {
      return new GoModule(module, information.version(), "").label();
    }
    GoModule found = known.get(module);
    return found == null ? module : found.label();
  }

  /** Whether the build says anything of its modules. */
  public boolean areKnown() {
    List<GoModule> modules = information.modules();
    return !modules.isEmpty() || !information.version().isEmpty();
  }
}
