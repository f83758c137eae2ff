//! Tally: reads lines from standard input, sorts them into buckets and prints a table.
//!
//! The sample that `weighbridge size` weighs when no file is named. It is written to have something
//! to show: a generic type used with three types, a trait object, formatting, a closure, a static
//! table and a thread-local.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, BufRead, Write};

/// Names of the number ranges, longest first when printed.
static RANGES: [(u64, &str); 4] = [
    (10, "under ten"),
    (100, "under a hundred"),
    (1_000, "under a thousand"),
    (u64::MAX, "a thousand and more"),
];

thread_local! {
    static LINES: Cell<u64> = const { Cell::new(0) };
}

/// Counts how often each key was seen.
struct Tally<K> {
    counts: BTreeMap<K, u64>,
}

impl<K: Ord + fmt::Display> Tally<K> {
    fn new() -> Self {
        Tally { counts: BTreeMap::new() }
    }

    fn add(&mut self, key: K) {
        *self.counts.entry(key).or_insert(0) += 1;
    }

    fn print(&self, title: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{title}")?;
        let mut rows: Vec<_> = self.counts.iter().collect();
        rows.sort_by_key(|&(_, &count)| std::cmp::Reverse(count));
        for (key, count) in rows {
            writeln!(out, "{count:>8}  {key}")?;
        }
        Ok(())
    }
}

/// Something that looks at each line and reports at the end.
trait Observer {
    fn observe(&mut self, line: &str);
    fn report(&self, out: &mut dyn Write) -> io::Result<()>;
}

struct Words(Tally<String>);
struct Lengths(Tally<usize>);
struct Numbers {
    ranges: Tally<&'static str>,
    sum: f64,
}

impl Observer for Words {
    fn observe(&mut self, line: &str) {
        for word in line.split_whitespace() {
            self.0.add(word.to_lowercase());
        }
    }

    fn report(&self, out: &mut dyn Write) -> io::Result<()> {
        self.0.print("words", out)
    }
}

impl Observer for Lengths {
    fn observe(&mut self, line: &str) {
        self.0.add(line.chars().count());
    }

    fn report(&self, out: &mut dyn Write) -> io::Result<()> {
        self.0.print("line lengths", out)
    }
}

impl Observer for Numbers {
    fn observe(&mut self, line: &str) {
        for number in line.split(',').filter_map(|text| text.trim().parse::<u64>().ok()) {
            let range = RANGES.iter().find(|(limit, _)| number < *limit);
            self.ranges.add(range.map_or("beyond", |(_, name)| name));
            self.sum += number as f64;
        }
    }

    fn report(&self, out: &mut dyn Write) -> io::Result<()> {
        self.ranges.print("numbers", out)?;
        writeln!(out, "{:>8.2}  sum", self.sum)
    }
}

fn main() -> io::Result<()> {
    let mut observers: Vec<Box<dyn Observer>> = vec![
        Box::new(Words(Tally::new())),
        Box::new(Lengths(Tally::new())),
        Box::new(Numbers { ranges: Tally::new(), sum: 0.0 }),
    ];
    for line in io::stdin().lock().lines() {
        let line = line?;
        LINES.with(|lines| lines.set(lines.get() + 1));
        observers.iter_mut().for_each(|observer| observer.observe(&line));
    }
    let mut out = io::stdout().lock();
    writeln!(out, "{} lines", LINES.with(Cell::get))?;
    observers.iter().try_for_each(|observer| observer.report(&mut out))
}
