package dev.weighbridge.junit;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link ProgramBudget} does. */
public final class ProgramBudgetExtension implements BeforeAllCallback, ParameterResolver {
  /** One for each class of tests; made by JUnit. */
  public ProgramBudgetExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    ProgramBudget asked = asked(context);
    if (asked.budget().isEmpty() && !asked.baseline().isEmpty()) {
      throw new ExtensionConfigurationException(
          "@ProgramBudget: expected a budget to hold growth against, found a baseline alone");
    }
    if (!asked.budget().isEmpty()) {
      Path budget = Path.of(asked.budget());
      ProgramAssert program = new ProgramAssert(Path.of(asked.program()));
      if (asked.baseline().isEmpty()) {
        program.keepsBudget(budget);
      } else {
        program.keepsBudget(budget, Path.of(asked.baseline()));
      }
    }
  }

  private static ProgramBudget asked(ExtensionContext context) {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      ProgramBudget asked = type.getAnnotation(ProgramBudget.class);
      if (asked != null) {
        return asked;
      }
    }
    throw new ExtensionConfigurationException("expected @ProgramBudget on the class, found none");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProgramAssert.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new ProgramAssert(Path.of(asked(context).program()));
  }
}
