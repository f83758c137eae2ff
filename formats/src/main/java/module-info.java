/** Parsers for compiled files: what a file says, typed, each record with its file range. */
module dev.weighbridge.formats {
  requires kaitai.struct.runtime;
  requires org.slf4j;
  requires aircompressor;
  requires org.tukaani.xz;

  exports dev.weighbridge.formats;
}
