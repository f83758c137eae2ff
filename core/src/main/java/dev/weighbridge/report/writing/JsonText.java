package dev.weighbridge.report.writing;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.measure.Measure;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON document, and what the reports say alike. Only this class and the JSON writers name the
 * JSON library, so that it is not loaded before someone asks for JSON.
 */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonText() {}

  /** What goes into a document. */
  public interface Body {
    /** Writes it. */
    void write(JsonGenerator json);
  }

  /** Writes a document and a line end. */
  public static void write(Appendable out, Body body) throws IOException {
    Writer writer = out instanceof Writer w ? w : new AppendingWriter(out);
    try (JsonGenerator json = FACTORY.createGenerator(new RowPerLine(), writer)) {
      body.write(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    writer.write('\n');
  }

  /** Begins the object of a report with the entries that all of them have. */
  public static void begin(JsonGenerator json, String schema, BinaryFile file) {
    json.writeStartObject();
    json.writeStringProperty("schema", schema);
    json.writeStringProperty("file", file.name());
    json.writeStringProperty("format", file.format());
    json.writeStringProperty("machine", file.machine());
  }

  /** Writes an address: unsigned, or -1 for none. */
  public static void address(JsonGenerator json, String name, long address) {
    if (address >= -1) {
      json.writeNumberProperty(name, address);
    } else {
      json.writeNumberProperty(name, new BigInteger(Long.toUnsignedString(address)));
    }
  }

  /** Writes what there is of the measures that output has only if they are asked for. */
  public static void measures(
      JsonGenerator json, List<Measure> asked, ToLongFunction<Measure> value) {
    List<Measure> unusual = MeasureText.unusual(asked);
    if (!unusual.isEmpty()) {
      json.writeObjectPropertyStart("measures");
      for (Measure measure : unusual) {
        json.writeNumberProperty(measure.name(), value.applyAsLong(measure));
      }
      json.writeEndObject();
    }
  }

  /** Writes texts. */
  public static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Writes the diagnostics of a file. */
  public static void diagnostics(JsonGenerator json, BinaryFile file) {
    json.writeArrayPropertyStart("diagnostics");
    for (Diagnostic diagnostic : file.diagnostics()) {
      json.writeStartObject();
      String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
      json.writeStringProperty("severity", severity);
      json.writeStringProperty("structure", diagnostic.structure());
      json.writeNumberProperty("fileOffset", diagnostic.fileOffset());
      json.writeStringProperty("expected", diagnostic.expected());
      json.writeStringProperty("found", diagnostic.found());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Begins a new line for each object of an array, indented by its depth, and leaves everything
   * else compact: small, and still fit for a line tool or a diff.
   */
  private static final class RowPerLine extends ObjectWriteContext.Base implements PrettyPrinter {
    private int depth;

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return this;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
      // The generator has already entered the object; its parent says whether it is a row.
      if (json.streamWriteContext().getParent().inArray()) {
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
          json.writeRaw(' ');
        }
      }
      json.writeRaw('{');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
      json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
      depth++;
      json.writeRaw('[');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
      depth--;
      json.writeRaw(']');
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
      json.writeRaw(',');
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
      json.writeRaw(':');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
      json.writeRaw(',');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
      json.writeRaw('\n');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
      // Values follow the bracket at once.
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
      // Entries follow the brace at once.
    }
  }

  /** Lets a generator write to anything that characters can be appended to. */
  private static final class AppendingWriter extends Writer {
    private final Appendable out;

    AppendingWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int start, int count) throws IOException {
      out.append(CharBuffer.wrap(characters, start, count));
    }

    @Override
    public void flush() {
      // Whoever owns the target flushes it.
    }

    @Override
    public void close() {
      // Whoever owns the target closes it.
    }
  }
}
