// Constructs whose mangled names are rare. Compiled to an object file only for the names in it:
//   g++ -std=c++20 -fgnu-tm -O0 -c itanium-odd.cpp   (GCC 12.2.0)
#include <cstddef>
#include <complex>
#include <string>
#include <utility>
#include <vector>

namespace odd {
struct S {
  int field;
  int S::*own;
  int method(int) const &;
  int method(int) &&;
  int volatile_method() volatile { return field; }
  explicit operator bool() const { return field; }
  template <class T> operator T *() { return nullptr; }
  S &operator+=(S const &) { return *this; }
  S operator++(int) { return *this; }
  void operator()() {}
  int operator[](int i) { return i; }
  S *operator->() { return this; }
  int operator->*(int S::*) { return 0; }
  int operator<=>(S const &) const { return 0; }
  static void *operator new(std::size_t n);
  static void operator delete[](void *);
};
int S::method(int) const & { return 1; }
int S::method(int) && { return 2; }
void *S::operator new(std::size_t n) { return ::operator new(n); }
void S::operator delete[](void *p) { ::operator delete[](p); }
long double operator""_deg(long double d) { return d; }
unsigned long long operator""_n(unsigned long long n) { return n; }
void operator,(S, S) {}

template <class... T> struct Pack {};
template <class T, T... V> void values(Pack<std::integral_constant<T, V>...>) {}
template <class... T> auto sum(T... v) -> decltype((v + ...)) { return (v + ...); }
template <class... T> auto sum0(T... v) -> decltype((0 + ... + v)) { return (0 + ... + v); }
template <class... T> void counted(int (&)[sizeof...(T)], T...) {}
template <class... T> void functions(Pack<void (*)(T)...>) {}
template <class T> auto call(T f) -> decltype(f(1, 2)) { return f(1, 2); }
template <class T> auto member(T t) -> decltype(t.field + t.field) { return t.field; }
template <class T> auto arrow(T t) -> decltype(t->field) { return t->field; }
template <class T> auto made() -> decltype(new T(1)) { return new T(1); }
template <class T> auto cast(T t) -> decltype(static_cast<long>(t)) { return t; }
template <class T> auto listed(T) -> decltype(T{1}) { return T{1}; }
template <class T> auto chosen(T t) -> decltype(t ? t : -t) { return t; }
template <class T> void sized(char (*)[sizeof(T) + alignof(T)]) {}
template <class T> void quiet(T f) noexcept(noexcept(f())) { f(); }
template <class T> auto deduced(T t) { return t; }
template <class T> decltype(auto) exact(T &t) { return (t); }
template <template <class...> class C, class T> C<T> wrapped(C<T> c) { return c; }
template <int I> struct Number { static int value; };
template <int I> int Number<I>::value = [] { return I; }();
template <class T> typename T::value_type::first_type dependent(T);
template <class T> std::enable_if_t<(sizeof(T) > 1), T> enabled(T t) { return t; }
template <class T> requires(sizeof(T) > 2) T constrained(T t) { return t; }
template <S *P> void pointed() {}
template <void (*F)(int)> void through() {}
template <int (S::*M)(int) const &> void memberThrough() {}
template <bool B, char C, unsigned U, long L, unsigned long long X> void literals() {}
enum class Color { red, green };
template <Color C> void colored() {}
template <std::nullptr_t> void nothing() {}
struct Literal { int a, b; };
template <Literal L> int structural() { return L.a; }
template <double D> double real() { return D; }
S global{};
void plain(int) {}
int fnptr(int (*(*f)(char))(long)) { return f != nullptr; }
int (*returnsPointer(int))(char) { return nullptr; }
int (&returnsArray())[3] { static int a[3]; return a; }
void arrays(int (*)[2][3], char const (&)[4], int (S::*)[2]) {}
void quals(int const *const *volatile *, char *__restrict, S const volatile &, S &&) {}
void members(int S::*, int (S::*)(int) const &, void (S::*const *)() volatile) {}
void noexcepts(void (*)() noexcept, void (*)(int, ...) ) {}
typedef int v4 __attribute__((vector_size(16)));
void vectors(v4, v4 *) {}
void numbers(__int128, unsigned __int128, long double, __float128, wchar_t, char8_t, char16_t, char32_t, signed char, std::nullptr_t, float _Complex) {}
[[gnu::abi_tag("new")]] int tagged(int) { return 0; }
struct [[gnu::abi_tag("v2", "x")]] Tagged { Tagged(); ~Tagged(); int f(); };
Tagged::Tagged() {}
Tagged::~Tagged() {}
int Tagged::f() { static int counted = tagged(1); return counted; }

struct Base { Base(int); virtual ~Base(); virtual Base *copy(); virtual void other(); };
struct Other { virtual ~Other(); virtual Other *copy(); };
struct Derived : virtual Base, Other { using Base::Base; ~Derived(); Derived *copy() override; void other() override; };
Base::Base(int) {}
Base::~Base() {}
Base *Base::copy() { return this; }
void Base::other() {}
Other::~Other() {}
Other *Other::copy() { return this; }
Derived::~Derived() {}
Derived *Derived::copy() { return this; }
void Derived::other() {}
Derived *derive() { return nullptr; }

thread_local std::string perThread = "x";
const std::string &kept = std::string("temporary");
struct { int x; void f() { x = 1; } } unnamed;
auto pairFirst() { struct Local { int v; int get() { return v; } } l{1}; return l; }
inline auto lambdas() {
  auto one = [](int i) { static int n; return [&i](auto x, auto... y) { return i + x + sizeof...(y) + ++n; }; };
  auto two = []<class T, int N>(T (&)[N]) { return N; };
  int a[2];
  return one(1)(2, 3, 'c') + two(a) + [] { return 1; }() + [] { return 2; }();
}
struct Defaults { int f(int a = [] { return 1; }(), int b = [] { return 2; }()) { return a + b; } int m = [] { return 3; }(); };
template <class T> struct Friendly { friend bool operator==(Friendly const &, Friendly const &) { return true; } };
auto [first, second] = std::pair<int, long>(1, 2);
namespace { void hidden(int) {} struct Hidden { void f() {} }; }
static int local() { static int x = local(); return x; }
inline namespace v1 { void inInline() {} }
extern "C" { void cfunction(int) {} static int cstatic; }
template <void (*)(int)> struct Takes { void f() {} };

void use() {
  S s{}, *p = &s;
  (void)(S *)s; (void)(bool)s; s += s; s++; s(); (void)s[1]; (void)s->field; (void)(s->*(&S::field)); (void)(s <=> s); (void)(s < s);
  s.volatile_method(); (void)static_cast<int *>(s); (void)static_cast<std::vector<int> *>(s);
  values(Pack<std::integral_constant<int, 1>, std::integral_constant<int, -2>>{}); sum(1, 2l, 'c'); sum0(1, 2.0);
  int c2[2]; counted(c2, 1, 'c'); functions(Pack<void (*)(int), void (*)(char)>{}); call([](int a, int b) { return a + b; });
  member(s); arrow(p); made<int>(); cast(1); listed(1); chosen(1); sized<int>(nullptr); quiet([] {}); deduced(1); exact(s);
  wrapped(std::vector<int>{}); (void)Number<7>::value; enabled(1); constrained(1); pointed<&global>(); pointed<nullptr>(); through<plain>(); through<cfunction>();
  memberThrough<&S::method>(); literals<true, 'A', 7u, -8l, 9ull>(); colored<Color::green>(); nothing<nullptr>(); structural<Literal{1, 2}>(); real<1.5>();
  unnamed.f(); pairFirst().get(); lambdas(); Defaults{}.f(); (void)(Friendly<int>{} == Friendly<int>{}); hidden(1); Hidden{}.f(); local();
  (void)(kept + perThread); Takes<plain>{}.f(); Takes<hidden>{}.f(); cstatic = 1; s, s; 1.0_deg; 1_n; delete[] static_cast<S *>(nullptr); new S;
  (void)std::complex<double>(1, 2).real(); Derived d(1);
}
}  // namespace odd
