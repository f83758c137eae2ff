package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.BodyHashes;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SpanGroups;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Matches the groups of one build with those of another, in passes from the surest identity to the
 * weakest; each pass takes out what it matches.
 *
 * <p>Groups of one identity are matched one by one, those of equal size first, then the largest
 * with the largest: names repeat inside a file, so none stands for all of its namesakes.
 */
final class LabelMatcher {
  /** One build. */
  private static final class Build {
    final Attribution attribution;
    final SpanGroups groups;
    final int[] partner;

    /** All groups by falling size. */
    final int[] all;

    /** Those that are not matched, in the same order. */
    int[] free;

    private long[] generic = {};

    Build(Attribution attribution, SpanGroups groups) {
      this.attribution = attribution;
      this.groups = groups;
      partner = new int[groups.count()];
      Arrays.fill(partner, -1);
      all = largestFirst(groups);
      free = all;
    }

    /**
     * The groups by falling size, whatever measure they are in order by: pairs do not depend on it.
     */
    private static int[] largestFirst(SpanGroups groups) {
      int[] all = IntStream.range(0, groups.count()).toArray();
      if (groups.measures().equals(Measures.usual()) || all.length == 0) {
        return all;
      }
      int[] order = Order.sorted(keys(groups, groups::label), all);
      order = Order.sorted(keys(groups, group -> ~groups.memorySize(group)), order);
      return Order.sorted(keys(groups, group -> ~groups.fileSize(group)), order);
    }

    /** A key for each group by its number: sorting moves the numbers, not the keys. */
    private static long[] keys(SpanGroups groups, IntToLongFunction key) {
      return IntStream.range(0, groups.count()).mapToLong(key).toArray();
    }

    int owner(int group) {
      return groups.labels().owner(groups.label(group));
    }

    long[] keys(IntToLongFunction key) {
      long[] keys = new long[partner.length];
      for (int i = 0; i < free.length; i++) {
        Work.checkAt(i);
        keys[free[i]] = key.applyAsLong(free[i]);
      }
      return keys;
    }

    long[] exactNames() {
      LabelIdentity names = new LabelIdentity(attribution, groups.labels());
      return keys(group -> names.exact(groups.label(group)));
    }

    /** Finds the generic names too, which cost no more than a look at the same texts. */
    long[] stableNames() {
      LabelIdentity names = new LabelIdentity(attribution, groups.labels());
      generic = new long[partner.length];
      return keys(
          group -> {
            names.normalise(groups.label(group));
            generic[group] = names.generic();
            return names.stable();
          });
    }

    long[] items() {
      LabelIdentity names = new LabelIdentity(attribution, groups.labels());
      return keys(group -> names.ofItem(groups.label(group)));
    }

    long[] allNames() {
      LabelIdentity names = new LabelIdentity(attribution, groups.labels());
      return keys(group -> names.ofAllNames(groups.label(group)));
    }

    /** The generic names of all groups but those that are the same in both builds. */
    synchronized long[] generic() {
      if (generic.length == 0) {
        stableNames();
      }
      return generic;
    }

    /** The same keys, different for groups of different size. */
    long[] withSizes(long[] keys) {
      return keys(
          group ->
              keys[group] == 0
                  ? 0
                  : mix(mix(keys[group], groups.fileSize(group)), groups.memorySize(group)));
    }

    long[] bodies() {
      int[] owners = Arrays.stream(free).map(this::owner).filter(owner -> owner >= 0).toArray();
      int[] hashes = attribution.bodies().of(owners);
      long[] keys = new long[partner.length];
      int next = 0;
      for (int group : free) {
        int hash = owner(group) < 0 ? BodyHashes.NONE : hashes[next++];
        keys[group] = hash == BodyHashes.NONE ? 0 : mix(hash, groups.memorySize(group));
      }
      return keys;
    }

    /** The same keys, different for groups at different addresses. */
    long[] withAddresses(long[] keys) {
      Owners owners = attribution.owners();
      return keys(group -> keys[group] == 0 ? 0 : mix(keys[group], owners.address(owner(group))));
    }

    void dropMatched() {
      free = Arrays.stream(free).filter(group -> partner[group] < 0).toArray();
    }
  }

  private final Build before;
  private final Build after;
  private final boolean[] isRenamed;

  private LabelMatcher(Build before, Build after) {
    this.before = before;
    this.after = after;
    isRenamed = new boolean[after.partner.length];
  }

  /** Matches all groups. */
  static LabelMatcher match(
      Attribution oldBuild, SpanGroups oldGroups, Attribution newBuild, SpanGroups newGroups) {
    LabelMatcher matcher =
        new LabelMatcher(new Build(oldBuild, oldGroups), new Build(newBuild, newGroups));
    matcher.byName();
    if (matcher.isUndone()) {
      int[] left = matcher.after.free;
      matcher.byItem();
      matcher.byAllNames();
      matcher.byGenericName();
      matcher.byBody();
      matcher.byNeighbours();
      for (int group : left) {
        matcher.isRenamed[group] = matcher.after.partner[group] >= 0;
      }
    }
    return matcher;
  }

  private boolean isUndone() {
    return before.free.length > 0 && after.free.length > 0;
  }

  /** The group of the new build that a group of the old one became; -1 if it is gone. */
  int newOf(int oldGroup) {
    return before.partner[oldGroup];
  }

  /** The group of the old build that a group of the new one was; -1 if it is new. */
  int oldOf(int newGroup) {
    return after.partner[newGroup];
  }

  /** Identity of the generic item that a group of the old build is an instance of, or 0. */
  long genericOfOld(int oldGroup) {
    return before.generic()[oldGroup];
  }

  /** Identity of the generic item that a group of the new build is an instance of, or 0. */
  long genericOfNew(int newGroup) {
    return after.generic()[newGroup];
  }

  /** Whether a group of the new build was matched by something else than its name. */
  boolean isRenamed(int newGroup) {
    return isRenamed[newGroup];
  }

  private void byName() {
    long[][] exact = ofBoth(Build::exactNames);
    joinSized(exact);
    if (isUndone()) {
      long[][] stable = ofBoth(Build::stableNames);
      joinSized(stable);
      join(exact);
      join(stable);
    }
  }

  /** Matches what went from file to file, where the names of files are part of the labels. */
  private void byItem() {
    long[][] items = ofBoth(Build::items);
    joinSized(items);
    join(items);
  }

  private void byAllNames() {
    join(ofBoth(Build::allNames));
  }

  private void byGenericName() {
    long[][] generic = {before.generic(), after.generic()};
    joinSized(generic);
    join(generic);
  }

  /** The keys of both builds, each found in its own thread if the work has one to spare. */
  private long[][] ofBoth(Function<Build, long[]> keys) {
    SharedTasks<long[]> both = new SharedTasks<>("weighbridge diff");
    both.add(() -> keys.apply(before));
    both.add(() -> keys.apply(after));
    both.start();
    return both.results().toArray(long[][]::new);
  }

  private void byBody() {
    if (isUndone()) {
      long[][] bodies = ofBoth(Build::bodies);
      join(new long[][] {before.withAddresses(bodies[0]), after.withAddresses(bodies[1])});
      join(bodies);
    }
  }

  /**
   * Matches functions without a name that follow, or come before, a function that is matched
   * already, and are as long as its neighbour in the other build: code whose calls lead elsewhere
   * has other bytes though nothing changed.
   */
  private void byNeighbours() {
    int[] old = functions(before);
    int[] now = functions(after);
    int[] place = new int[after.partner.length];
    Arrays.fill(place, -1);
    for (int i = 0; i < now.length; i++) {
      place[now[i]] = i;
    }
    for (int step = 1; step >= -1; step -= 2) {
      for (int n = 0; n < old.length; n++) {
        int i = step > 0 ? n : old.length - 1 - n;
        int partner = before.partner[old[i]];
        int j = partner < 0 ? -1 : place[partner];
        int nextOld = i + step;
        int nextNow = j + step;
        boolean hasNext = nextOld >= 0 && nextOld < old.length && nextNow >= 0;
        if (j >= 0 && hasNext && nextNow < now.length && fit(old[nextOld], now[nextNow])) {
          pair(old[nextOld], now[nextNow]);
        }
      }
    }
    before.dropMatched();
    after.dropMatched();
  }

  private boolean fit(int oldGroup, int newGroup) {
    return before.partner[oldGroup] < 0
        && after.partner[newGroup] < 0
        && before.groups.memorySize(oldGroup) == after.groups.memorySize(newGroup);
  }

  /** The groups that are functions without a name, by image and address. */
  private static int[] functions(Build build) {
    Owners owners = build.attribution.owners();
    IntColumn found = new IntColumn(0);
    for (int group : build.all) {
      if (build.owner(group) >= 0 && owners.isFunction(build.owner(group))) {
        found.add(group);
      }
    }
    int[] groups = found.freeze();
    long[] address = new long[build.partner.length];
    long[] image = new long[build.partner.length];
    for (int group : groups) {
      address[group] = owners.address(build.owner(group));
      image[group] = owners.image(build.owner(group));
    }
    return groups.length == 0 ? groups : Order.sorted(image, Order.sorted(address, groups));
  }

  /** Matches the free groups of equal keys and equal sizes. */
  private void joinSized(long[][] keys) {
    join(new long[][] {before.withSizes(keys[0]), after.withSizes(keys[1])});
  }

  /** Matches the free groups of equal keys in their order, which is by falling size. */
  private void join(long[][] keys) {
    if (!isUndone()) {
      return;
    }
    long[] oldKeys = keys[0];
    long[] newKeys = keys[1];
    // Sorting uses the array it is given, and the free groups must keep their order.
    int[] old = Order.sorted(oldKeys, before.free.clone());
    int[] now = Order.sorted(newKeys, after.free.clone());
    int i = 0;
    int j = 0;
    while (i < old.length && j < now.length) {
      int order = Long.compareUnsigned(oldKeys[old[i]], newKeys[now[j]]);
      if (order == 0) {
        if (oldKeys[old[i]] != 0) {
          pair(old[i], now[j]);
        }
        i++;
        j++;
      } else if (order < 0) {
        i++;
      } else {
        j++;
      }
    }
    before.dropMatched();
    after.dropMatched();
  }

  private void pair(int oldGroup, int newGroup) {
    before.partner[oldGroup] = newGroup;
    after.partner[newGroup] = oldGroup;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    return mixed == 0 ? 1 : mixed;
  }
}
