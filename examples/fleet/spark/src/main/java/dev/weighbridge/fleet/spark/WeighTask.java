package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.Content;
import dev.weighbridge.fleet.ContentWeigher;
import dev.weighbridge.fleet.Outcome;
import dev.weighbridge.fleet.SpoolFile;
import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Weighs one file where Spark wants it. The file is copied to the disk there and mapped, its rows
 * go from there to the spool of the store as they come: the heap has what is known of one file.
 *
 * @param spool the address of the spool
 * @param levels how deep rows go
 * @param largest files of more bytes are not weighed
 * @param known contents that are weighed already
 */
record WeighTask(
    String spool,
    String levels,
    long largest,
    Broadcast<Set<String>> known,
    Broadcast<SerializableConfiguration> configuration)
    implements FlatMapFunction<HadoopFile, Outcome> {
  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Outcome> call(HadoopFile file) throws IOException {
    String hash = "";
    if (file.size() > largest) {
      String error = "expected at most " + largest + " bytes, found " + file.size();
      return List.of(new Outcome(file.name(), "", file.size(), error)).iterator();
    }
    Path folder = Files.createTempDirectory("fleet");
    try {
      Path local = folder.resolve("file");
      URI uri = URI.create(file.address());
      if (isSpecial(uri)) {
        if (!file.isGiven()) {
          return List.<Outcome>of().iterator();
        }
        throw new IOException(uri + ": expected a regular file, found another");
      }
      Configuration hadoop = configuration.value().value();
      try (InputStream in = open(uri, hadoop)) {
        Files.copy(in, local);
      }
      Content content = Content.open(local);
      if (!file.isGiven() && !content.isWeighable()) {
        return List.<Outcome>of().iterator();
      }
      hash = content.hash();
      if (!known.value().contains(hash)) {
        weigh(content, hash, folder, hadoop);
      }
      return List.of(new Outcome(file.name(), hash, file.size(), "")).iterator();
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | InternalError
        | OutOfMemoryError e) {
      return List.of(Outcome.failed(file.name(), hash, file.size(), e)).iterator();
    } finally {
      delete(folder);
    }
  }

  /** A pipe would be waited for; Hadoop calls everything here a file that is no directory. */
  private static boolean isSpecial(URI address) {
    if (!isLocal(address)) {
      return false;
    }
    Path path = Path.of(address);
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  private static boolean isLocal(URI address) {
    return "file".equals(address.getScheme());
  }

  /** Hadoop looks for checksums beside a file here, and cannot if its name has a colon. */
  private static InputStream open(URI address, Configuration hadoop) throws IOException {
    if (isLocal(address)) {
      return Files.newInputStream(Path.of(address));
    }
    var path = new org.apache.hadoop.fs.Path(address);
    return path.getFileSystem(hadoop).open(path);
  }

  private void weigh(Content content, String hash, Path folder, Configuration hadoop)
      throws IOException {
    Path rows = folder.resolve(hash + HadoopStore.ROWS);
    Path bodies = folder.resolve(hash + HadoopStore.BODIES);
    try (SpoolFile rowLines = new SpoolFile(rows);
        SpoolFile bodyLines = new SpoolFile(bodies)) {
      new ContentWeigher(TableShape.USUAL.by(levels)).weigh(content, hash, rowLines, bodyLines);
    }
    put(bodies, hadoop);
    put(rows, hadoop);
  }

  private void put(Path lines, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path target =
        new org.apache.hadoop.fs.Path(spool, String.valueOf(lines.getFileName()));
    FileSystem system = target.getFileSystem(hadoop);
    // Two tasks may weigh equal files at once; their lines are equal, too.
    org.apache.hadoop.fs.Path partial = target.suffix("-" + java.util.UUID.randomUUID());
    try (var out = system.create(partial, true)) {
      Files.copy(lines, out);
    }
    if (!system.rename(partial, target)) {
      system.delete(partial, false);
      if (!system.exists(target)) {
        throw new IOException(target + ": expected to write it, found that it cannot be renamed");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path one : inside) {
        Files.delete(one);
      }
    }
    Files.delete(folder);
  }
}
