package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Unchecked;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.report.writing.XmlText;
import java.io.IOException;

/**
 * A check as the report of a test run, as Surefire writes it and as every build server reads it:
 * each limit is a test case, one that could not be checked a skipped one.
 */
final class CheckJUnit {
  private static final String CLASS = "weighbridge.budget";

  private final BudgetCheck check;
  private final XmlText xml;

  private CheckJUnit(BudgetCheck check, XmlText xml) {
    this.check = check;
    this.xml = xml;
  }

  static void write(BudgetCheck check, Appendable out) throws IOException {
    new CheckJUnit(check, new XmlText(out)).write();
  }

  private void write() throws IOException {
    xml.declaration();
    counts(xml.begin("testsuites").attribute("name", "weighbridge")).open();
    counts(xml.begin("testsuite").attribute("name", check.file().name()))
        .attribute("skipped", check.unchecked().size())
        .open();
    xml.begin("properties").open();
    property("fileSize", Long.toString(check.file().fileSize()));
    property("budget", check.budget().source());
    xml.end("properties");
    for (Verdict verdict : check.verdicts()) {
      verdict(verdict);
    }
    for (Unchecked unchecked : check.unchecked()) {
      testCase(CheckPlace.title(unchecked.limit(), unchecked.limit().subject())).open();
      xml.begin("skipped").attribute("message", unchecked.message()).close();
      xml.end("testcase");
    }
    xml.end("testsuite").end("testsuites");
  }

  private XmlText counts(XmlText element) throws IOException {
    return element
        .attribute("tests", check.verdicts().size() + check.unchecked().size())
        .attribute("failures", check.broken().size())
        .attribute("errors", 0)
        .attribute("time", "0");
  }

  private void property(String name, String value) throws IOException {
    xml.begin("property").attribute("name", name).attribute("value", value).close();
  }

  private XmlText testCase(String name) throws IOException {
    return xml.begin("testcase")
        .attribute("name", name)
        .attribute("classname", CLASS)
        .attribute("time", "0");
  }

  private void verdict(Verdict verdict) throws IOException {
    XmlText element = testCase(CheckPlace.title(verdict.limit(), verdict.subject()));
    if (verdict.passes()) {
      element.close();
      return;
    }
    element.open();
    xml.begin("failure")
        .attribute("message", verdict.message())
        .attribute("type", CLASS)
        .text(CheckPlace.text(verdict), "failure");
    xml.end("testcase");
  }
}
