//! Why an input could not be read at all.
//!
//! A message with mistakes is no trouble: it has findings. Trouble is about files and patterns.

use std::io;

use skp_messages::Lang;

/// An argument or a file that gave no bytes to check.
#[derive(Debug)]
pub struct Trouble {
    /// The argument or file as it was named.
    pub name: String,
    /// What is the matter with it.
    pub kind: TroubleKind,
}

/// What is the matter with an argument or file.
#[derive(Debug)]
pub enum TroubleKind {
    /// There is no such file or folder.
    NotFound,
    /// The folder or pattern is right, but nothing in it is a message.
    NothingMatched,
    /// The pattern itself is wrong; the text says how.
    BadPattern(String),
    /// The operating system refused.
    Io(io::Error),
    /// The program itself failed on this input: a mistake of ours.
    Internal,
}

impl Trouble {
    pub(crate) fn new(name: impl Into<String>, kind: TroubleKind) -> Self {
        Self { name: name.into(), kind }
    }

    /// What is the matter, in one line, without the name.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match &self.kind {
            TroubleKind::NotFound => lang.pick("bestaat niet", "does not exist").to_owned(),
            TroubleKind::NothingMatched if self.name.contains(['*', '?', '[']) => {
                lang.pick("geen bestand past op dit patroon", "no file matches this pattern").to_owned()
            }
            TroubleKind::NothingMatched => {
                lang.pick("hierin staat geen bestand met berichten", "there is no file with messages in it").to_owned()
            }
            TroubleKind::BadPattern(why) => format!("{}: {why}", lang.pick("ongeldig patroon", "invalid pattern")),
            TroubleKind::Io(error) => format!("{}: {error}", lang.pick("niet te lezen", "cannot be read")),
            TroubleKind::Internal => lang
                .pick(
                    "interne fout in skp tijdens het controleren; meld dit aan de makers, zonder het bericht mee te sturen",
                    "internal error in skp while checking; tell its makers, without sending the message along",
                )
                .to_owned(),
        }
    }
}
