package dev.weighbridge.packages.content;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The SHA-256 of contents, by entry. */
public final class ContentHashes {
  private static final int BUFFER = 1 << 16;

  private final Map<Integer, String> hashes = new HashMap<>();
  private final byte[] buffer = new byte[BUFFER];

  /** Hashes contents that can be read anywhere. */
  public void add(int entry, Bytes bytes) {
    MessageDigest digest = sha256();
    for (long at = 0; at < bytes.length(); at += buffer.length) {
      int part = (int) Math.min(buffer.length, bytes.length() - at);
      bytes.copy(at, buffer, 0, part);
      digest.update(buffer, 0, part);
    }
    put(entry, digest);
  }

  /** Hashes contents of which some were read. */
  public void add(int entry, byte[] head, int count, ContentStream rest) throws IOException {
    MessageDigest digest = sha256();
    digest.update(head, 0, count);
    for (int read = rest.read(buffer, 0, buffer.length);
        read >= 0;
        read = rest.read(buffer, 0, buffer.length)) {
      Work.check();
      digest.update(buffer, 0, read);
    }
    put(entry, digest);
  }

  private void put(int entry, MessageDigest digest) {
    hashes.put(entry, HexFormat.of().formatHex(digest.digest()));
  }

  /** Forgets the hashes of entries from one on: the package that they were in is damaged. */
  public void withdraw(int first) {
    hashes.keySet().removeIf(entry -> entry >= first);
  }

  /** The hash of an entry's contents; empty if it has none. */
  public String of(int entry) {
    return hashes.getOrDefault(entry, "");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
