package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Which row of a table of debug information each span is of, counted over all images. Spans must be
 * {@linkplain CodeCuts cut} for it. Immutable.
 */
public final class SpanRows {
  private final Attribution attribution;
  private final DebugPlaces places;
  private final CodeRows rows;
  private final VariableSpans variables;
  private final List<InlineTable> inlines = new ArrayList<>();
  private final int[] base;
  private final int[] row;

  private SpanRows(Attribution attribution, CodeRows rows, Work work) {
    this.attribution = attribution;
    this.rows = rows;
    places = new DebugPlaces(attribution);
    variables = new VariableSpans(attribution);
    base = new int[places.imageCount() + 1];
    for (int image = 0; image < places.imageCount(); image++) {
      DebugInformation debug = places.debug(image);
      int count = debug.isPresent() ? rows.count(debug) : 0;
      if (rows == CodeRows.SCOPES) {
        inlines.add(debug.inlines());
      }
      base[image + 1] = Math.addExact(base[image], count);
    }
    row = new int[attribution.partition().spanCount()];
    for (int span = 0; span < row.length; span++) {
      row[span] = find(span);
      if ((span & 0xFFF) == 0) {
        work.checkCancelled();
      }
    }
  }

  private record Key(CodeRows rows) implements DerivedKey<SpanRows> {
    @Override
    public String name() {
      return "debug information of spans";
    }

    @Override
    public SpanRows derive(Attribution attribution, Work work) {
      return new SpanRows(attribution, rows, work);
    }
  }

  /** The rows of a table that the spans of an attribution are of. */
  public static SpanRows of(Attribution attribution, CodeRows rows, Work work) {
    return attribution.get(new Key(rows), work);
  }

  private int find(int span) {
    Partition partition = attribution.partition();
    int image = partition.image(span);
    boolean mayBe = image >= 0 && places.debug(image).isPresent();
    Kind kind = partition.kind(span);
    if (!mayBe || kind == Kind.DEBUG || kind == Kind.HEADERS) {
      return -1;
    }
    long address = partition.isMemoryOnly(span) ? -1 : places.address(span);
    int code = address == -1 ? -1 : rows.rowAt(places.debug(image), address);
    return global(image, code < 0 && rows.tellsOfData() ? ofVariable(image, span) : code);
  }

  private int ofVariable(int image, int span) {
    int variable = variables.at(span);
    return variable < 0 ? -1 : rows.ofVariable(places.debug(image), variable);
  }

  private int global(int image, int local) {
    return local < 0 ? -1 : base[image] + local;
  }

  /** How many rows all images have. */
  public int count() {
    return base[base.length - 1];
  }

  /** The row that a span is of, -1 if none. */
  public int row(int span) {
    return row[span];
  }

  /** The row that the first byte of an owner is of, -1 if none. */
  public int rowOfOwner(int owner) {
    Owners owners = attribution.owners();
    if (owner < 0 || owners.isLabel(owner)) {
      return -1;
    }
    int image = owners.image(owner);
    DebugInformation debug = places.debug(image);
    long address = debug.isPresent() ? places.addressOfOwner(image, owner) : -1;
    int code = address == -1 ? -1 : rows.rowAt(debug, address);
    if (code >= 0 || !rows.tellsOfData()) {
      return global(image, code);
    }
    int variable = variables.ofOwner(owner);
    return variable < 0 ? -1 : global(image, rows.ofVariable(debug, variable));
  }

  /** The image that a row is of. */
  public int image(int ofRow) {
    int low = 0;
    int high = base.length - 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (base[middle + 1] <= ofRow) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The debug information of an image. */
  public DebugInformation debug(int image) {
    return places.debug(image);
  }

  /** The table of bodies that a row of {@link CodeRows#SCOPES} is one of. */
  public InlineTable inlines(int ofScope) {
    return inlines.get(image(ofScope));
  }

  /** Number of a row in the table of its image. */
  public int local(int ofRow) {
    return ofRow - base[image(ofRow)];
  }
}
