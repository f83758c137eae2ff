package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItaniumNameReaderTest {
  private static final int WARM_UP = 20;
  private static final String PUSH_BACK_INT = "_ZNSt6vectorIiSaIiEE9push_backERKi";
  private static final String PUSH_BACK_FOO = "_ZNSt6vectorI3FooSaIS0_EE9push_backEOS0_";

  private final ItaniumNameReader reader = new ItaniumNameReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ZNSt6vectorIiSaIiEE9push_backERKi|_ZNSt6vectorI3FooSaIS0_EE9push_backEOS0_",
        "_Z3fooIiEvT_|_Z3fooI3BarEiT_S1_",
        "_ZNSt6vectorIiSaIiEEC1Ev|_ZNSt6vectorI3FooSaIS0_EEC2Ev",
        "_ZN1AIiED0Ev|_ZN1AIcED1Ev",
        "_ZTV1AIiE|_ZTV1AIcE",
        "_ZNSs6appendEPKc|_ZNSbIwSt11char_traitsIwESaIwEE6appendEPKw",
        "_ZZ3fooIiEvT_ENKUliE_clEi|_ZZ3fooIcEvT_ENKUlcE_clEc",
        "_ZN1AIiE1BIcE1fIlEEvv|_ZN1AIcE1BIiE1fIsEEvv",
        "_ZN1AIiEcvT_IcEEv|_ZN1AIiEcvT_IPS_EEv",
        "_ZN1AIiE3fooEv.cold|_ZN1AIcE3fooEv",
      })
  void instancesOfOneTemplateShareAnIdentity(String one, String other) {
    read(one);
    long generic = reader.genericId();
    long arguments = reader.argumentsId();
    assertThat(reader.isTemplateInstance()).isTrue();
    read(other);
    assertThat(reader.isTemplateInstance()).isTrue();
    assertThat(reader.genericId()).isEqualTo(generic);
    assertThat(reader.argumentsId()).isNotEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ZNSt6vectorIiSaIiEE9push_backERKi|_ZNSt6vectorIiSaIiEE8pop_backEv",
        "_ZN1AIiE3fooEv|_ZN1BIiE3fooEv",
        "_ZN1AIiE3fooEv|_ZN1N1AIiE3fooEv",
        "_ZN1AIiEC1Ev|_ZN1AIiED1Ev",
        "_ZTV1AIiE|_ZTI1AIiE",
        "_ZTV1AIiE|_Z1AIiEvv",
        "_ZZ3fooIiEvT_ENKUlvE_clEv|_ZZ3fooIiEvT_ENKUlvE0_clEv",
        "_ZN1AIiEplERKS0_|_ZN1AIiEmiERKS0_",
        "_ZN1AIiEcvbEv|_ZN1AIiEcviEv",
      })
  void otherEntitiesHaveOtherIdentities(String one, String other) {
    read(one);
    long generic = reader.genericId();
    read(other);
    assertThat(reader.genericId()).isNotEqualTo(generic);
  }

  @Test
  void theSameArgumentsSpelledInAnotherWayAreTheSame() {
    read("_ZN1AI1BS0_E1fEv");
    long arguments = reader.argumentsId();
    read("_ZN1CI1BS0_E1gEv");
    assertThat(reader.argumentsId()).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ZNSt6vectorIiSaIiEE9push_backERKi|std::vector::push_back|std::vector",
        "_ZNSs6appendEPKc|std::basic_string::append|std::basic_string",
        "_ZTV1AIiE|vtable for A|''",
        "_ZZ3fooIiEvT_ENKUliE0_clEi|foo::{lambda#2}::operator()|foo::{lambda#2}",
        "_ZN12_GLOBAL__N_13fooIiEEvv|(anonymous namespace)::foo|(anonymous namespace)",
        "_ZThn16_N1AIiED0Ev|non-virtual thunk to A::~A|A",
        "_ZN1AIiED0Ev.cold|A::~A|A",
        "main|''|''",
      })
  void writesTheGenericAndItsScope(String name, String generic, String scope) {
    reader.read(NameSlice.of(name));
    TextBuffer text = new TextBuffer();
    reader.appendGeneric(text);
    assertThat(text).hasToString(generic);
    text.clear();
    reader.appendScope(text);
    assertThat(text).hasToString(scope);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ZNSt6vectorIiSaIiEE12emplace_backIJRKicEEEvDpOT_|int, std::allocator<int>, int const&, char",
        "_Z1fILi3E1AEvv|3, A",
        "_Z1fIJEEvv|''",
        "_Z1fv|''",
      })
  void listsTheArguments(String name, String arguments) {
    read(name);
    List<String> texts = new ArrayList<>();
    TextBuffer text = new TextBuffer();
    for (int i = 0; i < reader.argumentCount(); i++) {
      text.clear();
      reader.appendArgument(i, text);
      texts.add(text.toString());
    }
    assertThat(String.join(", ", texts)).isEqualTo(arguments);
    assertThatThrownBy(() -> reader.appendArgument(reader.argumentCount(), text))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tellsTheOutermostName() {
    String name = "_ZN4mine5inner3fooEv";
    read(name);
    assertThat(name.substring(reader.outermostStart(), reader.outermostEnd())).isEqualTo("mine");
    assertThat(reader.isStandard()).isFalse();
    read(PUSH_BACK_INT);
    assertThat(reader.outermostStart()).isEqualTo(-1);
    assertThat(reader.outermostEnd()).isEqualTo(-1);
    assertThat(reader.isStandard()).isTrue();
    read("_ZNSs6appendEPKc");
    assertThat(reader.isStandard()).isTrue();
  }

  @Test
  void tellsVariantsAndSorts() {
    read("_ZN1AC2Ev");
    assertThat(reader.variant()).isEqualTo('C' << 8 | '2');
    assertThat(reader.isFunction()).isTrue();
    assertThat(reader.isSpecial()).isFalse();
    assertThat(reader.isTemplateInstance()).isFalse();
    read("_ZN1AD0B3tagEv");
    assertThat(reader.variant()).isEqualTo('D' << 8 | '0');
    read("_ZTV1A");
    assertThat(reader.variant()).isZero();
    assertThat(reader.isFunction()).isFalse();
    assertThat(reader.isSpecial()).isTrue();
    read("_ZThn16_N1A1fEv");
    assertThat(reader.isFunction()).isTrue();
    assertThat(reader.isSpecial()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "main",
    "_ZN3foo3bar17h05af221e174051e9E",
    "_RNvC3foo3bar",
    "_ZN3foo",
  })
  void tellsNothingOfOtherNames(String name) {
    read(PUSH_BACK_FOO);
    assertThat(reader.read(NameSlice.of(name))).isFalse();
    assertThat(reader.isTemplateInstance()).isFalse();
    assertThat(reader.isFunction()).isFalse();
    assertThat(reader.isSpecial()).isFalse();
    assertThat(reader.variant()).isZero();
    assertThat(reader.argumentCount()).isZero();
    assertThat(reader.outermostStart()).isEqualTo(-1);
    assertThat(reader.suffixStart()).isEqualTo(-1);
  }

  @Test
  void findsTheSuffix() {
    read("_Z3foov.cold");
    assertThat(reader.suffixStart()).isEqualTo(7);
    read("_Z3foov");
    assertThat(reader.suffixStart()).isEqualTo(7);
  }

  @Test
  void readsAndPrintsWithoutObjects() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<NameSlice> names = new ArrayList<>();
    for (String[] row : VectorFile.rows("itanium-real.tsv.gz")) {
      names.add(NameSlice.of(row[0]));
    }
    ItaniumDemangler demangler = new ItaniumDemangler();
    TextBuffer out = new TextBuffer();
    long sum = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sum += query(names, demangler, out);
    }
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    long nothing = threads.getThreadAllocatedBytes(thread) - before;
    before = threads.getThreadAllocatedBytes(thread);
    sum += query(names, demangler, out);
    long allocated = threads.getThreadAllocatedBytes(thread) - before - nothing;
    assertThat(sum).isNotZero();
    assertThat(allocated).isZero();
  }

  private long query(List<NameSlice> names, ItaniumDemangler demangler, TextBuffer out) {
    long sum = 0;
    for (int i = 0; i < names.size(); i++) {
      out.clear();
      demangler.append(names.get(i), out);
      sum += out.length();
      if (reader.read(names.get(i))) {
        sum += reader.genericId() + reader.argumentsId() + reader.scopeId();
        reader.appendGeneric(out);
        sum += reader.isTemplateInstance() ? reader.argumentCount() : reader.outermostStart();
      }
    }
    return sum;
  }

  private void read(String name) {
    assertThat(reader.read(NameSlice.of(name))).as(name).isTrue();
  }
}
