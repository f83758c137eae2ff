/* A program with two libraries: it has names like theirs, which nobody may take for theirs. */
int BZ2_bzBuffToBuffDecompress(char *, unsigned *, char *, unsigned, int, int);
int inflateInit_(void *, const char *, int);
int inflate(void *, int);
int sort(int *, int);
static int inflate_all(void *stream) {
  int done = inflateInit_(stream, "1", 112);
  while (done == 0) done = inflate(stream, 0);
  return done;
}
int compress_all(char *to, unsigned *room, char *from, unsigned length) {
  return BZ2_bzBuffToBuffDecompress(to, room, from, length, 0, 0) + inflate_all(to);
}
void _start(void) {
  static int numbers[64];
  static char text[64];
  static unsigned room = 64;
  sort(numbers, 64);
  compress_all(text, &room, text, 64);
  for (;;) {}
}
