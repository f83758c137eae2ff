package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.LinkTable.Trait;
import dev.weighbridge.report.answer.Column;
import java.util.Arrays;
import java.util.List;

/** What an image takes from others, or offers to them. */
final class LinkList extends SymbolList {
  private final LinkTable links;
  private final boolean isImport;

  private LinkList(BinaryImage image, LinkTable links, boolean isImport) {
    super(image);
    this.links = links;
    this.isImport = isImport;
  }

  /** What another file must define. */
  static LinkList imports(BinaryImage image) {
    return new LinkList(image, image.imports(), true);
  }

  /** What is defined for other files, or passed on to them. */
  static LinkList exports(BinaryImage image) {
    return new LinkList(image, image.exports(), false);
  }

  @Override
  int count() {
    return links.count();
  }

  @Override
  int symbol(int row) {
    return links.symbol(row);
  }

  @Override
  Column<Integer> name() {
    return Column.name("name", links::name);
  }

  @Override
  Column<Integer> shown() {
    return Column.name("", this::told);
  }

  @Override
  List<Column<Integer>> more() {
    return List.of(
        Column.<Integer>number("ordinal", links::ordinal).where(row -> links.ordinal(row) >= 0),
        Column.nameIfAny("library", links::library),
        Column.nameIfAny("version", links::version),
        Column.nameIfAny("target", links::target),
        Column.names("traits", this::traits));
  }

  private List<String> traits(int row) {
    return Arrays.stream(Trait.values())
        .filter(trait -> links.is(trait, row))
        .map(Words::key)
        .toList();
  }

  /** Its name with all else that is known, as {@code nm} would write it: {@code read@GLIBC_2.2}. */
  private String told(int row) {
    StringBuilder text = new StringBuilder(links.name(row));
    if (text.length() == 0 && links.ordinal(row) >= 0) {
      text.append('#').append(links.ordinal(row));
    }
    if (!links.version(row).isEmpty()) {
      boolean isAnothers = isImport || !links.library(row).isEmpty();
      text.append(isAnothers || links.is(Trait.HIDDEN, row) ? "@" : "@@")
          .append(links.version(row));
    }
    String library = links.library(row);
    String target = links.target(row);
    if (!target.isEmpty()) {
      text.append(" -> ").append(library.isEmpty() ? target : library + "." + target);
    } else if (!library.isEmpty()) {
      text.append(" from ").append(library);
    }
    List<String> traits = traits(row);
    return traits.isEmpty() ? text.toString() : text + " (" + String.join(", ", traits) + ")";
  }
}
