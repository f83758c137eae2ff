/** Weighs compiled programs: attributes every byte of a file. */
module dev.weighbridge {
  requires transitive dev.weighbridge.formats;
  requires transitive dev.weighbridge.demangle;
  requires org.slf4j;
  requires tools.jackson.core;
}
