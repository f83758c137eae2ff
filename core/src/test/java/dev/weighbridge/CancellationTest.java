package dev.weighbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.Progress;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked ends when it is cancelled, and leaves no half of anything. */
class CancellationTest {
  @TempDir private static Path fixtures;

  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = fixtures.resolve("j2c-bs-all-immediate-sym");
    Files.write(
        file,
        Fixtures.bytes("elf/j2c-bs-all-immediate-sym")
            .toArray(0, Fixtures.bytes("elf/j2c-bs-all-immediate-sym").length()));
  }

  /** A question, for test names. */
  private record Question(String name, Asked asked) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Asked {
    Object of(BinaryModel model) throws IOException;
  }

  static Stream<Question> questions() {
    Map<String, Asked> all = new LinkedHashMap<>();
    for (Dimension dimension : Dimensions.all()) {
      all.put("by " + dimension.name(), model -> model.by(dimension).fileSize());
    }
    all.put("generics", model -> model.generics().count());
    all.put("duplicates", model -> model.duplicates().identicalFunctions().count());
    all.put("graph", model -> model.graph().count());
    all.put("why", model -> model.why("main", 3).size());
    all.put("retained", model -> model.retained(RetainedTree.Selection.DEFAULT).rows());
    all.put("garbage", model -> model.garbage(ItemTable.Selection.DEFAULT).rows());
    all.put("remove a crate", model -> model.withoutCrate("std").fileSize());
    all.put("remove symbols", model -> model.withoutSymbols(Pattern.compile("main")).fileSize());
    all.put("lint", model -> model.lint().findings());
    all.put("diff", model -> model.since(model, Dimensions.SYMBOL).delta());
    all.put("compare", model -> model.compare(List.of(model)).rows());
    all.put("debug information", model -> model.file().images().get(0).debug().units().count());
    all.put("report", CancellationTest::report);
    return all.entrySet().stream().map(one -> new Question(one.getKey(), one.getValue()));
  }

  private static String report(BinaryModel model) {
    return new SizeReport(model.file(), model.bySymbol(), RowSelection.DEFAULT)
        .text(OutputFormat.JSON);
  }

  private static BinaryModel open(Work work) throws IOException {
    return BinaryModel.open(file, OpenOptions.DEFAULT.withWork(work));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsCancelledBeforeIsNotBegun(Question question) throws IOException {
    Cancellation cancellation = new Cancellation();
    Work work = Work.NONE.withCancellation(cancellation);
    BinaryModel model = open(work);
    cancellation.cancel();
    assertThatThrownBy(() -> work.during(() -> question.asked().of(model)))
        .isInstanceOf(CancellationException.class)
        .hasMessage("cancelled");
    assertThatThrownBy(() -> open(work)).isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsCancelledAtAnyStageIsAnsweredWhenItIsAskedAgain(Question question) throws IOException {
    Object expected = question.asked().of(BinaryModel.open(file));
    int stages = 0;
    for (boolean isDone = false; !isDone; stages += 1 + stages) {
      Stopper stopper = new Stopper(stages);
      BinaryModel model = BinaryModel.open(file);
      try {
        Object answer = stopper.work().during(() -> question.asked().of(model));
        assertThat(answer).hasToString(expected.toString());
        isDone = true;
      } catch (CancellationException e) {
        assertThat(question.asked().of(model)).hasToString(expected.toString());
      }
    }
  }

  /** Cancels at a stage. */
  private static final class Stopper {
    private final Cancellation cancellation = new Cancellation();
    private int left;

    Stopper(int stage) {
      left = stage;
    }

    Work work() {
      return Work.NONE.withCancellation(cancellation).withListener(this::heard);
    }

    private synchronized void heard(Progress progress) {
      if (left-- == 0) {
        cancellation.cancel();
      }
    }
  }

  @Test
  void openingEndsAtEveryStage() throws IOException {
    int stage = 0;
    for (boolean isDone = false; !isDone; stage += 1 + stage / 4) {
      try {
        open(new Stopper(stage).work());
        isDone = true;
      } catch (CancellationException e) {
        assertThat(e).hasMessage("cancelled");
      }
    }
    assertThat(stage).isGreaterThan(4);
  }

  @Test
  void aThreadThatIsInterruptedEndsItsQuestionAndStaysSo() throws IOException {
    BinaryModel model = BinaryModel.open(file);
    Thread.currentThread().interrupt();
    assertThatThrownBy(model::bySymbol)
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted");
    assertThatThrownBy(() -> FileMapper.open(file)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(model.bySymbol().fileSize()).isEqualTo(model.fileSize());
  }

  @Test
  void aListenerHearsStagesWithFigures() throws IOException {
    List<Progress> heard = new ArrayList<>();
    BinaryModel model = open(Work.NONE.withListener(heard::add));
    model.byCrate();
    assertThat(heard)
        .extracting(Progress::stage)
        .contains("reading", "reading symbols", "attributing bytes", "finding crates in names");
    assertThat(heard).allMatch(one -> one.done() <= one.total());
    assertThat(heard)
        .filteredOn(one -> one.stage().equals("reading"))
        .extracting(Progress::total)
        .containsOnly(model.fileSize());
  }

  @Test
  void whatIsCancelledWhileItIsSavedLeavesNothing(@TempDir Path folder) throws IOException {
    Path saved = folder.resolve("model");
    Files.writeString(saved, "before");
    for (int stage = 0; stage < 3; stage++) {
      BinaryModel model = open(new Stopper(stage + 12).work());
      try {
        model.save(saved);
      } catch (CancellationException e) {
        assertThat(saved).hasContent("before");
      }
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).containsExactly(saved);
      }
    }
    Cancellation cancellation = new Cancellation();
    BinaryModel model = open(Work.NONE.withCancellation(cancellation));
    SizeReport report = new SizeReport(model.file(), model.bySymbol(), RowSelection.DEFAULT);
    cancellation.cancel();
    Path written = folder.resolve("report.json");
    assertThatThrownBy(
            () ->
                model
                    .options()
                    .work()
                    .during(
                        () -> {
                          report.write(OutputFormat.JSON, written);
                          return written;
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(written).doesNotExist();
  }

  @Test
  void anExecutorHelpsOrNot() throws IOException {
    String expected = report(BinaryModel.open(file));
    Executor refuses =
        piece -> {
          throw new RejectedExecutionException("busy");
        };
    for (Executor executor : List.<Executor>of(Runnable::run, piece -> {}, refuses)) {
      BinaryModel model = BinaryModel.open(file, OpenOptions.DEFAULT.withExecutor(executor));
      assertThat(report(model)).isEqualTo(expected);
    }
  }

  @Test
  void lessMemoryMapsTheFileInsteadOfReadingIt() throws IOException {
    String expected = report(BinaryModel.open(file));
    BinaryModel model = BinaryModel.open(file, OpenOptions.DEFAULT.withMemoryLimit(1 << 20));
    assertThat(report(model)).isEqualTo(expected);
    assertThatThrownBy(() -> OpenOptions.DEFAULT.withMemoryLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes: expected 1 or more, found 0");
  }

  @Test
  void aClosedModelSaysSo() throws IOException {
    BinaryModel model = BinaryModel.open(file, OpenOptions.DEFAULT.withMemoryLimit(1 << 12));
    long size = model.bySymbol().fileSize();
    Bytes bytes = model.file().bytes();
    assertThat(bytes.u8(0)).isEqualTo(0x7f);
    try (BinaryModel same = model) {
      assertThat(same.fileSize()).isEqualTo(size);
    }
    model.close();
    assertThat(model.isClosed()).isTrue();
    assertThat(model).hasToString("j2c-bs-all-immediate-sym, closed");
    assertThatThrownBy(model::bySymbol)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("j2c-bs-all-immediate-sym: expected an open model, found it closed");
    assertThatThrownBy(() -> bytes.u8(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected bytes of an open file, found it closed");
    assertThatThrownBy(() -> bytes.slice(4, 8).i32(0)).isInstanceOf(IllegalStateException.class);
  }
}
