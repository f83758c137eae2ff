//! A program with shapes that names and layouts of the compiler can have.
#![allow(dead_code)]
use std::arch::global_asm;

global_asm!(".globl nothing_much", "nothing_much:", "ret");

static RATES: [u32; 4] = [1, 2, 3, 5];
const QUOTE: char = 39u8 as char;

mod helper {
    pub fn twice(n: usize) -> usize {
        n + n
    }
}

#[repr(C)]
struct Gaps {
    a: u8,
    b: u32,
    c: u8,
}

#[repr(C)]
enum Shape {
    Small(u8, u64),
    None,
}

union Bits {
    float: f32,
    parts: [u8; 6],
}

struct Row<const N: usize, const S: bool, const K: char>([u16; N]);

trait Size {
    fn size(&self) -> usize;
}

impl Size for Gaps {
    fn size(&self) -> usize {
        usize::from(self.a) + self.b as usize + usize::from(self.c)
    }
}

impl Size for Shape {
    fn size(&self) -> usize {
        match self {
            Shape::Small(x, y) => usize::from(*x) + *y as usize,
            Shape::None => 0,
        }
    }
}

impl Size for Bits {
    fn size(&self) -> usize {
        unsafe { self.float as usize }
    }
}

impl<const N: usize, const S: bool, const K: char> Size for Row<N, S, K> {
    fn size(&self) -> usize {
        self.0.len()
    }
}

impl<T: Size> Size for &T {
    fn size(&self) -> usize {
        (**self).size()
    }
}

fn pick(n: usize) -> Box<dyn Size> {
    match n {
        0 => Box::new(Gaps { a: 1, b: 2, c: 3 }),
        1 => Box::new(Shape::Small(1, 2)),
        2 => Box::new(Shape::None),
        3 => Box::new(Bits { float: 1.0 }),
        4 => Box::new(&Gaps { a: 1, b: 2, c: 3 }),
        5 => Box::new(&Shape::None),
        6 => Box::new(Row::<3, true, '>'>([1; 3])),
        _ => Box::new(Row::<4, false, QUOTE>([1; 4])),
    }
}

fn apply<F: Fn(u8) -> u8>(f: F) -> u8 {
    f(1)
}

async fn later(n: u64) -> u64 {
    let held = [n; 4];
    std::future::ready(()).await;
    held.iter().sum()
}

fn main() {
    let n = std::env::args().count();
    let plain: fn(u8) -> u8 = |x| x + 1;
    let waiting = std::pin::pin!(later(n as u64));
    let unused = 1;
    println!(
        "{} {} {} {} {}",
        pick(n).size() + helper::twice(n),
        rack::shelf::put(&mut vec![1u16], &2) + rack::bytes(3),
        apply(move |x| x + n as u8) + apply(plain),
        RATES[n & 3],
        std::mem::size_of_val(&waiting)
    );
}
