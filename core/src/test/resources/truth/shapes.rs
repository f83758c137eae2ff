//! Generic code and its own: what others instantiate, and what only this crate compiles.
use std::collections::HashMap;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Circle { radius: f64 },
    Polygon(Vec<(f64, f64)>),
    Named(String, Box<Shape>),
}

impl fmt::Display for Shape {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shape::Circle { radius } => write!(out, "circle of {radius:.3}"),
            Shape::Polygon(points) => write!(out, "polygon of {} points", points.len()),
            Shape::Named(name, shape) => write!(out, "{name}: {shape}"),
        }
    }
}

impl Shape {
    #[inline(never)]
    pub fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => radius * radius * 3.141_592,
            Shape::Polygon(points) => {
                let mut sum = 0.0;
                for pair in points.windows(2) {
                    sum += pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1;
                }
                sum / 2.0
            }
            Shape::Named(_, shape) => shape.area(),
        }
    }

    #[inline(never)]
    pub fn parse(text: &str) -> Result<Shape, String> {
        let mut words = text.split_whitespace();
        match words.next() {
            Some("circle") => words
                .next()
                .ok_or_else(|| "a radius is missing".to_string())?
                .parse()
                .map(|radius| Shape::Circle { radius })
                .map_err(|error| format!("no radius: {error}")),
            Some("polygon") => {
                let numbers: Result<Vec<f64>, _> = words.map(str::parse).collect();
                let numbers = numbers.map_err(|error| format!("no coordinate: {error}"))?;
                Ok(Shape::Polygon(numbers.chunks(2).map(|c| (c[0], c[1])).collect()))
            }
            Some(name) => {
                let rest: Vec<&str> = words.collect();
                Ok(Shape::Named(name.into(), Box::new(Shape::parse(&rest.join(" "))?)))
            }
            None => Err("nothing to parse".into()),
        }
    }
}

/// Counts what is alike, for whoever asks.
pub fn count<K: std::hash::Hash + Eq + Ord + Clone>(of: &[K]) -> Vec<(K, usize)> {
    let mut counts = HashMap::new();
    for key in of {
        *counts.entry(key.clone()).or_insert(0) += 1;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort();
    all
}
