static void swap(int *one, int *other) { int kept = *one; *one = *other; *other = kept; }
int sort(int *numbers, int count) {
  for (int i = 1; i < count; i++)
    for (int j = i; j > 0 && numbers[j - 1] > numbers[j]; j--) swap(numbers + j - 1, numbers + j);
  return numbers[0];
}
