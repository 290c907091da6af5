//! Which messages of two releases are the same message.

use super::{Counterparts, Pair, Table, table};
use crate::catalogue::{Catalogue, Message};

/// The messages of two adjoining releases.
pub(super) fn pair(catalogue: &Catalogue, tables: &mut Vec<Table>, module: usize, from: usize, to: usize) -> Pair {
    let mut pair = Pair { module, from, to, messages: Vec::new(), without: Vec::new() };
    let of = |release: usize| {
        let here = move |message: &Message| message.module == module && message.release == release && !message.header;
        catalogue.messages.iter().enumerate().filter(move |(_, message)| here(message))
    };
    for (number, message) in of(from) {
        match of(to).find(|(_, other)| other.key == message.key) {
            Some((other_number, other)) => {
                let table = (message.ty != other.ty)
                    .then(|| table::between(catalogue, tables, message.ty, other.ty, from < to));
                pair.messages.push(Counterparts { from: number, to: other_number, table: table.flatten() });
            }
            None => pair.without.push(number),
        }
    }
    pair
}
