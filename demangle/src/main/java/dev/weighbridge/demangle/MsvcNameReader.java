package dev.weighbridge.demangle;

import dev.weighbridge.demangle.msvc.MsvcReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads the structure of C++ symbol names of Microsoft's compilers, one after another.
 *
 * <p>{@link #read} answers whether a name is one; then the other methods tell about that name until
 * the next one is read. What instances of a template have in common is as with {@link
 * ItaniumNameReader}: the path of names without template arguments and parameters. Not safe for use
 * by several threads at once.
 */
public final class MsvcNameReader {
  private String path = "";
  private List<String> arguments = List.of();

  /** Makes a reader. */
  public MsvcNameReader() {}

  /**
   * Reads a name.
   *
   * @return false if it is not of this mangling, or of a text; then it tells nothing
   */
  public boolean read(NameSlice name) {
    path = "";
    arguments = List.of();
    if (name.length() == 0 || name.array()[name.offset()] != '?') {
      return false;
    }
    Optional<MsvcReader.Path> found = MsvcReader.path(name.toString());
    if (found.isPresent()) {
      path = found.get().path();
      arguments = found.get().arguments();
    }
    return found.isPresent();
  }

  /** Whether the symbol was made from a template: it or anything around it has arguments. */
  public boolean isTemplateInstance() {
    return !arguments.isEmpty();
  }

  /** Identity of the entity whose instances differ only in template arguments. */
  public long genericId() {
    long id = path.length();
    for (int i = 0; i < path.length(); i++) {
      id = (id ^ path.charAt(i)) * 0x9e3779b97f4a7c15L;
      id ^= id >>> 32;
    }
    return id;
  }

  /** Number of lists of template arguments, of the entity and of all around it. */
  public int argumentCount() {
    return arguments.size();
  }

  /**
   * Appends the text of a list of template arguments, those of the innermost name first.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public void appendArgument(int index, TextBuffer out) {
    out.append(NameSlice.of(arguments.get(index)));
  }

  /** Appends what {@link #genericId()} stands for, such as {@code std::vector::push_back}. */
  public void appendGeneric(TextBuffer out) {
    out.append(NameSlice.of(path));
  }
}
