/** A tool that weighs programs and brings rules of its own. */
module org.example.weighing {
  requires dev.weighbridge;

  provides dev.weighbridge.lint.RuleSet with
      org.example.weighing.HouseRules;
}
