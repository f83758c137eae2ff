package dev.weighbridge.crates.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Cuts of programs in which each letter is a function: {@code m} mentions the program, {@code s}
 * the standard library, other letters other crates, a dot nothing.
 */
class LinkOrderCutTest {
  private static final List<SourcePath> PATHS =
      List.of(
          new SourcePath(SourcePath.Origin.LOCAL, ""),
          new SourcePath(SourcePath.Origin.STANDARD, "core"),
          new SourcePath(SourcePath.Origin.REGISTRY, "a"),
          new SourcePath(SourcePath.Origin.REGISTRY, "b"),
          new SourcePath(SourcePath.Origin.REGISTRY, "c"));

  private static final String LETTERS = "msabc";
  private static final int NOT_KNOWN = -1;

  private static String cut(String functions) {
    return cut(functions, Atoms.single(functions.length()), NOT_KNOWN);
  }

  /** The letter of the crate of each function. */
  private static String cut(String functions, Atoms atoms, int main) {
    Candidates candidates = new Candidates(PATHS);
    Mentions.Builder mentions = new Mentions.Builder(functions.length(), candidates.count());
    for (int function = 0; function < functions.length(); function++) {
      int path = LETTERS.indexOf(functions.charAt(function));
      if (path >= 0) {
        mentions.add(function, candidates.ofPath(path), function);
      }
    }
    int[] crates = new LinkOrderCut(mentions.build(), atoms, 0).find(candidates, main);
    StringBuilder text = new StringBuilder();
    for (int crate : crates) {
      int path =
          IntStream.range(0, PATHS.size())
              .filter(row -> candidates.ofPath(row) == crate)
              .findFirst()
              .orElse(-1);
      text.append(path < 0 ? '.' : LETTERS.charAt(path));
    }
    return text.toString();
  }

  @Test
  void cratesLieOneBehindTheOther() {
    assertThat(cut("m.mamm" + "a.a.aa" + "bb.b" + "s.s"))
        .isEqualTo("mmmmmm" + "aaaaaa" + "bbbb" + "sss");
  }

  @Test
  void whatIsOnlyInlinedHasNoRun() {
    // b is mentioned within a only; so it has no code of its own.
    assertThat(cut("mm" + "aabaabaa" + "ss")).isEqualTo("mm" + "aaaaaaaa" + "ss");
    assertThat(cut("mbbm" + "aa" + "ss")).isEqualTo("mmmm" + "aa" + "ss");
  }

  @Test
  void whatLiesBetweenRunsIsNobodys() {
    assertThat(cut("mm" + ".." + "aa" + ".." + "bb" + "." + "ss")).isEqualTo("mm..aa..bb.ss");
  }

  @Test
  void whatLiesBehindTheStandardLibraryIsNobodys() {
    assertThat(cut("mm" + "aa" + "s.s" + "..")).isEqualTo("mm" + "aa" + "sss" + "..");
  }

  @Test
  void callsToLowerAddressesTieFunctionsTogether() {
    int[] lastCaller = new int[8];
    Arrays.fill(lastCaller, -1);
    lastCaller[1] = 3;
    lastCaller[5] = 7;
    Atoms atoms = Atoms.of(lastCaller, 0);
    assertThat(cut("mm" + "...." + "s.", atoms, NOT_KNOWN)).isEqualTo("mmmm." + "sss");
  }

  @Test
  void runsThatOverlapAreOneAtom() {
    Atoms atoms = Atoms.of(new int[] {2, 4, -1, -1, -1, -1}, 0);
    assertThat(atoms.first(4)).isEqualTo(0);
    assertThat(atoms.last(0)).isEqualTo(4);
    assertThat(atoms.first(5)).isEqualTo(5);
  }

  @Test
  void nothingBeforeTheBorderIsTied() {
    Atoms atoms = Atoms.of(new int[] {5, -1, 3, -1, -1, -1}, 2);
    assertThat(atoms.last(0)).isEqualTo(0);
    assertThat(atoms.last(2)).isEqualTo(3);
  }

  @Test
  void mainIsOfTheProgram() {
    assertThat(cut("a.a.." + "aa" + "ss", Atoms.single(9), 4)).isEqualTo("mmmmm" + "aa" + "ss");
    // Without it, only the end of the first crate is known.
    assertThat(cut("a.a.." + "aa" + "ss")).isEqualTo("......a" + "ss");
  }

  @Test
  void ofTwoInOneAtomThatWithMoreLocationsHasCompiledIt() {
    int[] lastCaller = new int[12];
    Arrays.fill(lastCaller, -1);
    lastCaller[2] = 9;
    assertThat(cut("mm" + "aabaaaab" + "ss", Atoms.of(lastCaller, 0), NOT_KNOWN))
        .isEqualTo("mm" + "aaaaaaaa" + "ss");
  }

  @Test
  void programsWithoutAnythingToldAreLeftAlone() {
    assertThat(cut("")).isEmpty();
    assertThat(cut("....")).isEqualTo("....");
    assertThat(cut("s.s.")).isEqualTo("....");
  }
}
