package dev.weighbridge.wasm.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All operators, by opcode: {@code OperatorTable.of(0xFC000A)} is {@code memory.copy}.
 *
 * <p>The table is text: an opcode in hexadecimal, then the names of it and those that follow it,
 * each with the letters of its immediates ({@link Immediate}) behind a colon. Core specification
 * 5.4 and its index of instructions; the legacy exceptions of the exception handling proposal; the
 * atomics of the threads proposal; the wide arithmetic and stack switching proposals.
 */
public final class OperatorTable {
  private static final String CONTROL =
      """
      00 unreachable nop block:b loop:b if:b else try:b catch:a throw:a rethrow:l throw_ref end
      0c br:l br_if:l br_table:L return
      10 call:f call_indirect:yt return_call:f return_call_indirect:yt call_ref:y return_call_ref:y
      18 delegate:l catch_all drop select select:V
      1f try_table:bH
      20 local.get:x local.set:x local.tee:x global.get:g global.set:g table.get:t table.set:t
      28 i32.load:M i64.load:M f32.load:M f64.load:M
      2c i32.load8_s:M i32.load8_u:M i32.load16_s:M i32.load16_u:M
      30 i64.load8_s:M i64.load8_u:M i64.load16_s:M i64.load16_u:M i64.load32_s:M i64.load32_u:M
      36 i32.store:M i64.store:M f32.store:M f64.store:M
      3a i32.store8:M i32.store16:M i64.store8:M i64.store16:M i64.store32:M
      3f memory.size:m memory.grow:m
      41 i32.const:i i64.const:I f32.const:s f64.const:S
      d0 ref.null:h ref.is_null ref.func:f ref.eq ref.as_non_null br_on_null:l br_on_non_null:l
      e0 cont.new:y cont.bind:yy suspend:a resume:yR resume_throw:yaR resume_throw_ref:yR switch:ya
      """;

  private static final String NUMERIC =
      """
      45 i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u
      4e i32.ge_s i32.ge_u
      50 i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u
      59 i64.ge_s i64.ge_u
      5b f32.eq f32.ne f32.lt f32.gt f32.le f32.ge
      61 f64.eq f64.ne f64.lt f64.gt f64.le f64.ge
      67 i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u
      71 i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr
      79 i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u
      83 i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr
      8b f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt
      92 f32.add f32.sub f32.mul f32.div f32.min f32.max f32.copysign
      99 f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt
      a0 f64.add f64.sub f64.mul f64.div f64.min f64.max f64.copysign
      a7 i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u
      ac i64.extend_i32_s i64.extend_i32_u
      ae i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u
      b2 f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64
      b7 f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32
      bc i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64
      c0 i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s
      fc0000 i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u
      fc0004 i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u
      fc0013 i64.add128 i64.sub128 i64.mul_wide_s i64.mul_wide_u
      """;

  private static final String AGGREGATE =
      """
      fb0000 struct.new:y struct.new_default:y
      fb0002 struct.get:yF struct.get_s:yF struct.get_u:yF struct.set:yF
      fb0006 array.new:y array.new_default:y array.new_fixed:yk array.new_data:yd array.new_elem:ye
      fb000b array.get:y array.get_s:y array.get_u:y array.set:y array.len array.fill:y array.copy:yy
      fb0012 array.init_data:yd array.init_elem:ye
      fb0014 ref.test:h ref.test:h ref.cast:h ref.cast:h br_on_cast:clhh br_on_cast_fail:clhh
      fb001a any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u
      fc0008 memory.init:dm data.drop:d memory.copy:mm memory.fill:m
      fc000c table.init:et elem.drop:e table.copy:tt table.grow:t table.size:t table.fill:t
      """;

  private static final String VECTOR_MEMORY =
      """
      fd0000 v128.load:M v128.load8x8_s:M v128.load8x8_u:M v128.load16x4_s:M v128.load16x4_u:M
      fd0005 v128.load32x2_s:M v128.load32x2_u:M v128.load8_splat:M v128.load16_splat:M
      fd0009 v128.load32_splat:M v128.load64_splat:M v128.store:M v128.const:v i8x16.shuffle:v
      fd000e i8x16.swizzle i8x16.splat i16x8.splat i32x4.splat i64x2.splat f32x4.splat f64x2.splat
      fd0015 i8x16.extract_lane_s:n i8x16.extract_lane_u:n i8x16.replace_lane:n
      fd0018 i16x8.extract_lane_s:n i16x8.extract_lane_u:n i16x8.replace_lane:n
      fd001b i32x4.extract_lane:n i32x4.replace_lane:n i64x2.extract_lane:n i64x2.replace_lane:n
      fd001f f32x4.extract_lane:n f32x4.replace_lane:n f64x2.extract_lane:n f64x2.replace_lane:n
      fd0054 v128.load8_lane:Mn v128.load16_lane:Mn v128.load32_lane:Mn v128.load64_lane:Mn
      fd0058 v128.store8_lane:Mn v128.store16_lane:Mn v128.store32_lane:Mn v128.store64_lane:Mn
      fd005c v128.load32_zero:M v128.load64_zero:M
      """;

  private static final String VECTOR =
      """
      fd0023 i8x16.eq i8x16.ne i8x16.lt_s i8x16.lt_u i8x16.gt_s i8x16.gt_u i8x16.le_s i8x16.le_u
      fd002b i8x16.ge_s i8x16.ge_u
      fd002d i16x8.eq i16x8.ne i16x8.lt_s i16x8.lt_u i16x8.gt_s i16x8.gt_u i16x8.le_s i16x8.le_u
      fd0035 i16x8.ge_s i16x8.ge_u
      fd0037 i32x4.eq i32x4.ne i32x4.lt_s i32x4.lt_u i32x4.gt_s i32x4.gt_u i32x4.le_s i32x4.le_u
      fd003f i32x4.ge_s i32x4.ge_u
      fd0041 f32x4.eq f32x4.ne f32x4.lt f32x4.gt f32x4.le f32x4.ge
      fd0047 f64x2.eq f64x2.ne f64x2.lt f64x2.gt f64x2.le f64x2.ge
      fd004d v128.not v128.and v128.andnot v128.or v128.xor v128.bitselect v128.any_true
      fd005e f32x4.demote_f64x2_zero f64x2.promote_low_f32x4
      fd0060 i8x16.abs i8x16.neg i8x16.popcnt i8x16.all_true i8x16.bitmask
      fd0065 i8x16.narrow_i16x8_s i8x16.narrow_i16x8_u f32x4.ceil f32x4.floor f32x4.trunc
      fd006a f32x4.nearest i8x16.shl i8x16.shr_s i8x16.shr_u i8x16.add i8x16.add_sat_s
      fd0070 i8x16.add_sat_u i8x16.sub i8x16.sub_sat_s i8x16.sub_sat_u f64x2.ceil f64x2.floor
      fd0076 i8x16.min_s i8x16.min_u i8x16.max_s i8x16.max_u f64x2.trunc i8x16.avgr_u
      fd007c i16x8.extadd_pairwise_i8x16_s i16x8.extadd_pairwise_i8x16_u
      fd007e i32x4.extadd_pairwise_i16x8_s i32x4.extadd_pairwise_i16x8_u
      fd0080 i16x8.abs i16x8.neg i16x8.q15mulr_sat_s i16x8.all_true i16x8.bitmask
      fd0085 i16x8.narrow_i32x4_s i16x8.narrow_i32x4_u i16x8.extend_low_i8x16_s
      fd0088 i16x8.extend_high_i8x16_s i16x8.extend_low_i8x16_u i16x8.extend_high_i8x16_u
      fd008b i16x8.shl i16x8.shr_s i16x8.shr_u i16x8.add i16x8.add_sat_s i16x8.add_sat_u
      fd0091 i16x8.sub i16x8.sub_sat_s i16x8.sub_sat_u f64x2.nearest i16x8.mul
      fd0096 i16x8.min_s i16x8.min_u i16x8.max_s i16x8.max_u
      fd009b i16x8.avgr_u i16x8.extmul_low_i8x16_s i16x8.extmul_high_i8x16_s
      fd009e i16x8.extmul_low_i8x16_u i16x8.extmul_high_i8x16_u i32x4.abs i32x4.neg
      fd00a3 i32x4.all_true i32x4.bitmask
      fd00a7 i32x4.extend_low_i16x8_s i32x4.extend_high_i16x8_s i32x4.extend_low_i16x8_u
      fd00aa i32x4.extend_high_i16x8_u i32x4.shl i32x4.shr_s i32x4.shr_u i32x4.add
      fd00b1 i32x4.sub
      fd00b5 i32x4.mul i32x4.min_s i32x4.min_u i32x4.max_s i32x4.max_u i32x4.dot_i16x8_s
      fd00bc i32x4.extmul_low_i16x8_s i32x4.extmul_high_i16x8_s i32x4.extmul_low_i16x8_u
      fd00bf i32x4.extmul_high_i16x8_u i64x2.abs i64x2.neg
      fd00c3 i64x2.all_true i64x2.bitmask
      fd00c7 i64x2.extend_low_i32x4_s i64x2.extend_high_i32x4_s i64x2.extend_low_i32x4_u
      fd00ca i64x2.extend_high_i32x4_u i64x2.shl i64x2.shr_s i64x2.shr_u i64x2.add
      fd00d1 i64x2.sub
      fd00d5 i64x2.mul i64x2.eq i64x2.ne i64x2.lt_s i64x2.gt_s i64x2.le_s i64x2.ge_s
      fd00dc i64x2.extmul_low_i32x4_s i64x2.extmul_high_i32x4_s i64x2.extmul_low_i32x4_u
      fd00df i64x2.extmul_high_i32x4_u f32x4.abs f32x4.neg
      fd00e3 f32x4.sqrt f32x4.add f32x4.sub f32x4.mul f32x4.div f32x4.min f32x4.max f32x4.pmin
      fd00eb f32x4.pmax f64x2.abs f64x2.neg
      fd00ef f64x2.sqrt f64x2.add f64x2.sub f64x2.mul f64x2.div f64x2.min f64x2.max f64x2.pmin
      fd00f7 f64x2.pmax i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s
      fd00fb f32x4.convert_i32x4_u i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero
      fd00fe f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u
      fd0100 i8x16.relaxed_swizzle i32x4.relaxed_trunc_f32x4_s i32x4.relaxed_trunc_f32x4_u
      fd0103 i32x4.relaxed_trunc_f64x2_s_zero i32x4.relaxed_trunc_f64x2_u_zero
      fd0105 f32x4.relaxed_madd f32x4.relaxed_nmadd f64x2.relaxed_madd f64x2.relaxed_nmadd
      fd0109 i8x16.relaxed_laneselect i16x8.relaxed_laneselect i32x4.relaxed_laneselect
      fd010c i64x2.relaxed_laneselect f32x4.relaxed_min f32x4.relaxed_max f64x2.relaxed_min
      fd0110 f64x2.relaxed_max i16x8.relaxed_q15mulr_s i16x8.relaxed_dot_i8x16_i7x16_s
      fd0113 i32x4.relaxed_dot_i8x16_i7x16_add_s
      """;

  private static final String ATOMIC =
      """
      fe0000 memory.atomic.notify:M memory.atomic.wait32:M memory.atomic.wait64:M atomic.fence:o
      fe0010 i32.atomic.load:M i64.atomic.load:M i32.atomic.load8_u:M i32.atomic.load16_u:M
      fe0014 i64.atomic.load8_u:M i64.atomic.load16_u:M i64.atomic.load32_u:M
      fe0017 i32.atomic.store:M i64.atomic.store:M i32.atomic.store8:M i32.atomic.store16:M
      fe001b i64.atomic.store8:M i64.atomic.store16:M i64.atomic.store32:M
      fe001e i32.atomic.rmw.add:M i64.atomic.rmw.add:M
      fe0020 i32.atomic.rmw8.add_u:M i32.atomic.rmw16.add_u:M
      fe0022 i64.atomic.rmw8.add_u:M i64.atomic.rmw16.add_u:M i64.atomic.rmw32.add_u:M
      fe0025 i32.atomic.rmw.sub:M i64.atomic.rmw.sub:M
      fe0027 i32.atomic.rmw8.sub_u:M i32.atomic.rmw16.sub_u:M
      fe0029 i64.atomic.rmw8.sub_u:M i64.atomic.rmw16.sub_u:M i64.atomic.rmw32.sub_u:M
      fe002c i32.atomic.rmw.and:M i64.atomic.rmw.and:M
      fe002e i32.atomic.rmw8.and_u:M i32.atomic.rmw16.and_u:M
      fe0030 i64.atomic.rmw8.and_u:M i64.atomic.rmw16.and_u:M i64.atomic.rmw32.and_u:M
      fe0033 i32.atomic.rmw.or:M i64.atomic.rmw.or:M
      fe0035 i32.atomic.rmw8.or_u:M i32.atomic.rmw16.or_u:M
      fe0037 i64.atomic.rmw8.or_u:M i64.atomic.rmw16.or_u:M i64.atomic.rmw32.or_u:M
      fe003a i32.atomic.rmw.xor:M i64.atomic.rmw.xor:M
      fe003c i32.atomic.rmw8.xor_u:M i32.atomic.rmw16.xor_u:M
      fe003e i64.atomic.rmw8.xor_u:M i64.atomic.rmw16.xor_u:M i64.atomic.rmw32.xor_u:M
      fe0041 i32.atomic.rmw.xchg:M i64.atomic.rmw.xchg:M
      fe0043 i32.atomic.rmw8.xchg_u:M i32.atomic.rmw16.xchg_u:M
      fe0045 i64.atomic.rmw8.xchg_u:M i64.atomic.rmw16.xchg_u:M i64.atomic.rmw32.xchg_u:M
      fe0048 i32.atomic.rmw.cmpxchg:M i64.atomic.rmw.cmpxchg:M
      fe004a i32.atomic.rmw8.cmpxchg_u:M i32.atomic.rmw16.cmpxchg_u:M
      fe004c i64.atomic.rmw8.cmpxchg_u:M i64.atomic.rmw16.cmpxchg_u:M i64.atomic.rmw32.cmpxchg_u:M
      """;

  /** The first byte of operators that are numbered behind a prefix. */
  private static final int FIRST_PREFIX = 0xFB;

  private static final int LAST_PREFIX = 0xFE;
  private static final int PAGE_ROWS = 0x120;
  private static final Operator[][] PAGES = pages();

  private OperatorTable() {}

  private static Operator[][] pages() {
    Operator[][] pages = new Operator[LAST_PREFIX - FIRST_PREFIX + 2][PAGE_ROWS];
    for (String text : List.of(CONTROL, NUMERIC, AGGREGATE, VECTOR_MEMORY, VECTOR, ATOMIC)) {
      text.lines().forEach(line -> fill(pages, line));
    }
    return pages;
  }

  private static void fill(Operator[][] pages, String line) {
    String[] words = line.split(" ", -1);
    int opcode = Integer.parseInt(words[0], 16);
    for (int i = 1; i < words.length; i++, opcode++) {
      int colon = words[i].indexOf(':');
      String mnemonic = colon < 0 ? words[i] : words[i].substring(0, colon);
      String letters = colon < 0 ? "" : words[i].substring(colon + 1);
      List<Immediate> immediates = new ArrayList<>();
      for (int at = 0; at < letters.length(); at++) {
        immediates.add(Immediate.ofLetter(letters.charAt(at)));
      }
      pages[page(opcode)][opcode & 0xFFFF] =
          new Operator(opcode, mnemonic, List.copyOf(immediates));
    }
  }

  private static int page(int opcode) {
    return opcode >>> 16 == 0 ? 0 : (opcode >>> 16) - FIRST_PREFIX + 1;
  }

  /** The operator of an opcode, as {@link Operator#opcode}, if it is known. */
  public static Optional<Operator> of(int opcode) {
    return Optional.ofNullable(operator(opcode));
  }

  /** Whether a first byte is a prefix, behind which a number follows. */
  static boolean isPrefix(int first) {
    return first >= FIRST_PREFIX && first <= LAST_PREFIX;
  }

  /** The operator of an opcode, or {@code null} if it is not known. */
  static @Nullable Operator operator(int opcode) {
    int page = page(opcode);
    int row = opcode & 0xFFFF;
    return page >= 0 && page < PAGES.length && row < PAGE_ROWS ? PAGES[page][row] : null;
  }
}
