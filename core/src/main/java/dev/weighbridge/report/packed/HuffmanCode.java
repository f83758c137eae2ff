package dev.weighbridge.report.packed;

import dev.weighbridge.formats.columns.Order;

/** A prefix code of DEFLATE: how many bits each symbol takes, and which (RFC 1951, 3.2.2). */
final class HuffmanCode {
  private final int[] lengths;
  private final int[] codes;

  private HuffmanCode(int[] lengths) {
    this.lengths = lengths;
    codes = codes(lengths);
  }

  /** The fixed lengths of a code. */
  static HuffmanCode of(int[] lengths) {
    return new HuffmanCode(lengths);
  }

  /**
   * A code for symbols that are so frequent. At least two symbols get a code, as some readers
   * refuse a code of one.
   *
   * @param longest the most bits of a symbol
   */
  static HuffmanCode of(int[] frequencies, int longest) {
    int[] weights = frequencies.clone();
    int used = 0;
    for (int weight : weights) {
      used += weight > 0 ? 1 : 0;
    }
    for (int symbol = 0; used < 2; symbol++) {
      if (weights[symbol] == 0) {
        weights[symbol] = 1;
        used++;
      }
    }
    int[] lengths = lengths(weights, used);
    // Flatter weights make a shorter tree; all alike they make the shortest.
    while (longest(lengths) > longest) {
      for (int symbol = 0; symbol < weights.length; symbol++) {
        weights[symbol] = (weights[symbol] + 1) / 2;
      }
      lengths = lengths(weights, used);
    }
    return new HuffmanCode(lengths);
  }

  private static int longest(int[] lengths) {
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /**
   * Huffman's tree by two queues: leaves in the order of their weights, and nodes as they arise.
   */
  private static int[] lengths(int[] weights, int used) {
    long[] keys = new long[weights.length];
    for (int symbol = 0; symbol < keys.length; symbol++) {
      keys[symbol] = weights[symbol] > 0 ? weights[symbol] : Long.MAX_VALUE;
    }
    int[] leaves = Order.ascending(keys, keys.length);
    long[] sums = new long[2 * used - 1];
    int[] parents = new int[sums.length];
    for (int i = 0; i < used; i++) {
      sums[i] = keys[leaves[i]];
    }
    int leaf = 0;
    int inner = used;
    for (int made = used; made < sums.length; made++) {
      for (int half = 0; half < 2; half++) {
        boolean isLeaf = inner == made || (leaf < used && sums[leaf] <= sums[inner]);
        int node = isLeaf ? leaf++ : inner++;
        parents[node] = made;
        sums[made] += sums[node];
      }
    }
    int[] depths = new int[sums.length];
    int[] lengths = new int[weights.length];
    for (int node = sums.length - 2; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
      if (node < used) {
        lengths[leaves[node]] = depths[node];
      }
    }
    return lengths;
  }

  /**
   * The codes in the order of lengths and symbols; turned round, as they are written from the top.
   */
  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= Short.SIZE; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(code++) >>> (Integer.SIZE - length);
        }
      }
      code <<= 1;
    }
    return codes;
  }

  /** The bits of a symbol; 0 for none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** One more than the last symbol that has a code. */
  int end() {
    int end = lengths.length;
    while (lengths[end - 1] == 0) {
      end--;
    }
    return end;
  }

  void write(int symbol, DeflateBits out) {
    out.add(codes[symbol], lengths[symbol]);
  }
}
