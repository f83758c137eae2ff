package dev.weighbridge.formats.isa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What objdump's mnemonics of a machine mean for the flow; the first pattern that fits counts. */
final class ObjdumpFlow {
  private static final Map<String, Integer> X86 = new LinkedHashMap<>();
  private static final Map<String, Integer> AARCH64 = new LinkedHashMap<>();
  private static final Map<String, Integer> RISCV = new LinkedHashMap<>();
  private static final Map<String, Integer> S390X = new LinkedHashMap<>();

  static {
    X86.put("l?jmp\\w? \\*.*|ljmp.*", Flow.INDIRECT);
    X86.put("jmp\\w? .*", Flow.BRANCH);
    X86.put("l?call\\w? .*", Flow.CALL);
    X86.put("(l?ret|iret|sysret|sysexit)[wlq]? .*|rsm .*", Flow.RETURN);
    X86.put("(j|loop)\\w+ .*|loop .*|xbegin\\w? .*", Flow.CONDITIONAL);
    X86.put("(ud[012]\\w?|int[13]|hlt) .*", Flow.TRAP);
    AARCH64.put("b .*", Flow.BRANCH);
    AARCH64.put("bl\\w* .*", Flow.CALL);
    AARCH64.put("br\\w* (?!#).*", Flow.INDIRECT);
    AARCH64.put("(ret|eret)\\w* .*", Flow.RETURN);
    AARCH64.put("(b\\.\\w+|cbn?z|tbn?z) .*", Flow.CONDITIONAL);
    AARCH64.put("(brk|hlt|udf) .*", Flow.TRAP);
    RISCV.put("j .*", Flow.BRANCH);
    RISCV.put("jalr? .*", Flow.CALL);
    RISCV.put("ret .*|jr (ra|t0)", Flow.RETURN);
    RISCV.put("jr .*", Flow.INDIRECT);
    RISCV.put("b(eq|ne|lt|ge|gt|le)\\w* .*", Flow.CONDITIONAL);
    RISCV.put("(ebreak|unimp) .*", Flow.TRAP);
    S390X.put("(brasl?|basr|bas|balr?|bassm) .*", Flow.CALL);
    S390X.put("b\\w+r %r0", Flow.NEXT);
    S390X.put("(jg?nop|nopr?) .*", Flow.NEXT);
    S390X.put("jg? .*", Flow.BRANCH);
    S390X.put("br %r14", Flow.RETURN);
    S390X.put("(br|b) .*", Flow.INDIRECT);
    S390X.put("(j|cg?i?j|cr?j|cl?g?[ri]j|crj|br[cx]|bct)\\w* .*", Flow.CONDITIONAL);
    S390X.put("b(o|h|nle|l|nhe|lh|ne|e|nlh|he|nl|le|nh|no)r .*", Flow.CONDITIONAL);
  }

  private ObjdumpFlow() {}

  static int of(String machine, ObjdumpLine line) {
    Map<String, Integer> patterns =
        switch (machine) {
          case "aarch64" -> AARCH64;
          case "riscv64" -> RISCV;
          case "s390x" -> S390X;
          default -> X86;
        };
    String text = line.mnemonic() + " " + line.operands();
    for (Map.Entry<String, Integer> entry : patterns.entrySet()) {
      if (Pattern.matches(entry.getKey(), text)) {
        return entry.getValue();
      }
    }
    return Flow.NEXT;
  }
}
