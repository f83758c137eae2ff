package dev.weighbridge.bodies;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.work.Work;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Hashes the bodies of one image, one after another. */
final class BodyHasher {
  /**
   * Bytes that are read at once. No function is as large; of data that is, only the bytes count.
   */
  private static final int MAX_READ = 1 << 24;

  private final Partition partition;
  private final Bytes file;
  private final @Nullable InstructionCursor cursor;
  private final BodyRelocations relocations;
  private final AddressMap map;
  private final BodyPlaces places;
  private byte[] buffer = new byte[0];
  private ByteBuffer words = ByteBuffer.wrap(buffer);
  private long hash;
  private long maskedHash;

  BodyHasher(Attribution attribution, int image, BodyType type) {
    BinaryImage facts = attribution.file().images().get(image);
    partition = attribution.partition();
    file = attribution.file().bytes();
    cursor = type == BodyType.CODE ? InstructionSets.cursor(facts).orElse(null) : null;
    map = attribution.addressMap(image);
    relocations = new BodyRelocations(attribution, image);
    places = new BodyPlaces(partition, map, facts.isRelocatable());
    reserve(1 << 16);
  }

  private void reserve(int length) {
    if (buffer.length < length + InstructionCursor.SLACK) {
      buffer = new byte[Math.max(length + InstructionCursor.SLACK, 2 * buffer.length)];
      words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Hashes a body; then the other methods tell about it. */
  void hash(BodySpans spans, int body) {
    hash = spans.size(body);
    maskedHash = hash;
    places.start(spans, body);
    for (int i = 0; i < spans.spanCount(body); i++) {
      int span = spans.span(body, i);
      long end = partition.end(span);
      for (long at = partition.start(span); at < end; at += MAX_READ) {
        Work.check();
        read(at, (int) Math.min(MAX_READ, end - at));
      }
    }
  }

  private void read(long start, int length) {
    reserve(length);
    file.copy(start, buffer, 0, length);
    if (cursor == null) {
      hash = bytes(hash, 0, length);
    }
    long found = relocations.mask(start, length, buffer);
    if (found != 0) {
      hash = HashMixer.mix(hash, found);
    }
    if (cursor == null) {
      maskedHash = bytes(maskedHash, 0, length);
    } else {
      code(cursor, start, length);
    }
  }

  /** Bytes that are no instructions count as they are, up to the end. */
  private void code(InstructionCursor reader, long start, int length) {
    long mixed = maskedHash;
    long exact = hash;
    reader.start(buffer, 0, length, map.address(start));
    places.read(start);
    while (reader.next()) {
      long fingerprint = reader.fingerprint();
      mixed = HashMixer.mix(mixed, fingerprint);
      boolean isTold =
          places.areTold(reader) && !relocations.wrote(reader.position(), reader.end());
      exact = HashMixer.mix(exact, fingerprint + (isTold ? places.of(reader) : bits(reader)));
    }
    maskedHash = bytes(mixed, reader.position(), length);
    hash = bytes(exact, reader.position(), length);
  }

  /** The bits of an instruction, of whose first eight bytes a fingerprint may leave some out. */
  private long bits(InstructionCursor reader) {
    long bits = words.getLong(reader.position());
    return reader.length() < Long.BYTES ? bits & ((1L << (8 * reader.length())) - 1) : bits;
  }

  private long bytes(long seed, int from, int to) {
    long mixed = seed;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      mixed = HashMixer.mix(mixed, words.getLong(at));
    }
    if (at < to) {
      long rest = 0;
      for (; at < to; at++) {
        rest = (rest << 8) | (buffer[at] & 0xFF);
      }
      mixed = HashMixer.mix(mixed, rest);
    }
    return mixed;
  }

  /** Hash of the instructions and where they lead; of data, of the bytes and what they point to. */
  long hash() {
    return hash;
  }

  /** The same without what is relative to the place. */
  long maskedHash() {
    return maskedHash;
  }
}
