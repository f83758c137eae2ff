package dev.weighbridge.report.writing;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.problems.Diagnostic;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
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
    write(new SafeJson(out), body);
  }

  private static void write(SafeJson out, Body body) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(new RowPerLine(), out)) {
      body.write(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
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
}
