package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.SafeText;
import tools.jackson.core.JsonGenerator;

/**
 * A log in the Static Analysis Results Interchange Format, SARIF 2.1.0, of one run: what code
 * scanning of forges and many viewers read. An answer says what is in it.
 */
public abstract class SarifLog {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What it is written to. */
  protected final JsonGenerator json;

  /** A log that nothing is written of yet. */
  protected SarifLog(JsonGenerator json) {
    this.json = json;
  }

  /** Writes all of it. */
  public final void write() {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool();
    artifacts();
    invocation();
    json.writeArrayPropertyStart("results");
    results();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Weighbridge");
    json.writeArrayPropertyStart("rules");
    rules();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** That it ran, and what it leaves open (3.20.21). */
  private void invocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    json.writeArrayPropertyStart("toolExecutionNotifications");
    notifications();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Writes an object for each rule that something else mentions. */
  protected abstract void rules();

  /** Writes what was looked at, with its name; nothing if results say it. */
  protected void artifacts() {}

  /** Tells by {@link #notification} what was left open. */
  protected abstract void notifications();

  /** Writes an object for each result. */
  protected abstract void results();

  /**
   * Writes that something about a rule is open.
   *
   * @param text made safe here, as it may quote the file
   * @param index of the rule among the rules
   */
  protected final void notification(String text, String rule, int index) {
    json.writeStartObject();
    json.writeStringProperty("level", "note");
    message("message", SafeText.of(text));
    json.writeObjectPropertyStart("associatedRule");
    json.writeStringProperty("id", rule);
    json.writeNumberProperty("index", index);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes the level of a rule's results where they say no other. */
  protected final void defaultLevel(String level) {
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level);
    json.writeEndObject();
  }

  /** Writes a text as the object that texts are. */
  protected final void message(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
