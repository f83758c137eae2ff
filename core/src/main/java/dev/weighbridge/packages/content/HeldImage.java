package dev.weighbridge.packages.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An image that a file holds, maybe beside others.
 *
 * @param names what it is called: tags, as they are written
 * @param platform what it runs on, {@code linux/arm64/v8}; empty if that is not told
 * @param digest in hexadecimal digits, of its manifest, or of its configuration where it has none
 * @param config the file that is its configuration
 * @param layers the files that are its layers, the lowest first
 * @param documents the files that are about it, its configuration among them
 */
public record HeldImage(
    List<String> names,
    String platform,
    String digest,
    String config,
    List<String> layers,
    Set<String> documents) {
  /** Digits of a digest that people are shown, and fewest by which it is known. */
  private static final int SHOWN = 12;

  private static final int FEWEST = 4;
  private static final String SHA_256 = "sha256:";

  public HeldImage {
    names = List.copyOf(names);
    layers = List.copyOf(layers);
    documents = Set.copyOf(documents);
  }

  /** The same image with more names. */
  public HeldImage called(List<String> more) {
    List<String> all = new ArrayList<>(names);
    more.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return new HeldImage(all, platform, digest, config, layers, documents);
  }

  /** Whether a word means it: a name, a platform or the begin of one, the begin of a digest. */
  public boolean isMeantBy(String word) {
    String digits = word.startsWith(SHA_256) ? word.substring(SHA_256.length()) : word;
    return names.contains(word)
        || platform.equals(word)
        || platform.startsWith(word + "/")
        || (digits.length() >= FEWEST && digest.startsWith(digits));
  }

  /** What it is called, what it runs on, and its digest. */
  public String label() {
    List<String> words = new ArrayList<>(names);
    if (!platform.isEmpty()) {
      words.add(platform);
    }
    words.add(SHA_256 + digest.substring(0, Math.min(SHOWN, digest.length())));
    return String.join(" ", words);
  }
}
