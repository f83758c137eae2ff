package dev.weighbridge.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.work.Cancellation;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.Query;
import dev.weighbridge.testing.ZeroBytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are what a loop finds that asks for one span after the other. */
class SpanGroupsTest {
  private static final List<Measure> MEASURES =
      List.of(ZeroBytes.ZERO, Measures.MEMORY, Measures.DEBUG, Measures.FILE);

  /** A file cut into more spans than are asked for at once. */
  private static final Query QUERY = cut("elf/c-static-musl");

  private static Query cut(String fixture) {
    Query query = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT).query();
    long third = query.attribution().file().fileSize() / 3;
    long[] places = LongStream.range(0, third).map(place -> 3 * place).toArray();
    return query.withAttribution(query.attribution().cutAt(places));
  }

  /** Labels drawn by lot. */
  private static Labels lots(Random random, int spans, int labels) {
    int[] label = random.ints(spans, 0, labels).toArray();
    return new Labels(labels) {
      @Override
      public int of(int span) {
        return label[span];
      }

      @Override
      public String text(int id) {
        return Integer.toString(id);
      }
    };
  }

  /** A label and the value of each measure; the slow way. */
  private static List<List<Long>> slow(Query query, Labels labels, IntPredicate isWanted) {
    Map<Integer, long[]> sums = new TreeMap<>();
    for (int span = 0; span < query.attribution().partition().spanCount(); span++) {
      if (isWanted.test(span)) {
        long[] sum = sums.computeIfAbsent(labels.of(span), id -> new long[MEASURES.size()]);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += MEASURES.get(i).values(query).of(span);
        }
      }
    }
    List<List<Long>> rows = new ArrayList<>();
    sums.forEach((label, sum) -> rows.add(List.of((long) label, sum[0], sum[1], sum[2], sum[3])));
    Comparator<List<Long>> order = Comparator.comparing(row -> -row.get(1));
    for (int i = 2; i <= MEASURES.size(); i++) {
      int column = i;
      order = order.thenComparing(row -> -row.get(column));
    }
    rows.sort(order);
    return rows;
  }

  private static List<List<Long>> rows(SpanGroups groups) {
    List<List<Long>> rows = new ArrayList<>();
    for (int group = 0; group < groups.count(); group++) {
      List<Long> row = new ArrayList<>(List.of((long) groups.label(group)));
      for (int column = 0; column < MEASURES.size(); column++) {
        row.add(groups.value(column, group));
      }
      rows.add(row);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 3_000, 40_000_000})
  void agreeWithALoopOverSingleSpans(int labelCount) {
    long seed = 20_260_101 + (long) labelCount;
    Random random = new Random(seed);
    int spans = QUERY.attribution().partition().spanCount();
    assertThat(spans).isGreaterThan(4_096);
    MeasureColumns columns = new MeasureColumns(QUERY, MEASURES);
    Labels labels = lots(random, spans, labelCount);
    Set<Kind> all = EnumSet.allOf(Kind.class);
    SpanGroups groups = SpanGroups.of(columns, labels, all);
    assertThat(rows(groups)).as("seed %d", seed).isEqualTo(slow(QUERY, labels, span -> true));
    Partition partition = QUERY.attribution().partition();
    SpanGroups code = SpanGroups.of(columns, labels, EnumSet.of(Kind.CODE));
    assertThat(rows(code))
        .isEqualTo(slow(QUERY, labels, span -> partition.kind(span) == Kind.CODE));
    Labels below = lots(random, spans, 5);
    int label = groups.label(0);
    assertThat(rows(groups.below(0, below)))
        .isEqualTo(slow(QUERY, below, span -> labels.of(span) == label));
    for (int span : groups.spans(0)) {
      assertThat(labels.of(span)).isEqualTo(label);
    }
    assertThat(groups.none(below).count()).isZero();
  }

  /** A measure of one for each span that says something else of the whole. */
  private static Measure wrong(long value, long surplus) {
    return new Measure() {
      @Override
      public String name() {
        return "wrong";
      }

      @Override
      public String title() {
        return "Wrong";
      }

      @Override
      public Quantity quantity() {
        return Quantity.COUNT;
      }

      @Override
      public MeasureValues values(Query query) {
        long spans = query.attribution().partition().spanCount();
        return new MeasureValues() {
          @Override
          public long total() {
            return value * spans + surplus;
          }

          @Override
          public long of(int span) {
            return value;
          }
        };
      }
    };
  }

  private static void refuses(String message, List<Dimension> dimensions, Measure... measures) {
    assertThatThrownBy(() -> new SizeTree(QUERY, dimensions, List.of(measures)))
        .hasMessageContaining(message);
  }

  @Test
  void aMeasureThatDoesNotAddUpHasNoTree() {
    List<Dimension> by = List.of(Dimensions.KIND);
    refuses("measure wrong of groups: expected ", by, wrong(1, 1));
    refuses("measure wrong: expected 0 or more, found -", by, wrong(-1, 0));
    assertThat(new SizeTree(QUERY, by, List.of(wrong(1, 0))).value(wrong(1, 0)))
        .isEqualTo(QUERY.attribution().partition().spanCount());
  }

  @Test
  void aTreeHasMeasuresOfDifferentNames() {
    List<Dimension> by = List.of(Dimensions.KIND);
    refuses("expected at least one measure, found none", by);
    refuses("expected one measure wrong, found two", by, wrong(1, 0), wrong(2, 0));
    assertThatThrownBy(() -> new SizeTree(QUERY, by).value(Measures.DEBUG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one of the measures file, memory, found debug");
  }

  @Test
  void workThatIsCancelledStops() {
    Cancellation cancellation = new Cancellation();
    Work cancelled = Work.NONE.withCancellation(cancellation);
    cancellation.cancel();
    assertThatThrownBy(() -> new SizeTree(QUERY.withWork(cancelled), List.of(Dimensions.SECTION)))
        .isInstanceOf(CancellationException.class);
  }
}
