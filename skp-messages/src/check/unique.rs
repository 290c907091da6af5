//! Finding values that stand more than once.
//!
//! Nearly always there are none. So a first pass over the values keeps a hash of each and no more; only when two are
//! alike does a second one look at the values and their places. A sender who makes hashes alike on purpose gains
//! that second pass, which no sender can slow down.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

/// Where a value that must be unique stands, from the composite a rule runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In an element.
    Element(&'static str),
    /// In an item of a list, counted from 0.
    Item(&'static str, usize),
}

/// Values of which each may stand once.
pub struct Unique<K>(Pass<K>);

enum Pass<K> {
    Hashes(Hashes),
    Values(Values<K>),
}

/// The places of a value that stands again, and of the first one.
pub(super) struct Repeat {
    pub(super) place: Vec<Place>,
    pub(super) first: Vec<Place>,
}

impl<K: Hash + Eq> Unique<K> {
    /// Adds a value and where it stands.
    #[inline]
    pub fn add(&mut self, place: &[Place], value: K) {
        match &mut self.0 {
            Pass::Hashes(hashes) => hashes.add(hash(&value)),
            Pass::Values(values) => values.add(place, value),
        }
    }

    /// The repeats among the values that `collect` adds, in the order they are added.
    pub(super) fn repeats(collect: impl Fn(&mut Self)) -> Vec<Repeat> {
        let mut unique = Self(Pass::Hashes(Hashes::new()));
        collect(&mut unique);
        if let Pass::Hashes(hashes) = unique.0
            && !hashes.may_repeat()
        {
            return Vec::new();
        }
        let mut unique = Self(Pass::Values(Values { seen: HashMap::new(), repeats: Vec::new() }));
        collect(&mut unique);
        match unique.0 {
            Pass::Values(values) => values.repeats,
            Pass::Hashes(_) => Vec::new(),
        }
    }
}

/// The hashes of the values; a few of them without memory of their own.
struct Hashes {
    few: [u64; Self::FEW],
    count: usize,
    many: Vec<u64>,
}

impl Hashes {
    const FEW: usize = 16;

    const fn new() -> Self {
        Self { few: [0; Self::FEW], count: 0, many: Vec::new() }
    }

    fn add(&mut self, hash: u64) {
        match self.few.get_mut(self.count) {
            Some(free) => *free = hash,
            None => self.many.push(hash),
        }
        self.count += 1;
    }

    /// Whether two are the same.
    fn may_repeat(mut self) -> bool {
        let few = self.few.get_mut(..self.count.min(Self::FEW)).unwrap_or_default();
        let hashes = if self.many.is_empty() {
            few
        } else {
            self.many.extend_from_slice(few);
            &mut self.many
        };
        hashes.sort_unstable();
        hashes.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
    }
}

/// The values with the place of each, and the repeats.
struct Values<K> {
    seen: HashMap<K, Vec<Place>>,
    repeats: Vec<Repeat>,
}

impl<K: Hash + Eq> Values<K> {
    #[cold]
    fn add(&mut self, place: &[Place], value: K) {
        match self.seen.entry(value) {
            Entry::Occupied(first) => {
                self.repeats.push(Repeat { place: place.to_vec(), first: first.get().clone() });
            }
            Entry::Vacant(entry) => {
                entry.insert(place.to_vec());
            }
        }
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = Quick(0);
    value.hash(&mut hasher);
    hasher.0
}

/// A quick hash, the same in every run. Nothing may rest on it that a sender could turn against us.
struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
        // Both halves fit in 64 bits.
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.mix(u64::from_le_bytes(last) ^ (bytes.len() as u64) << 56);
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeats(values: &[&str]) -> Vec<usize> {
        let collect = |unique: &mut Unique<String>| {
            for (index, value) in values.iter().enumerate() {
                unique.add(&[Place::Item("Vorderingen", index)], (*value).to_owned());
            }
        };
        let index = |place: &[Place]| match place {
            [Place::Item(_, index)] => *index,
            _ => usize::MAX,
        };
        let repeats = Unique::repeats(collect);
        repeats.iter().flat_map(|repeat| [index(&repeat.place), index(&repeat.first)]).collect()
    }

    #[test]
    fn each_repeat_names_the_first() {
        assert_eq!(repeats(&["a", "b", "a", "a"]), [2, 0, 3, 0]);
        assert_eq!(repeats(&["a", "b", "factuur 1", "factuur 2"]), [0; 0]);
    }

    #[test]
    fn a_repeat_is_found_among_many() {
        let many: Vec<String> = (0..5000).map(|number| format!("F-{number}")).collect();
        let mut many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(repeats(&many), [0; 0]);
        many.push("F-17");
        assert_eq!(repeats(&many), [5000, 17]);
    }
}
