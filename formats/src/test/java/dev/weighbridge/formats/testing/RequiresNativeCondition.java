package dev.weighbridge.formats.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test with {@link RequiresNative} runs here. */
final class RequiresNativeCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!Boolean.getBoolean("weighbridge.native")) {
      return ConditionEvaluationResult.disabled("runs with -Dweighbridge.native=true only");
    }
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresNative.class)
        .map(RequiresNativeCondition::tools)
        .orElseGet(() -> ConditionEvaluationResult.enabled("no tool asked for"));
  }

  private static ConditionEvaluationResult tools(RequiresNative needed) {
    for (String tool : needed.value()) {
      if (!NativeTool.isInstalled(tool)) {
        return ConditionEvaluationResult.disabled("needs " + tool + ", which is not installed");
      }
    }
    return ConditionEvaluationResult.enabled("all tools are installed");
  }
}
