package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command as a program of its own, made of the classes that tests run on. */
public final class Launcher {
  private Launcher() {}

  /** Writes it into a folder; it refuses to run where a token is left in its environment. */
  public static Path in(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        "#!/bin/sh\n[ -z \"${WB_TOKEN:-}\" ] || exit 9\nexec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("java.class.path")
            + "' dev.weighbridge.cli.Weighbridge \"$@\"\n";
    Path command = Files.writeString(folder.resolve("weighbridge"), script);
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return command;
  }
}
