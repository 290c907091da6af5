//! Zip files: each message and stream in them, in the order of their list of contents.
//!
//! The list is read as it goes, so that a zip with a million files takes no more memory than one with ten. Nothing is ever
//! written to a path that a zip names.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use super::feed::{Counted, Feed, Gone};
use super::kind::{Content, Kind, Packing};
use super::rules::Fault;
use super::zip_list::{Entry, List};
use crate::terminal::harmful;
use crate::{Checked, Trouble, TroubleKind};

/// A zip may always become this large.
const FREE: u64 = 64 << 20;
/// Beyond that it may become this many times as large as it is. Messages become about 20 times as small, the same message
/// again and again a few hundred times; deflate can do a thousand.
const RATIO: u64 = 500;

/// Hands out what is in a zip.
pub(super) fn feed(feed: &mut Feed<'_, '_>, path: &Path, position: u64) -> Result<(), Gone> {
    let zip = path.display().to_string();
    let opened = File::open(path).and_then(|list| Ok((list.metadata()?.len(), list, File::open(path)?)));
    let (size, list, bodies) = match opened {
        Ok(opened) => opened,
        Err(error) => return feed.tell(Checked::unreadable(zip, error), position),
    };
    let mut list = match List::find(BufReader::new(list)) {
        Ok(list) => list,
        Err(error) => return feed.tell(Checked::unpacked(zip, error), position),
    };
    let mut bodies = Counted { reader: bodies, read: feed.bulk.read };
    let budget = Budget { left: Cell::new(FREE.max(size.saturating_mul(RATIO))) };
    let mut any = false;
    let mut position = position;
    loop {
        let entry = match list.next() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(error) => return feed.tell(Checked::unpacked(zip, error), position),
        };
        any |= member(feed, &zip, &entry, &mut bodies, &budget, position)?;
        position = position.wrapping_add(1);
        if budget.left.get() == 0 {
            return feed.tell(Checked::of_fault(zip, Fault::Expands(RATIO)), position);
        }
    }
    if any { Ok(()) } else { feed.trouble(Trouble::new(zip, TroubleKind::NothingMatched), position) }
}

/// Hands out one file of a zip; false when it is passed over as it would be in a folder.
fn member(
    feed: &mut Feed<'_, '_>,
    zip: &str,
    entry: &Entry,
    bodies: &mut Counted<'_, File>,
    budget: &Budget,
    position: u64,
) -> Result<bool, Gone> {
    // Names of old tools are in any encoding.
    let raw = String::from_utf8_lossy(&entry.name).into_owned();
    let parts = || raw.split(['/', '\\']);
    let kind = Kind::of_name(&raw);
    let file = parts().next_back().unwrap_or_default();
    if raw.ends_with(['/', '\\']) || (!kind.holds_messages() && kind.packing == Packing::Plain) {
        return Ok(false);
    }
    let safe = !raw.starts_with(['/', '\\'])
        && !raw.contains(':')
        && !raw.contains(harmful)
        && parts().all(|part| !matches!(part, "" | "." | ".."));
    // A name that is not safe is shown, but never as a path out of the zip.
    let shown = if safe { raw.clone() } else { format!("?/{}", file.replace("..", "?")) };
    let name = format!("{zip}!{shown}");
    let fault = if !safe {
        Some(Fault::Name)
    } else if parts().any(|part| part.starts_with('.')) || parts().next() == Some("__MACOSX") {
        return Ok(false);
    } else if kind.packing != Packing::Plain || kind.content == Some(Content::Zip) {
        Some(Fault::Nested)
    } else if entry.encrypted {
        Some(Fault::Encrypted)
    } else {
        None
    };
    if let Some(fault) = fault {
        feed.tell(Checked::of_fault(name, fault), position)?;
        return Ok(true);
    }
    let reader = match entry.open(bodies) {
        Ok(reader) => Limited { reader, budget },
        Err(error) => {
            feed.tell(Checked::unpacked(name, error), position)?;
            return Ok(true);
        }
    };
    match kind.content {
        Some(Content::Lines) => feed.lines(name, reader, position)?,
        _ => feed.one(name, reader, position)?,
    }
    Ok(true)
}

/// How much may still come out of a zip.
struct Budget {
    left: Cell<u64>,
}

/// Ends with a fault when too much comes out.
struct Limited<'l, R> {
    reader: R,
    budget: &'l Budget,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let left = self.budget.left.get();
        if left == 0 && !room.is_empty() {
            return Err(Fault::Expands(RATIO).into());
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(room.len());
        let read = self.reader.read(room.get_mut(..most).unwrap_or_default())?;
        self.budget.left.set(left - read as u64);
        Ok(read)
    }
}
