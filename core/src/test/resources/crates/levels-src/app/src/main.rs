//! The program: it depends on beta and alpha, and on the C library.
#![no_std]
#![no_main]

use core::fmt::Write;

unsafe extern "C" {
    fn write(file: i32, bytes: *const u8, count: usize) -> isize;
    fn abort() -> !;
}

struct Out;

impl Write for Out {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        unsafe { write(1, text.as_ptr(), text.len()) };
        Ok(())
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    unsafe { abort() }
}

#[inline(never)]
fn fill(bytes: &mut [u8], seed: u8) {
    for i in 1..bytes.len() {
        bytes[i] = bytes[i - 1].wrapping_mul(29).wrapping_add(seed);
    }
}

#[inline(never)]
fn table(bytes: &[u8], words: usize) -> (u32, u32) {
    let mut table = beta::Table::read(&bytes[..4 * words]);
    (table.largest(), table.median())
}

#[inline(never)]
fn report(bytes: &[u8], words: usize) {
    let (largest, median) = table(bytes, words);
    let least = alpha::fold(bytes, words, |a, b| a.min(b));
    let _ = writeln!(Out, "{largest} {median} {least} {}", beta::checksum(bytes, words));
}

#[unsafe(no_mangle)]
pub extern "C" fn main(count: i32, _arguments: *const *const u8) -> i32 {
    let mut bytes = [1u8; 256];
    let words = usize::try_from(count).unwrap();
    fill(&mut bytes, count as u8);
    report(&bytes, words);
    0
}
