//! One change, as data: what changed, where, from what to what, and which messages it touches.
//!
//! Nothing here judges; [`super::Assessed`] does, by the verdict table.

use super::kind::Kind;
use crate::catalogue::{Message, Text};

/// What a thing is called on both sides; one of them is absent when the thing is new or gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Name {
    /// On the old side.
    pub old: Option<String>,
    /// On the new side.
    pub new: Option<String>,
}

impl Name {
    /// The same name on both sides.
    #[must_use]
    pub fn same(name: &str) -> Self {
        Self::both(name, name)
    }

    /// A name on each side.
    #[must_use]
    pub fn both(old: &str, new: &str) -> Self {
        Self { old: Some(old.to_owned()), new: Some(new.to_owned()) }
    }

    /// The name on the new side, or else on the old one.
    #[must_use]
    pub fn newest(&self) -> &str {
        self.new.as_deref().or(self.old.as_deref()).unwrap_or_default()
    }

    /// Whether it is called otherwise on the new side.
    #[must_use]
    pub fn renamed(&self) -> bool {
        matches!((&self.old, &self.new), (Some(old), Some(new)) if old != new)
    }

    fn mirrored(&self) -> Self {
        Self { old: self.new.clone(), new: self.old.clone() }
    }
}

/// What sort of thing a change is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A module.
    Module,
    /// A release of it.
    Release,
    /// The header of all messages.
    Header,
    /// A message.
    Message,
    /// A composite.
    Composite,
    /// A code list.
    CodeList,
    /// A simple type.
    Simple,
    /// The conversation of a module.
    Conversation,
}

impl Sort {
    /// The word in JSON and CSV.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Release => "release",
            Self::Header => "header",
            Self::Message => "message",
            Self::Composite => "composite",
            Self::CodeList => "codelist",
            Self::Simple => "type",
            Self::Conversation => "conversation",
        }
    }

    /// Whether it is in messages only by way of the elements that use it.
    #[must_use]
    pub const fn is_shared(self) -> bool {
        matches!(self, Self::Composite | Self::CodeList | Self::Simple)
    }
}

/// What sort of row inside a thing a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowSort {
    /// An element.
    Element,
    /// A code.
    Code,
    /// A rule.
    Rule,
    /// A step, participant or deadline of a conversation.
    Step,
}

impl RowSort {
    /// The word in JSON and CSV.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Code => "code",
            Self::Rule => "rule",
            Self::Step => "step",
        }
    }
}

/// Where a change is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What sort of thing.
    pub sort: Sort,
    /// Which one.
    pub name: Name,
    /// Which row of it; none when the change is about the whole.
    pub row: Option<(RowSort, Name)>,
}

impl Place {
    /// The whole of a thing.
    #[must_use]
    pub const fn whole(sort: Sort, name: Name) -> Self {
        Self { sort, name, row: None }
    }

    /// A row of this thing.
    #[must_use]
    pub fn row(&self, sort: RowSort, name: Name) -> Self {
        Self { row: Some((sort, name)), ..self.clone() }
    }

    /// As one word, by the newest names: `Kennisgeving.Adreskeuze`, `Kennisgeving`, `RedenGeenMedewerking = ANDERS`.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.row {
            None => self.name.newest().to_owned(),
            Some((RowSort::Element, row)) => format!("{}.{}", self.name.newest(), row.newest()),
            Some((RowSort::Code, row)) => format!("{} = {}", self.name.newest(), row.newest()),
            Some((RowSort::Rule, row)) => format!("{} {}", self.name.newest(), row.newest()),
            Some((RowSort::Step, row)) => format!("{}: {}", self.name.newest(), row.newest()),
        }
    }
}

/// A message that a change touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Touched {
    /// Its id on both sides.
    pub name: Name,
    /// Who sends it, on one side or the other, sorted.
    pub from: Vec<String>,
    /// Who receives it, on one side or the other, sorted.
    pub to: Vec<String>,
    /// Whether it is the header, which goes with every message.
    pub header: bool,
}

impl Touched {
    /// A message by what it is on both sides.
    #[must_use]
    pub fn new(old: Option<&Message>, new: Option<&Message>) -> Self {
        let roles = |of: fn(&Message) -> &Vec<String>| {
            let mut roles: Vec<String> = old.into_iter().chain(new).flat_map(of).cloned().collect();
            roles.sort();
            roles.dedup();
            roles
        };
        Self {
            name: Name { old: old.map(|old| old.id.clone()), new: new.map(|new| new.id.clone()) },
            from: roles(|message| &message.from),
            to: roles(|message| &message.to),
            header: old.into_iter().chain(new).any(|message| message.header),
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind it is.
    pub kind: Kind,
    /// Where it is.
    pub place: Place,
    /// What stood there.
    pub before: Option<Text>,
    /// What stands there.
    pub after: Option<Text>,
    /// The messages it touches. A change in a shared type stands once, with all of them; when no message that both
    /// sides have uses the type, there are none.
    pub touches: Vec<Touched>,
    /// The provenance of what stands there, or stood there.
    pub source: String,
}

impl Change {
    /// Whether what stands there is a modelling choice of this project, or in part.
    #[must_use]
    pub fn is_proposed(&self) -> bool {
        self.source.contains("proposed")
    }

    /// The same change the other way round, when `mirror` is the mirror of its kind. The provenance stays.
    #[must_use]
    pub fn mirrored(&self, mirror: Kind) -> Self {
        let row = self.place.row.as_ref().map(|(sort, name)| (*sort, name.mirrored()));
        Self {
            kind: mirror,
            place: Place { sort: self.place.sort, name: self.place.name.mirrored(), row },
            before: self.after.clone(),
            after: self.before.clone(),
            touches: self.touches.iter().map(|one| Touched { name: one.name.mirrored(), ..one.clone() }).collect(),
            source: self.source.clone(),
        }
    }
}

/// A text that reads the same in both languages.
#[must_use]
pub fn plain(text: impl Into<String>) -> Text {
    let nl = text.into();
    Text { en: nl.clone(), nl }
}
