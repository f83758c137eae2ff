/** Weighs compiled programs: attributes every byte of a file. */
module dev.weighbridge {
  requires transitive dev.weighbridge.formats;
  requires transitive dev.weighbridge.demangle;
  requires org.slf4j;
  requires tools.jackson.core;

  exports dev.weighbridge;
  exports dev.weighbridge.attribution;
  exports dev.weighbridge.crates;
  exports dev.weighbridge.dimension;
  exports dev.weighbridge.duplicates;
  exports dev.weighbridge.generics;
  exports dev.weighbridge.report;
  exports dev.weighbridge.tree;
}
