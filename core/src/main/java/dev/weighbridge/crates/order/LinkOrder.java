package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/** Finds the crates of code without names by the order in which linkers take crates. */
public final class LinkOrder {
  /**
   * What to ask an attribution for. Saved models keep the answer: names with their ends, then
   * start, end and both crates of each range.
   */
  public static final DerivedKey<OrderedCrates> KEY = new Key();

  private LinkOrder() {}

  /** The crates of a file, found by whoever asks first. */
  public static OrderedCrates of(Attribution attribution, Work work) {
    return attribution.uncut().get(KEY, work);
  }

  private record Key() implements DerivedKey<OrderedCrates>, Codec<OrderedCrates> {
    @Override
    public String name() {
      return "ordered-crates";
    }

    @Override
    public OrderedCrates derive(Attribution attribution, Work work) {
      return attribution.file().hasBytes()
          ? OrderFinder.find(attribution, work)
          : OrderedCrates.NOTHING;
    }

    @Override
    public Optional<Codec<OrderedCrates>> codec() {
      return Optional.of(this);
    }

    @Override
    public long[][] columns(OrderedCrates answer) {
      return answer.count() == 0 ? new long[0][] : answer.columns();
    }

    @Override
    public Optional<OrderedCrates> answer(long[][] columns) {
      return OrderedCrates.read(columns);
    }
  }
}
