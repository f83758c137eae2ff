package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every link of the documentation that stays inside the project leads to a file and a heading. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(#[^)\\s]*)?\\)");
  private static final Pattern IMAGE = Pattern.compile("(?:src|srcset)=\"(?!https?:)([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

  @TestFactory
  List<DynamicTest> linksLeadSomewhere() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> pages = new ArrayList<>(Pages.all());
    pages.add(Pages.ROOT.resolve("examples/size-linter/README.md"));
    for (Path page : pages) {
      tests.add(DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }
    return tests;
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    assertThat(Files.readString(Pages.ROOT.resolve("README.md"))).contains("](docs/index.md)");
    String index = Files.readString(Pages.ROOT.resolve("docs/index.md"));
    for (Path page : Pages.all()) {
      assertThat(index + "](index.md)").contains(page.getFileName() + ")");
    }
  }

  private static void check(Path page) throws IOException {
    String prose = Pages.prose(page);
    Matcher link = LINK.matcher(prose);
    while (link.find()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(target).as(link.group()).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as(link.group()).contains(link.group(2).substring(1));
      }
    }
    Matcher image = IMAGE.matcher(prose);
    while (image.find()) {
      assertThat(page.resolveSibling(image.group(1))).as(image.group()).exists();
    }
  }

  /**
   * The anchors that forges give the headings of a page: lower case, punctuation dropped, spaces as
   * hyphens, and a number behind each that was there before.
   */
  private static List<String> anchors(Path page) throws IOException {
    List<String> anchors = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(Pages.prose(page));
    while (heading.find()) {
      String text = heading.group(1).strip().toLowerCase(Locale.ROOT);
      String anchor = text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }
}
