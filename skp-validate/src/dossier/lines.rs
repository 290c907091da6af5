//! From inputs to messages: a file is one message, or NDJSON with one on each line.

use std::path::Path;

use crate::{Input, Trouble, TroubleKind};

/// One message of a dossier, or why it could not be read.
#[derive(Debug)]
pub(super) struct Message {
    name: String,
    line: u32,
    content: Result<Vec<u8>, Trouble>,
}

impl Message {
    pub(super) fn trouble(trouble: Trouble) -> Self {
        Self { name: trouble.name.clone(), line: 1, content: Err(trouble) }
    }

    /// The name of the input.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The line of the input on which it begins, counted from 1.
    pub(super) const fn line(&self) -> u32 {
        self.line
    }

    pub(super) fn bytes(&self) -> Option<&[u8]> {
        self.content.as_deref().ok()
    }

    pub(super) fn into_bytes(self) -> Result<Vec<u8>, Trouble> {
        self.content
    }
}

/// The messages of an input; empty lines are passed over.
pub(super) fn read(input: &Input, limit: usize) -> Vec<Message> {
    let name = input.to_string();
    let bytes = match read_bytes(input, limit) {
        Ok(bytes) => bytes,
        Err(error) => return vec![Message::trouble(Trouble::new(name, TroubleKind::Io(error)))],
    };
    let by_name = match input {
        Input::File(path) => is_ndjson(path),
        Input::Stdin => None,
    };
    if !by_name.unwrap_or_else(|| looks_like_lines(&bytes)) {
        return vec![Message { name, line: 1, content: Ok(bytes) }];
    }
    let lines = bytes.split(|&byte| byte == b'\n').zip(1..);
    let filled = lines.filter(|(line, _)| !line.trim_ascii().is_empty());
    filled.map(|(line, number)| Message { name: name.clone(), line: number, content: Ok(line.to_vec()) }).collect()
}

/// A file of lines may be larger than one message.
fn read_bytes(input: &Input, limit: usize) -> std::io::Result<Vec<u8>> {
    const MESSAGES: usize = 64;
    input.read(limit.saturating_mul(MESSAGES))
}

fn is_ndjson(path: &Path) -> Option<bool> {
    let extension = path.extension()?;
    if ["ndjson", "jsonl"].iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        return Some(true);
    }
    ["json", "xml"].iter().any(|known| extension.eq_ignore_ascii_case(known)).then_some(false)
}

/// Whether the first line is a whole JSON object and there is a second one.
fn looks_like_lines(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let first = lines.next().is_some_and(|line| line.starts_with(b"{") && line.ends_with(b"}"));
    first && lines.next().is_some_and(|line| line.starts_with(b"{"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_from_one_message() {
        assert!(looks_like_lines(b"{\"a\":1}\n{\"b\":2}\n"));
        assert!(looks_like_lines(b"\n {\"a\":1}\r\n\n{"));
        for one in [&b"{\n\"a\":1\n}"[..], b"{\"a\":1}\n", b"<a/>\n<b/>", b""] {
            assert!(!looks_like_lines(one));
        }
        assert_eq!(is_ndjson(Path::new("a.NDJSON")), Some(true));
        assert_eq!(is_ndjson(Path::new("a.json")), Some(false));
        assert_eq!(is_ndjson(Path::new("a.txt")), None);
    }
}
