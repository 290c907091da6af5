//! quick-xml with serde: typed structs, no checks.

use quick_xml::DeError;
use quick_xml::se::{SeError, Serializer};
use serde::{Serialize, de::DeserializeOwned};
use skp_messages::Layout;

/// Reads a message.
///
/// From text and not from a reader, which is the faster way: it borrows what it can.
///
/// # Errors
/// When the bytes do not fit the type.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DeError> {
    let text = std::str::from_utf8(bytes).map_err(|error| DeError::Custom(error.to_string()))?;
    quick_xml::de::from_str(text)
}

/// Writes a message.
///
/// # Errors
/// When a value has no form in XML.
pub fn write<T: Serialize>(message: &T, layout: Layout) -> Result<String, SeError> {
    let mut text = String::from(DECLARATION);
    if layout == Layout::Pretty {
        text.push('\n');
    }
    let mut serializer = Serializer::new(&mut text);
    if layout == Layout::Pretty {
        serializer.indent(' ', 2);
    }
    message.serialize(serializer)?;
    Ok(text)
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
