package dev.weighbridge.formats.isa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What objdump's mnemonics of a machine mean for the flow; the first pattern that fits counts. */
final class ObjdumpFlow {
  private static final Map<Pattern, Integer> X86 = new LinkedHashMap<>();
  private static final Map<Pattern, Integer> AARCH64 = new LinkedHashMap<>();
  private static final Map<Pattern, Integer> RISCV = new LinkedHashMap<>();
  private static final Map<Pattern, Integer> S390X = new LinkedHashMap<>();

  private static final Map<Pattern, Integer> POWER = new LinkedHashMap<>();
  private static final Map<Pattern, Integer> LOONGARCH = new LinkedHashMap<>();
  private static final Map<Pattern, Integer> ARM = new LinkedHashMap<>();

  private static final String CONDITIONS = "(eq|ne|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|hs|lo)";

  private static final Map<String, Map<Pattern, Integer>> CANDIDATES = new ConcurrentHashMap<>();

  static {
    X86.put(Pattern.compile("l?jmp\\w? \\*.*|ljmp.*"), Flow.INDIRECT);
    X86.put(Pattern.compile("jmp\\w? .*"), Flow.BRANCH);
    X86.put(Pattern.compile("l?call\\w? .*"), Flow.CALL);
    X86.put(Pattern.compile("(l?ret|iret|sysret|sysexit)[wlq]? .*|rsm .*"), Flow.RETURN);
    X86.put(Pattern.compile("(j|loop)\\w+ .*|loop .*|xbegin\\w? .*"), Flow.CONDITIONAL);
    X86.put(Pattern.compile("(ud[012]\\w?|int[13]|hlt) .*"), Flow.TRAP);
    AARCH64.put(Pattern.compile("b .*"), Flow.BRANCH);
    AARCH64.put(Pattern.compile("bl\\w* .*"), Flow.CALL);
    AARCH64.put(Pattern.compile("br\\w* (?!#).*"), Flow.INDIRECT);
    AARCH64.put(Pattern.compile("(ret|eret)\\w* .*"), Flow.RETURN);
    AARCH64.put(Pattern.compile("(bc?\\.\\w+|cbn?z|tbn?z) .*"), Flow.CONDITIONAL);
    AARCH64.put(Pattern.compile("(brk|hlt|udf) .*"), Flow.TRAP);
    RISCV.put(Pattern.compile("j .*"), Flow.BRANCH);
    RISCV.put(Pattern.compile("jalr? .*"), Flow.CALL);
    RISCV.put(Pattern.compile("(ret|[msu]ret) .*|jr (ra|t0)"), Flow.RETURN);
    RISCV.put(Pattern.compile("jr .*"), Flow.INDIRECT);
    RISCV.put(Pattern.compile("b(eq|ne|lt|ge|gt|le)\\w* .*"), Flow.CONDITIONAL);
    RISCV.put(Pattern.compile("(ebreak|unimp) .*"), Flow.TRAP);
    ARM.put(Pattern.compile("(blx?" + CONDITIONS + "?(\\.[nw])?|blx?) .*"), Flow.CALL);
    ARM.put(Pattern.compile("b(\\.[nw])? .*"), Flow.BRANCH);
    ARM.put(Pattern.compile("(b" + CONDITIONS + "(\\.[nw])?|cbn?z) .*"), Flow.CONDITIONAL);
    ARM.put(Pattern.compile("bx" + CONDITIONS + " .*"), Flow.CONDITIONAL);
    ARM.put(Pattern.compile("bx lr"), Flow.RETURN);
    ARM.put(Pattern.compile("bx .*|tb[bh] .*"), Flow.INDIRECT);
    String restored = "(\\.w)? .*pc[,}].*";
    ARM.put(Pattern.compile("(pop|ldmia|ldmfd)" + CONDITIONS + restored), Flow.CONDITIONAL);
    ARM.put(Pattern.compile("pop" + restored), Flow.RETURN);
    ARM.put(Pattern.compile("ldr(\\.w)? pc, \\[sp.*|ldm\\w*(\\.w)? sp.*pc.*"), Flow.RETURN);
    ARM.put(Pattern.compile("ldm\\w*(\\.w)? .*pc.*"), Flow.INDIRECT);
    ARM.put(Pattern.compile("(ldr|add)" + CONDITIONS + "(\\.w)? pc, .*"), Flow.CONDITIONAL);
    ARM.put(Pattern.compile("(mov|rfe\\w*|subs)(\\.w)? pc, lr.*"), Flow.RETURN);
    ARM.put(Pattern.compile("(ldr|add|mov|sub)(\\.w)? pc, .*"), Flow.INDIRECT);
    ARM.put(Pattern.compile("(udf|bkpt|hlt)(\\.w)? .*"), Flow.TRAP);
    POWER.put(Pattern.compile("bcl 20,4\\*cr7\\+so,.*"), Flow.NEXT);
    POWER.put(Pattern.compile("b[lc]trl.*|bl .*|blrl.*"), Flow.CALL);
    POWER.put(Pattern.compile("ba? .*"), Flow.BRANCH);
    POWER.put(Pattern.compile("blr .*|rfid .*|hrfid .*|rfscv .*"), Flow.RETURN);
    POWER.put(Pattern.compile("bctr .*|btar .*"), Flow.INDIRECT);
    POWER.put(Pattern.compile("trap .*"), Flow.TRAP);
    POWER.put(
        Pattern.compile("b(lt|gt|eq|ge|le|ne|so|ns|un|nu|d\\w+|c)\\w*[+-]? .*"), Flow.CONDITIONAL);
    LOONGARCH.put(Pattern.compile("b .*"), Flow.BRANCH);
    LOONGARCH.put(Pattern.compile("bl .*"), Flow.CALL);
    LOONGARCH.put(Pattern.compile("ret .*"), Flow.RETURN);
    LOONGARCH.put(Pattern.compile("jr .*"), Flow.INDIRECT);
    LOONGARCH.put(Pattern.compile("jirl \\$zero.*"), Flow.INDIRECT);
    LOONGARCH.put(Pattern.compile("jirl .*"), Flow.CALL);
    LOONGARCH.put(Pattern.compile("b(eq|ne|lt|ge|gt|le|c)\\w* .*"), Flow.CONDITIONAL);
    LOONGARCH.put(Pattern.compile("(break|ud) .*"), Flow.TRAP);
    LOONGARCH.put(Pattern.compile("amswap\\.w \\$zero, \\$\\w+, \\$zero"), Flow.TRAP);
    S390X.put(Pattern.compile("b\\w+r (%r\\d+,)?%r0"), Flow.NEXT);
    S390X.put(Pattern.compile("(brasl?|basr|bas|balr?|bassm) .*"), Flow.CALL);
    S390X.put(Pattern.compile("(jg?nop|nopr?) .*"), Flow.NEXT);
    S390X.put(Pattern.compile("jg? .*"), Flow.BRANCH);
    S390X.put(Pattern.compile("br %r14|lpswe? .*"), Flow.RETURN);
    S390X.put(Pattern.compile("(br|b) .*"), Flow.INDIRECT);
    S390X.put(
        Pattern.compile("(j|cg?i?j|cr?j|cl?g?[ri]j|crj|br[cx]|bct)\\w* .*"), Flow.CONDITIONAL);
    S390X.put(Pattern.compile("b(o|h|nle|l|nhe|lh|ne|e|nlh|he|nl|le|nh|no)r .*"), Flow.CONDITIONAL);
  }

  private ObjdumpFlow() {}

  static int of(String machine, ObjdumpLine line) {
    Map<Pattern, Integer> patterns =
        switch (machine) {
          case "aarch64" -> AARCH64;
          case "riscv64", "riscv32" -> RISCV;
          case "arm" -> ARM;
          case "s390x" -> S390X;
          case "powerpc64" -> POWER;
          case "loongarch64" -> LOONGARCH;
          default -> X86;
        };
    String text = line.mnemonic() + " " + line.operands();
    Map<Pattern, Integer> candidates =
        CANDIDATES.computeIfAbsent(
            machine + " " + line.mnemonic(), key -> candidates(patterns, line.mnemonic() + " "));
    for (Map.Entry<Pattern, Integer> entry : candidates.entrySet()) {
      if (entry.getKey().matcher(text).matches()) {
        return entry.getValue();
      }
    }
    return Flow.NEXT;
  }

  /** The patterns that may fit what begins with a mnemonic: for nearly all of them, none. */
  private static Map<Pattern, Integer> candidates(Map<Pattern, Integer> patterns, String start) {
    Map<Pattern, Integer> found = new LinkedHashMap<>(patterns);
    found
        .keySet()
        .removeIf(
            pattern -> {
              Matcher matcher = pattern.matcher(start);
              return !matcher.matches() && !matcher.hitEnd();
            });
    return found;
  }
}
