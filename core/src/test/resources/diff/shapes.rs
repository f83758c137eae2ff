//! Closures, generics, drop glue, trait objects and statics: what carries hashes in a symbol table.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

static GREETING: [&str; 3] = ["circle", "square", "line"];

trait Shape {
    fn area(&self) -> u64;
    fn name(&self) -> &'static str {
        GREETING[2]
    }
}

struct Circle(u64);
struct Square {
    side: u64,
    notes: Vec<String>,
}

impl Shape for Circle {
    fn area(&self) -> u64 {
        self.0 * self.0 * 3
    }
    fn name(&self) -> &'static str {
        GREETING[0]
    }
}

impl Shape for Square {
    fn area(&self) -> u64 {
        self.side * self.side + self.notes.len() as u64
    }
}

impl Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "circle of {}", self.0)
    }
}

#[inline(never)]
fn largest<T: Ord + Copy, F: Fn(&T) -> bool>(items: &[T], wanted: F) -> Option<T> {
    items.iter().copied().filter(|item| wanted(item)).max()
}

#[inline(never)]
fn tally(words: &[String]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.clone()).or_insert(0) += 1;
    }
    counts
}

#[cfg(feature = "more")]
#[inline(never)]
fn shout(words: &[String]) -> String {
    words.iter().map(|w| w.to_uppercase() + "!").collect::<Vec<_>>().join(" ")
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let shapes: Vec<Box<dyn Shape>> = vec![
        Box::new(Circle(words.len() as u64)),
        Box::new(Square { side: 4, notes: words.clone() }),
    ];
    let areas: Vec<u64> = shapes.iter().map(|s| s.area()).collect();
    let lengths: Vec<usize> = words.iter().map(|w| w.len()).collect();
    println!("{:?} {:?}", largest(&areas, |a| a % 2 == 1), largest(&lengths, |l| *l > 2));
    println!("{} {:?}", Circle(7), tally(&words));
    #[cfg(feature = "more")]
    println!("{}", shout(&words));
    for shape in &shapes {
        println!("{}", shape.name());
    }
}
