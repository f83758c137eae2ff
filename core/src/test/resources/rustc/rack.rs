//! A library whose generic item its own code and another crate ask for.
pub mod shelf {
    #[inline(never)]
    pub fn put<T: Clone>(items: &mut Vec<T>, item: &T) -> usize {
        items.push(item.clone());
        items.len()
    }
}

mod helper {
    pub fn twice(n: usize) -> usize {
        n * 2
    }
}

pub fn bytes(n: u8) -> usize {
    helper::twice(shelf::put(&mut vec![n], &n))
}
