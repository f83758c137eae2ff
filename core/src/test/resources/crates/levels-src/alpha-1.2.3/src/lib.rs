//! The lowest crate: others depend on it.
#![no_std]

pub struct Window<'a> {
    bytes: &'a [u8],
    at: usize,
}

#[inline(never)]
pub fn window(bytes: &[u8], at: usize) -> Window<'_> {
    assert!(at <= bytes.len(), "window of {} at {at}", bytes.len());
    Window { bytes, at }
}

impl Window<'_> {
    #[inline(never)]
    pub fn word(&self) -> u32 {
        u32::from_le_bytes(self.bytes[self.at..self.at + 4].try_into().unwrap())
    }

    #[inline(never)]
    pub fn sum(&self, words: usize) -> u32 {
        let mut sum = 0u32;
        for i in 0..words {
            sum = sum.wrapping_mul(31).wrapping_add(window(self.bytes, self.at + 4 * i).word());
        }
        sum
    }

    #[inline(never)]
    pub fn longest_run(&self) -> usize {
        let (mut longest, mut run) = (0, 1);
        for i in self.at + 1..self.bytes.len() {
            run = if self.bytes[i] == self.bytes[i - 1] { run + 1 } else { 1 };
            longest = longest.max(run);
        }
        longest
    }
}

/// Generic: whoever calls it compiles it.
pub fn fold<T: Copy, F: Fn(T, T) -> T>(items: &[T], first: usize, f: F) -> T {
    let mut all = items[first];
    for i in first + 1..items.len() {
        all = f(all, items[i]);
    }
    all
}
