#![no_std]
#![no_main]
#[no_mangle]
pub extern "C" fn _start() -> ! {
    let n = dup::old_way(3) as u64 + newer::new_way(4);
    loop { core::hint::black_box(n); }
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
