//! What is read can be written in each format and layout, and read back equal.

use skp_messages::{Format, Layout, Received, read};

use crate::made;

/// Reads bytes, or a sample that they change; writes what is valid, and reads that.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, None) else { return };
    if let Ok(received) = read(&input) {
        survives(&received);
    }
}

/// Sees that a message comes back equal from each format and layout.
pub fn survives(received: &Received) {
    let written = canonical(received);
    for format in [Format::Json, Format::Xml] {
        for layout in [Layout::Compact, Layout::Pretty] {
            let text = write(received, format, layout);
            let back = read(text.as_bytes()).unwrap_or_else(|report| panic!("written, but not read: {report}\n{text}"));
            assert_eq!(back.format(), format);
            assert_eq!(back.info().bericht, received.info().bericht);
            assert!(back.header() == received.header(), "the header came back different\n{text}");
            assert_eq!(canonical(&back), written, "{format} {layout:?} came back different");
            assert_eq!(write(&back, format, layout), text, "written again it is different");
        }
    }
}

/// The one way in which a message is written in each format.
fn canonical(received: &Received) -> [String; 2] {
    [Format::Json, Format::Xml].map(|format| write(received, format, Layout::Compact))
}

fn write(received: &Received, format: Format, layout: Layout) -> String {
    received.write(format, layout).unwrap_or_else(|report| panic!("read, but not written as {format}: {report}"))
}
