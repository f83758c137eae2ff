//! Ordered tables with their own types in generic code of std and of shapes.
extern crate shapes;

use shapes::{count, Shape};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub u16, pub String);

pub struct Table {
    rows: BTreeMap<Key, Vec<Shape>>,
}

impl Table {
    #[inline(never)]
    pub fn read(text: &str) -> Result<Table, String> {
        let mut rows: BTreeMap<Key, Vec<Shape>> = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let shape = Shape::parse(line).map_err(|e| format!("line {}: {e}", number + 1))?;
            let key = Key(line.len() as u16, line.chars().rev().take(3).collect());
            rows.entry(key).or_default().push(shape);
        }
        Ok(Table { rows })
    }

    #[inline(never)]
    pub fn widest(&self) -> Option<(&Key, f64)> {
        self.rows
            .iter()
            .map(|(key, shapes)| (key, shapes.iter().map(Shape::area).sum::<f64>()))
            .max_by(|one, other| one.1.total_cmp(&other.1))
    }

    #[inline(never)]
    pub fn counted(&self) -> Vec<(Key, usize)> {
        let keys: Vec<Key> = self.rows.keys().cloned().collect();
        count(&keys)
    }
}
