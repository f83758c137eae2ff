package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleSet;
import dev.weighbridge.lint.advice.AdvisedRule;
import dev.weighbridge.lint.rules.build.DebugBuild;
import dev.weighbridge.lint.rules.build.LinkTimeOptimization;
import dev.weighbridge.lint.rules.build.OptimizeForSize;
import dev.weighbridge.lint.rules.build.PrebuiltStd;
import dev.weighbridge.lint.rules.build.PreferDynamic;
import dev.weighbridge.lint.rules.build.UnreferencedCode;
import dev.weighbridge.lint.rules.copies.CoreCopies;
import dev.weighbridge.lint.rules.copies.CostlyGenerics;
import dev.weighbridge.lint.rules.copies.DuplicateData;
import dev.weighbridge.lint.rules.copies.IdenticalFunctions;
import dev.weighbridge.lint.rules.copies.MemoryFunctions;
import dev.weighbridge.lint.rules.crates.BundledAllocator;
import dev.weighbridge.lint.rules.crates.DefaultFeatures;
import dev.weighbridge.lint.rules.crates.HeavyCrates;
import dev.weighbridge.lint.rules.crates.OptionalFeatures;
import dev.weighbridge.lint.rules.crates.PackageVersions;
import dev.weighbridge.lint.rules.crates.RepeatedCrates;
import dev.weighbridge.lint.rules.debug.DebugCompression;
import dev.weighbridge.lint.rules.debug.DebugDetail;
import dev.weighbridge.lint.rules.debug.DebugRepeats;
import dev.weighbridge.lint.rules.debug.DebugSplit;
import dev.weighbridge.lint.rules.debug.LeakedPaths;
import dev.weighbridge.lint.rules.debug.PeDebugDirectory;
import dev.weighbridge.lint.rules.debug.StripDebug;
import dev.weighbridge.lint.rules.debug.StripSymbols;
import dev.weighbridge.lint.rules.panics.BacktraceSymboliser;
import dev.weighbridge.lint.rules.panics.BareFloatPrinting;
import dev.weighbridge.lint.rules.panics.BarePanicFormatting;
import dev.weighbridge.lint.rules.panics.BareUnwindTables;
import dev.weighbridge.lint.rules.panics.DeadExceptionTables;
import dev.weighbridge.lint.rules.panics.DebugFormatting;
import dev.weighbridge.lint.rules.panics.FloatFormatting;
import dev.weighbridge.lint.rules.panics.FormattingInTiny;
import dev.weighbridge.lint.rules.panics.PanicFormatting;
import dev.weighbridge.lint.rules.panics.PanicLocationDetails;
import dev.weighbridge.lint.rules.panics.PanicUnwind;
import dev.weighbridge.lint.rules.panics.UnwindTables;
import dev.weighbridge.lint.rules.sections.Compression;
import dev.weighbridge.lint.rules.sections.HashStyle;
import dev.weighbridge.lint.rules.sections.LargeConstants;
import dev.weighbridge.lint.rules.sections.PackRelocations;
import dev.weighbridge.lint.rules.sections.PackedFile;
import dev.weighbridge.lint.rules.sections.PageRounding;
import dev.weighbridge.lint.rules.sections.PeBaseRelocations;
import dev.weighbridge.lint.rules.sections.RegionHoles;
import dev.weighbridge.lint.rules.sections.SectionOrder;
import dev.weighbridge.lint.rules.sections.SectionPadding;
import dev.weighbridge.lint.rules.wasm.WasmOptimizer;
import dev.weighbridge.lint.rules.wasm.WasmSections;
import dev.weighbridge.lint.rules.wasm.WasmZeroData;
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
