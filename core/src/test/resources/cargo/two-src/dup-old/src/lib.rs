#![no_std]
#[inline(never)]
pub fn old_way(n: u32) -> u32 { let mut s = 0; for i in 0..core::hint::black_box(n) { s ^= core::hint::black_box(i) | 1; } s }
