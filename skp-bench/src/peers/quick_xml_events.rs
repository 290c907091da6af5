//! The bare event loop of quick-xml: nothing is kept and nothing is resolved.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Counts the elements.
///
/// # Errors
/// When quick-xml gives up.
pub fn elements(bytes: &[u8]) -> Result<u64, quick_xml::Error> {
    let mut reader = Reader::from_reader(bytes);
    let mut elements = 0;
    loop {
        match reader.read_event()? {
            Event::Start(_) | Event::Empty(_) => elements += 1,
            Event::Eof => return Ok(elements),
            _ => {}
        }
    }
}
