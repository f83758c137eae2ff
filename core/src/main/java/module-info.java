/** Weighs compiled programs: attributes every byte of a file. */
module dev.weighbridge {
  requires transitive dev.weighbridge.formats;
  requires transitive dev.weighbridge.demangle;
  requires org.slf4j;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.toml;

  exports dev.weighbridge;
  exports dev.weighbridge.attribution;
  exports dev.weighbridge.category;
  exports dev.weighbridge.config;
  exports dev.weighbridge.crates;
  exports dev.weighbridge.dimension;
  exports dev.weighbridge.report;
  exports dev.weighbridge.tree;
}
