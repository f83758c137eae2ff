#![no_std]
#[inline(never)]
pub fn new_way(n: u64) -> u64 { let mut s = 0; for i in 0..core::hint::black_box(n) { s ^= core::hint::black_box(i * i) | 1; } s }
