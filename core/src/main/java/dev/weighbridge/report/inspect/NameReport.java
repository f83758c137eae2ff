package dev.weighbridge.report.inspect;

import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Symbol names to be made readable, one after the other. As text each is a line, and names that are
 * not Rust pass as they are.
 *
 * @param source where they come from; read once
 * @param hashes whether hashes and crate disambiguators are shown
 */
public record NameReport(Source source, HashVisibility hashes) implements Report {
  private static final String SCHEMA = "weighbridge/demangle/1";

  /** Gives names until there are no more. */
  public interface Source {
    /**
     * The next name, or {@code null} at the end.
     *
     * @throws IOException if reading fails
     */
    @SuppressWarnings("exports")
    @Nullable String next() throws IOException;

    /** The names of a list. */
    static Source of(Iterable<String> names) {
      Objects.requireNonNull(names, "names");
      Iterator<String> iterator = names.iterator();
      return () -> iterator.hasNext() ? iterator.next() : null;
    }
  }

  /** Checks that nothing is missing. */
  public NameReport {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(hashes, "hashes");
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    try {
      Report.super.write(format, width, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Answer answer() {
    Column<Name> mangled = Column.name("mangled", Name::mangled);
    Column<Name> label = Column.name("label", this::readable);
    List<Column<Name>> programs =
        List.of(
            mangled,
            label,
            Column.<Name>word("scheme", Name::scheme).where(Name::isRust),
            crate("definingCrate", name -> name.crates().defining()),
            crate("responsibleCrate", name -> name.crates().responsible()),
            crate("instantiatingCrate", name -> name.crates().instantiating()),
            Column.<Name>name("module", name -> name.rust.get().modulePath()).where(Name::isRust),
            Column.<Name>name("generic", name -> name.rust.get().generic()).where(Name::isRust));
    Iterable<Name> names = () -> new Names(source);
    return Answer.of(
        SCHEMA,
        "names",
        Table.of("names", names)
            .columns(Medium.TEXT, List.of(Column.word("", this::readable).titled("")))
            .columns(Medium.MARKUP, List.of(mangled.titled("Name"), label.titled("Readable")))
            .programs(programs)
            .withoutTitles()
            .build());
  }

  private String readable(Name name) {
    return RustDemangler.demangle(name.mangled(), hashes);
  }

  private static Column<Name> crate(String name, Function<RustName, Optional<CrateName>> crate) {
    return Column.<Name>name(name, row -> crate.apply(row.rust.get()).get().toString())
        .where(row -> row.isRust() && crate.apply(row.rust.get()).isPresent());
  }

  /** A name, read when something in it is asked for. */
  private static final class Name {
    private final String mangled;
    private Optional<RustName> rust = Optional.empty();
    private boolean isRead;

    Name(String mangled) {
      this.mangled = mangled;
    }

    String mangled() {
      return mangled;
    }

    boolean isRust() {
      if (!isRead) {
        rust = RustDemangler.read(mangled);
        isRead = true;
      }
      return rust.isPresent();
    }

    String scheme() {
      return rust.get().scheme() == ManglingScheme.V0 ? "v0" : "legacy";
    }
  }

  /** The names of a source, as long as it has some. */
  private static final class Names implements Iterator<Name> {
    private final Source source;
    private @Nullable String next;
    private boolean isKnown;

    Names(Source source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      if (!isKnown) {
        try {
          next = source.next();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        isKnown = true;
      }
      return next != null;
    }

    @Override
    public Name next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isKnown = false;
      // hasNext() has read it.
      return new Name(Objects.requireNonNull(next));
    }
  }
}
