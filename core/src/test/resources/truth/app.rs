//! A program of three crates and the standard library, for maps of its link.
extern crate shapes;
extern crate tables;

use std::io::{self, Read, Write};
use std::sync::mpsc;
use std::thread;

fn main() -> io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(1) {
        Some(file) => text = std::fs::read_to_string(file)?,
        None => {
            io::stdin().read_to_string(&mut text)?;
        }
    }
    let (sender, receiver) = mpsc::channel();
    let whole = text.clone();
    let reader = thread::spawn(move || sender.send(tables::Table::read(&whole)).is_ok());
    let mut out = io::stdout().lock();
    match receiver.recv().expect("the reader answers") {
        Ok(table) => {
            for (key, count) in table.counted() {
                writeln!(out, "{key:?}: {count}")?;
            }
            if let Some((key, area)) = table.widest() {
                writeln!(out, "widest {} with {area:e}", key.1)?;
            }
        }
        Err(error) => eprintln!("{error}"),
    }
    let words: Vec<&str> = text.split(' ').collect();
    writeln!(out, "{} words, {} kinds", words.len(), shapes::count(&words).len())?;
    assert!(reader.join().unwrap_or(false), "the reader ended badly");
    Ok(())
}
