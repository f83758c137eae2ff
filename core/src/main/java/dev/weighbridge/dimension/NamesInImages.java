package dev.weighbridge.dimension;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.columns.Order;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Names of things of which every image of a file has its own, such as sections: where several
 * images have one of a name, the image is said with it, {@code __text (arm64e)}.
 */
final class NamesInImages {
  private final BinaryFile file;
  private final long[] firsts;
  private final Set<String> shared = new HashSet<>();

  /**
   * Looks which names several images have.
   *
   * @param count how many such things an image has
   * @param name the name of one of an image, by its number there
   */
  NamesInImages(
      BinaryFile file,
      ToIntFunction<BinaryImage> count,
      BiFunction<BinaryImage, Integer, String> name) {
    this.file = file;
    List<BinaryImage> images = file.images();
    firsts = new long[images.size()];
    Map<String, Integer> homes = new HashMap<>();
    int first = 0;
    for (int number = 0; number < firsts.length; number++) {
      firsts[number] = first;
      int ofImage = count.applyAsInt(images.get(number));
      for (int row = 0; row < ofImage && firsts.length > 1; row++) {
        String text = name.apply(images.get(number), row);
        Integer home = homes.putIfAbsent(text, number);
        if (home != null && home != number) {
          shared.add(text);
        }
      }
      first += ofImage;
    }
  }

  /** The text for one of them, counted through all images. */
  String text(int number, String name) {
    if (!shared.contains(name)) {
      return name;
    }
    return name + image(file.images().get(Order.lastAtOrBefore(firsts, number)));
  }

  /** The name of the file is left out, so that two builds of an archive have the same labels. */
  private String image(BinaryImage image) {
    String name = image.name();
    String inside = name.startsWith(file.name()) ? name.substring(file.name().length()) : name;
    if (inside.isEmpty()) {
      return "";
    }
    return inside.startsWith("(") ? " " + inside : " (" + inside + ")";
  }
}
