// Each numbered line makes a panic location of its own; what std has of them comes on top.
use std::hint::black_box;

#[inline(never)]
fn unwrap_it(v: Option<u32>) -> u32 {
    v.unwrap()
}

#[inline(never)]
fn index_it(v: &[u32], i: usize) -> u32 {
    v[i] // 1
}

#[inline(never)]
fn add_it(a: u32, b: u32) -> u32 {
    a.checked_add(b).expect("sum") // 2
}

#[inline(never)]
fn divide_it(a: u32, b: u32) -> u32 {
    a / b // 3
}

#[inline(never)]
fn give_up(a: u32) -> u32 {
    if a > 100 {
        panic!("too much"); // 4
    }
    a
}

trait Shape {
    fn area(&self) -> u64;
}

struct Square(u64);
struct Box3(u64, Vec<u64>);

impl Shape for Square {
    fn area(&self) -> u64 {
        self.0 * self.0
    }
}

impl Shape for Box3 {
    fn area(&self) -> u64 {
        self.0 + self.1.len() as u64
    }
}

fn main() {
    let n = std::env::args().count() as u32;
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(3)), Box::new(Box3(4, vec![1]))];
    let sum: u64 = shapes.iter().map(|s| black_box(s).area()).sum();
    println!("{}", unwrap_it(Some(n)) + index_it(&[1, 2, 3], n as usize) + add_it(n, n) + divide_it(9, n) + give_up(n) + sum as u32);
}
