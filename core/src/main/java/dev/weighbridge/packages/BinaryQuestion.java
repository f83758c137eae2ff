package dev.weighbridge.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.packages.Region;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of each binary of a package: how it is opened, by what levels, in which measures.
 *
 * @param opener opens it
 * @param dimensions the levels below a binary; at least one
 * @param measures of the whole tree
 */
record BinaryQuestion(BinaryOpener opener, List<Dimension> dimensions, List<Measure> measures) {
  /** The answer for one binary, which keeps nothing of it but sums. */
  PackageRow ask(String name, Region binary) {
    List<Measure> own = new ArrayList<>();
    for (Measure measure : measures) {
      boolean isShipped = measure.equals(PackageMeasures.SHIPPED);
      own.add(isShipped ? new EntryShares(binary.shares()) : measure);
    }
    SizeTree tree = new SizeTree(opener.open(name, binary.bytes()), dimensions, own);
    PackageRow root = new PackageRow("", measures);
    for (SizeRow row : tree.rows()) {
      PackageRow copy = copy(row, own);
      root.add(copy);
      root.below(copy.label(), copy);
    }
    return root;
  }

  private PackageRow copy(SizeRow row, List<Measure> own) {
    PackageRow copy = new PackageRow(row.label(), measures);
    copy.take(row, own);
    for (SizeRow below : row.rows()) {
      copy.below(below.label(), copy(below, own));
    }
    return copy;
  }
}
