//! The crate in the middle: it depends on alpha.
#![no_std]

pub struct Table {
    rows: [u32; 64],
    count: usize,
}

impl Table {
    #[inline(never)]
    pub fn read(bytes: &[u8]) -> Table {
        let mut table = Table { rows: [0; 64], count: 0 };
        let mut at = 0;
        while at + 4 <= bytes.len() {
            table.push(alpha::window(bytes, at).word());
            at += 4;
        }
        table
    }

    #[inline(never)]
    fn push(&mut self, row: u32) {
        self.rows[self.count] = row;
        self.count += 1;
    }

    #[inline(never)]
    pub fn largest(&self) -> u32 {
        alpha::fold(&self.rows[..self.count], 1, |a, b| a.max(b))
    }

    #[inline(never)]
    pub fn median(&mut self) -> u32 {
        self.sort(0, self.count);
        self.rows[self.count / 2]
    }

    #[inline(never)]
    fn sort(&mut self, from: usize, to: usize) {
        for i in from..to {
            for j in i + 1..to {
                if self.rows[j] < self.rows[i] {
                    self.rows.swap(i, j);
                }
            }
        }
    }
}

#[inline(never)]
pub fn checksum(bytes: &[u8], words: usize) -> u32 {
    let run = alpha::window(bytes, 0).longest_run();
    alpha::window(bytes, 0).sum(words) ^ u32::try_from(run).unwrap()
}
