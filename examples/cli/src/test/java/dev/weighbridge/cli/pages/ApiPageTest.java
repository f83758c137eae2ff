package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import dev.weighbridge.cli.pages.PublicTypes.Exported;
import dev.weighbridge.cli.pages.PublicTypes.PublicType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/api.md} lists every public type of every exported package with the first sentence of
 * its documentation. A type that comes or goes changes the page, which {@code -Dgolden.update=true}
 * rewrites.
 */
class ApiPageTest {
  private static final Path PAGE = Pages.ROOT.resolve("docs/api.md");
  private static final String BEGIN = "<!-- types -->\n";
  private static final String END = "<!-- end of types -->\n";

  /** A sentence longer than this is no line of a list. */
  private static final int LONGEST = 160;

  /** The packages that most users need, in the order in which they need them; then all others. */
  private static final List<String> FIRST =
      List.of(
          "dev.weighbridge",
          "dev.weighbridge.tree",
          "dev.weighbridge.dimension",
          "dev.weighbridge.attribution",
          "dev.weighbridge.diff",
          "dev.weighbridge.lint",
          "dev.weighbridge.budget",
          "dev.weighbridge.report",
          "dev.weighbridge.crates",
          "dev.weighbridge.category",
          "dev.weighbridge.generics",
          "dev.weighbridge.duplicates");

  @Test
  void listsEveryPublicType() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String expected = list();
    if (Pages.IS_UPDATE) {
      Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end));
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(expected);
    }
  }

  @Test
  void everySentenceIsShort() throws IOException {
    for (Exported exported : PublicTypes.packages()) {
      for (PublicType type : exported.types()) {
        assertThat(sentence(type))
            .as("first sentence of %s", type.name())
            .isNotEmpty()
            .hasSizeLessThanOrEqualTo(LONGEST)
            .endsWith(".");
      }
    }
  }

  private static String list() throws IOException {
    List<Exported> packages = new ArrayList<>(PublicTypes.packages());
    packages.sort(
        (a, b) -> Integer.compare(rank(a.name()), rank(b.name()))); // stable: others keep theirs
    StringBuilder page = new StringBuilder();
    for (Exported exported : packages) {
      page.append("\n## `").append(exported.name()).append("`\n\n");
      page.append(sentence(exported.comment(), "")).append(" Module `").append(exported.module());
      page.append("`.\n\n| type | what it is |\n| --- | --- |\n");
      for (PublicType type : exported.types()) {
        if (!type.isNested()) {
          page.append(line(type, exported.types()));
        }
      }
    }
    return page.append('\n').toString();
  }

  /** The line of a type; the types inside it are named behind its sentence. */
  private static String line(PublicType type, List<PublicType> all) throws IOException {
    Path link = PAGE.getParent().relativize(type.source());
    StringBuilder line = new StringBuilder("| [`").append(type.name()).append("`](");
    line.append(link.toString().replace('\\', '/')).append(") | ");
    line.append(sentence(type).replace("|", "\\|"));
    String separator = " Inside: ";
    for (PublicType inner : all) {
      if (inner.name().startsWith(type.name() + ".")) {
        line.append(separator).append('`').append(inner.simpleName()).append('`');
        separator = ", ";
      }
    }
    return line.append(separator.equals(", ") ? ". |\n" : " |\n").toString();
  }

  private static int rank(String name) {
    int place = FIRST.indexOf(name);
    return place < 0 ? FIRST.size() : place;
  }

  /** The first sentence of a type's comment as Markdown in one line. */
  private static String sentence(PublicType type) throws IOException {
    return sentence(type.comment(), Files.readString(type.source()));
  }

  private static String sentence(DocCommentTree comment, String source) {
    if (comment == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    comment.getFirstSentence().forEach(part -> append(part, source, text));
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static void append(DocTree part, String source, StringBuilder out) {
    if (part instanceof TextTree text) {
      out.append(text.getBody());
    } else if (part instanceof LiteralTree literal) {
      out.append('`').append(literal.getBody().getBody().strip()).append('`');
    } else if (part instanceof ValueTree value) {
      out.append('`').append(constant(value.getReference().getSignature(), source)).append('`');
    } else if (part instanceof LinkTree link && link.getLabel().isEmpty()) {
      String target = link.getReference().getSignature();
      String name = target.substring(target.lastIndexOf('.') + 1).replaceFirst("^#", "");
      out.append('`').append(name.replace('#', '.')).append('`');
    } else if (part instanceof LinkTree link) {
      link.getLabel().forEach(label -> append(label, source, out));
    } else if (part instanceof EntityTree entity) {
      out.append('&').append(entity.getName()).append(';');
    } else {
      throw new IllegalArgumentException("a first sentence with " + part);
    }
  }

  /** The text that a constant of the same file stands for. */
  private static String constant(String reference, String source) {
    String name = reference.substring(reference.indexOf('#') + 1);
    Matcher matcher = Pattern.compile("\\b" + name + " = \"([^\"]*)\"").matcher(source);
    assertThat(matcher.find()).as("a text constant " + name).isTrue();
    return matcher.group(1);
  }
}
