package dev.weighbridge.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of firmware lead where a disassembler says, and nowhere else. */
class FirmwareGraphTest {
  private static Attribution attribution(String name) {
    return BinaryModel.of(name, Fixtures.bytes("firmware/" + name), OpenOptions.DEFAULT)
        .attribution();
  }

  private static Set<String> edges(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Set<String> found = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
        int target = graph.target(edge);
        if (isFunction(graph, node) && isFunction(graph, target)) {
          found.add(address(attribution, graph, node) + " " + address(attribution, graph, target));
        }
      }
    }
    return found;
  }

  private static boolean isFunction(ReferenceGraph graph, int node) {
    return graph.owner(node) != GraphNodes.NONE && graph.codeSize(node) > 0;
  }

  private static String address(Attribution attribution, ReferenceGraph graph, int node) {
    return Long.toHexString(attribution.address(graph.firstSpan(node)));
  }

  private static Set<String> truth(String name) throws IOException {
    String resource = "/graph/" + name + ".edges.txt";
    try (InputStream stream = FirmwareGraphTest.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
      return new TreeSet<>(text.lines().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm", "thumb1", "thumb2", "blink-v0", "rv32", "rv64"})
  void edgesAreWhatADisassemblerPrints(String name) throws IOException {
    assertThat(edges(attribution(name + ".elf"))).isEqualTo(truth(name));
  }

  /** The compiler's helper for remainders came along with that for quotients; nothing calls it. */
  @Test
  void whatNothingLeadsToIsTold() {
    Attribution attribution = attribution("thumb1.elf");
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Reachability reached = Reachability.of(graph);
    Set<String> unneeded = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!reached.isReached(node) && isFunction(graph, node)) {
        unneeded.add(graph.text(node));
      }
    }
    assertThat(unneeded).containsExactly("__aeabi_idivmod");
  }

  /** Without its section headers (gABI, figure 4-3) a program has no mapping symbols either. */
  @Test
  void strippedFilesAreRefused() {
    byte[] file = Fixtures.array("elf/c-armhf");
    Arrays.fill(file, 32, 36, (byte) 0);
    Arrays.fill(file, 48, 52, (byte) 0);
    Attribution attribution =
        BinaryModel.of("stripped", Bytes.of(file), OpenOptions.DEFAULT).attribution();
    assertThatThrownBy(() -> ReferenceGraph.completeOf(attribution))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith(
            "found code of arm that does not say where Thumb code and data are ($t, $d)");
  }

  /** It has mapping symbols, but its code is not in the order that is read. */
  @Test
  void theOtherOrderOfBytesIsNamed() {
    Attribution attribution =
        BinaryModel.of("eb", Fixtures.bytes("firmware/unloaded-eb.elf"), OpenOptions.DEFAULT)
            .attribution();
    assertThatThrownBy(() -> ReferenceGraph.completeOf(attribution))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith("found code of big-endian arm");
  }

  /** What nothing leads to in a program of GCC is what its start-up files bring along. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-i686 _fp_hw",
        "c-riscv64 _IO_stdin_used",
        "c-armhf _IO_stdin_used",
        "c-s390x _IO_stdin_used",
        "c-ppc64le _IO_stdin_used"
      })
  void programsOfOtherMachinesNeedTheirData(String line) {
    String name = line.substring(0, line.indexOf(' '));
    Attribution attribution =
        BinaryModel.of(name, Fixtures.bytes("elf/" + name), OpenOptions.DEFAULT).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Reachability reached = Reachability.of(graph);
    Set<String> unneeded = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!reached.isReached(node) && graph.owner(node) != GraphNodes.NONE) {
        unneeded.add(graph.text(node));
      }
    }
    assertThat(unneeded).containsExactly(line.substring(name.length() + 1));
  }

  @Test
  void tablesOfVectorsAreEntered() {
    ReferenceGraph graph = ReferenceGraph.of(attribution("thumb2.elf"));
    Set<String> entered = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.rootReason(node).filter(RootReason.ENTRY_POINT::equals).isPresent()) {
        entered.add(graph.text(node));
      }
    }
    assertThat(entered).containsExactly("Reset_Handler", "vectors");
  }
}
