package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleSet;
import dev.weighbridge.lint.advice.AdvisedRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with the library, in the order in which one would follow their advice. */
public final class SizeAdvisor implements RuleSet {
  /** The rules. */
  public SizeAdvisor() {}

  @Override
  public List<Rule> rules() {
    return Stream.of(
            new DebugBuild(),
            new StripDebug(),
            new DebugCompression(),
            new DebugRepeats(),
            new DebugDetail(),
            new DebugSplit(),
            new StripSymbols(),
            new LinkTimeOptimization(),
            new OptimizeForSize(),
            new PanicUnwind(),
            new PrebuiltStd(),
            new BacktraceSymboliser(),
            new PanicFormatting(),
            new PanicLocationDetails(),
            new UnwindTables(),
            new DeadExceptionTables(),
            new DebugFormatting(),
            new FormattingInTiny(),
            new FloatFormatting(),
            new BundledAllocator(),
            new PreferDynamic(),
            new RepeatedCrates(),
            new PackageVersions(),
            new DefaultFeatures(),
            new OptionalFeatures(),
            new HeavyCrates(),
            new CostlyGenerics(),
            new UnreferencedCode(),
            new IdenticalFunctions(),
            new DuplicateData(),
            new LargeConstants(),
            new PackRelocations(),
            new SectionPadding(),
            new HashStyle(),
            new LeakedPaths(),
            new PackedFile(),
            new Compression(),
            new WasmOptimizer(),
            new WasmSections(),
            new WasmZeroData(),
            new PageRounding(),
            new PeDebugDirectory(),
            new PeBaseRelocations(),
            new BarePanicFormatting(),
            new BareFloatPrinting(),
            new BareUnwindTables(),
            new MemoryFunctions(),
            new CoreCopies(),
            new SectionOrder(),
            new RegionHoles())
        .map(AdvisedRule::of)
        .toList();
  }
}
