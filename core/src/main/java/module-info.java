import org.jspecify.annotations.NullMarked;

/** Weighs compiled programs: attributes every byte of a file. */
@NullMarked
module dev.weighbridge {
  requires transitive dev.weighbridge.formats;
  requires transitive dev.weighbridge.demangle;
  requires tools.jackson.core;
  requires org.tukaani.xz;
  requires tools.jackson.dataformat.toml;
  requires static org.jspecify;

  exports dev.weighbridge;
  exports dev.weighbridge.attribution;
  exports dev.weighbridge.budget;
  exports dev.weighbridge.cargo;
  exports dev.weighbridge.category;
  exports dev.weighbridge.config;
  exports dev.weighbridge.crates;
  exports dev.weighbridge.dependencies;
  exports dev.weighbridge.diff;
  exports dev.weighbridge.dimension;
  exports dev.weighbridge.document;
  exports dev.weighbridge.history;
  exports dev.weighbridge.inlines;
  exports dev.weighbridge.libraries;
  exports dev.weighbridge.lint;
  exports dev.weighbridge.llvmlines;
  exports dev.weighbridge.measure;
  exports dev.weighbridge.packages;
  exports dev.weighbridge.plugin;
  exports dev.weighbridge.project;
  exports dev.weighbridge.query;
  exports dev.weighbridge.region;
  exports dev.weighbridge.rows;
  exports dev.weighbridge.rustc;
  exports dev.weighbridge.shipped;
  exports dev.weighbridge.table;
  exports dev.weighbridge.duplicates;
  exports dev.weighbridge.generics;
  exports dev.weighbridge.graph;
  exports dev.weighbridge.report;
  exports dev.weighbridge.report.answer;
  exports dev.weighbridge.report.check;
  exports dev.weighbridge.report.copies;
  exports dev.weighbridge.report.dependencies;
  exports dev.weighbridge.report.diff;
  exports dev.weighbridge.report.graph;
  exports dev.weighbridge.report.history;
  exports dev.weighbridge.report.inlines;
  exports dev.weighbridge.report.inspect;
  exports dev.weighbridge.report.lint;
  exports dev.weighbridge.report.llvmlines;
  exports dev.weighbridge.report.packages;
  exports dev.weighbridge.report.rustc;
  exports dev.weighbridge.report.size;
  exports dev.weighbridge.report.table;
  exports dev.weighbridge.tree;

  uses dev.weighbridge.formats.spi.BinaryFormat;
  uses dev.weighbridge.lint.RuleSet;
  uses dev.weighbridge.plugin.Plugin;

  provides dev.weighbridge.lint.RuleSet with
      dev.weighbridge.lint.rules.SizeAdvisor;
}
