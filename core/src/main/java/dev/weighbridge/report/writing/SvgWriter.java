package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;

/** Refuses any answer: reports that have a map draw it themselves. */
public final class SvgWriter implements AnswerWriter {
  @Override
  public void write(Answer answer, int width, Appendable out) {
    throw new IllegalArgumentException("format: expected one for any answer, found svg");
  }
}
