//! What a run is over.

use std::fmt;
use std::io::Read;

use crate::{Input, Trouble};

/// Something with messages in it.
pub enum Source<'r> {
    /// A file or standard input; its name, or else its first bytes, says what is in it.
    Input(Input),
    /// An argument that stands for nothing, or a file that cannot be found.
    Trouble(Trouble),
    /// Lines from anywhere, not packed.
    Lines {
        /// What it is called in results.
        name: String,
        /// Where the bytes come from.
        reader: Box<dyn Read + Send + 'r>,
    },
}

impl<'r> Source<'r> {
    /// Lines from any reader, called `name` in results.
    pub fn lines(name: impl Into<String>, reader: impl Read + Send + 'r) -> Self {
        Self::Lines { name: name.into(), reader: Box::new(reader) }
    }
}

impl From<Result<Input, Trouble>> for Source<'_> {
    fn from(found: Result<Input, Trouble>) -> Self {
        match found {
            Ok(input) => Self::Input(input),
            Err(trouble) => Self::Trouble(trouble),
        }
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(input) => f.debug_tuple("Input").field(input).finish(),
            Self::Trouble(trouble) => f.debug_tuple("Trouble").field(trouble).finish(),
            Self::Lines { name, .. } => f.debug_struct("Lines").field("name", name).finish_non_exhaustive(),
        }
    }
}
