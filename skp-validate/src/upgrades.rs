//! What becomes of each element between adjoining releases, to read before a message is converted.
//!
//! The plan itself is made in `skp-codegen`; here it gets names and words.

use serde::Serialize;
use skp_codegen::catalogue::{Catalogue, Composite, Content, Element, TypeId};
use skp_codegen::upgrade::{How, Pair, Risk, Row, Table, TableId, Upgrades};
use skp_messages::Lang;

/// Two adjoining releases, in one direction.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Releases {
    /// The module.
    pub module: String,
    /// The release a message comes from.
    pub from: String,
    /// The release it goes to.
    pub to: String,
    /// The messages whose content differs.
    pub messages: Vec<Contents>,
    /// The composites and code lists in them whose content differs.
    pub types: Vec<Contents>,
    /// The messages of which nothing changes.
    pub same: Vec<String>,
    /// The messages that only the first release has.
    pub gone: Vec<String>,
    /// The messages that only the second has.
    pub new: Vec<String>,
}

/// What becomes of one content.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// Its name in the release it comes from.
    pub from: String,
    /// Its name in the release it goes to.
    pub to: String,
    /// Whether every value goes over whole.
    pub certain: bool,
    /// What becomes of each element.
    pub elements: Vec<Line>,
    /// The names of the contents that its elements are converted by.
    #[serde(skip)]
    uses: Vec<String>,
    /// Of a code list the codes that the second release does not have.
    pub codes_gone: Vec<String>,
    /// Of a code list the codes that the first release does not have.
    pub codes_new: Vec<String>,
}

/// What becomes of one element.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Its name in the release it comes from.
    pub from: Option<String>,
    /// Its name in the release it goes to.
    pub to: Option<String>,
    /// How its value goes over.
    pub what: What,
    /// The part of a choice that it becomes or was; the type that is converted.
    pub by: Option<String>,
    /// What may go wrong: `lost`, `missing`, `mayBeAbsent`, `mayNotFit`, `onlyOne`, `otherParts`, `inside`.
    pub risks: Vec<&'static str>,
}

/// How a value goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum What {
    /// As it is.
    Kept,
    /// As its text, read as another type.
    Read,
    /// Part by part, as its type says.
    Converted,
    /// As a part of a choice.
    Wrapped,
    /// As what a part of a choice held.
    Unwrapped,
    /// Only the second release has the element.
    New,
    /// Only the first release has it.
    Gone,
}

impl Releases {
    /// Keeps what a module or message of this name stands for, case aside; false when that is nothing.
    pub fn keep(&mut self, name: &str) -> bool {
        let same = |one: &str| one.eq_ignore_ascii_case(name);
        if same(&self.module) {
            return true;
        }
        self.messages.retain(|message| same(&message.from) || same(&message.to));
        for list in [&mut self.same, &mut self.gone, &mut self.new] {
            list.retain(|id| same(id));
        }
        let mut used: Vec<String> = self.messages.iter().flat_map(|message| message.uses.clone()).collect();
        let mut at = 0;
        while let Some(name) = used.get(at) {
            let inner = self.types.iter().filter(|ty| ty.to == *name).flat_map(|ty| ty.uses.clone());
            let inner: Vec<String> = inner.filter(|name| !used.contains(name)).collect();
            used.extend(inner);
            at += 1;
        }
        self.types.retain(|ty| used.contains(&ty.to));
        !(self.messages.is_empty() && self.same.is_empty() && self.gone.is_empty() && self.new.is_empty())
    }
}

impl Line {
    /// What becomes of the element, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let by = self.by.as_deref().unwrap_or_default();
        let how = match (self.what, lang) {
            (What::Kept, Lang::Nl) if self.from == self.to => "blijft".to_owned(),
            (What::Kept, Lang::En) if self.from == self.to => "kept".to_owned(),
            (What::Kept, _) => lang.pick("de waarde gaat over", "its value goes over").to_owned(),
            (What::Read, _) => lang.pick("wordt als ander type gelezen", "read as another type").to_owned(),
            (What::Converted, Lang::Nl) => format!("wordt omgezet, zie {by}"),
            (What::Converted, Lang::En) => format!("converted, see {by}"),
            (What::Wrapped, Lang::Nl) => format!("wordt de keuze {by}"),
            (What::Wrapped, Lang::En) => format!("becomes the choice {by}"),
            (What::Unwrapped, Lang::Nl) => format!("alleen de keuze {by} gaat over"),
            (What::Unwrapped, Lang::En) => format!("only the choice {by} goes over"),
            (What::New, _) if self.risks.is_empty() => {
                lang.pick("nieuw, mag ontbreken", "new, may be absent").to_owned()
            }
            (What::New, _) => lang.pick("nieuw en verplicht", "new and required").to_owned(),
            (What::Gone, _) => lang.pick("vervalt; een waarde gaat verloren", "gone; a value is lost").to_owned(),
        };
        let risks = self.risks.iter().filter_map(|risk| {
            Some(match *risk {
                "mayBeAbsent" => lang.pick("verplicht, en kan hier ontbreken", "required, and may be absent here"),
                "mayNotFit" => lang.pick("een waarde kan niet passen", "a value may not fit"),
                "onlyOne" => lang.pick("alleen het eerste item gaat over", "only the first item goes over"),
                "inside" => {
                    lang.pick("er kan iets in verloren gaan of ontbreken", "something in it may be lost or missing")
                }
                _ => return None,
            })
        });
        std::iter::once(how.as_str()).chain(risks).collect::<Vec<_>>().join("; ")
    }
}

/// The plans of all adjoining releases.
#[must_use]
pub fn list(catalogue: &Catalogue) -> Vec<Releases> {
    let upgrades = skp_codegen::upgrade::plan(catalogue);
    let lister = Lister { catalogue, upgrades: &upgrades };
    upgrades.pairs.iter().filter_map(|pair| lister.releases(pair)).collect()
}

struct Lister<'c> {
    catalogue: &'c Catalogue,
    upgrades: &'c Upgrades,
}

impl Lister<'_> {
    fn releases(&self, pair: &Pair) -> Option<Releases> {
        let module = self.catalogue.modules.get(pair.module)?;
        let number = |release: usize| Some(module.releases.get(release)?.number.to_string());
        let id = |message: &usize| self.catalogue.messages.get(*message).map(|message| message.id.clone());
        let back = self
            .upgrades
            .pairs
            .iter()
            .find(|back| (back.module, back.from, back.to) == (pair.module, pair.to, pair.from));
        let mut used = Vec::new();
        let mut messages = Vec::new();
        let mut same = Vec::new();
        for counterparts in &pair.messages {
            match counterparts.table.and_then(|table| self.upgrades.tables.get(table.0)) {
                Some(table) => {
                    self.inner(table, &mut used);
                    messages.extend(self.contents(table));
                }
                None => same.extend(id(&counterparts.to)),
            }
        }
        Some(Releases {
            module: module.id.clone(),
            from: number(pair.from)?,
            to: number(pair.to)?,
            messages,
            types: used.iter().filter_map(|id| self.contents(self.upgrades.tables.get(id.0)?)).collect(),
            same,
            gone: pair.without.iter().filter_map(id).collect(),
            new: back.map(|back| back.without.iter().filter_map(id).collect()).unwrap_or_default(),
        })
    }

    /// The tables that a table uses, each once.
    fn inner(&self, table: &Table, used: &mut Vec<TableId>) {
        for row in &table.rows {
            if let Some(id) = inner(row)
                && !used.contains(&id)
                && let Some(inner) = self.upgrades.tables.get(id.0)
            {
                used.push(id);
                self.inner(inner, used);
            }
        }
    }

    /// The name of the content by which an element is converted.
    fn used(&self, row: &Row) -> Option<String> {
        let inner = self.upgrades.tables.get(inner(row)?.0)?;
        Some(self.catalogue.types.get(inner.to.0)?.name.clone())
    }

    fn contents(&self, table: &Table) -> Option<Contents> {
        let (old, new) = (self.catalogue.types.get(table.from.0)?, self.catalogue.types.get(table.to.0)?);
        let mut contents = Contents {
            from: old.name.clone(),
            to: new.name.clone(),
            certain: table.certain(),
            elements: Vec::new(),
            uses: table.rows.iter().filter_map(|row| self.used(row)).collect(),
            codes_gone: Vec::new(),
            codes_new: Vec::new(),
        };
        match (&old.content, &new.content) {
            (Content::Composite(from), Content::Composite(to)) => {
                contents.elements = table.rows.iter().map(|row| self.line(row, from, to)).collect();
            }
            (Content::Codes(from), Content::Codes(to)) => {
                let only = |these: &skp_codegen::catalogue::Codes, those: &skp_codegen::catalogue::Codes| {
                    let known = |code: &str| those.codes.iter().any(|other| other.code == code);
                    these.codes.iter().map(|code| code.code.clone()).filter(|code| !known(code)).collect()
                };
                contents.codes_gone = only(from, to);
                contents.codes_new = only(to, from);
            }
            _ => return None,
        }
        Some(contents)
    }

    fn line(&self, row: &Row, from: &Composite, to: &Composite) -> Line {
        let old = row.from.and_then(|place| from.elements.get(place));
        let new = row.to.and_then(|place| to.elements.get(place));
        let (what, by) = match row.how {
            How::None if new.is_some() => (What::New, None),
            How::None => (What::Gone, None),
            How::Keep => (What::Kept, None),
            How::Read => (What::Read, None),
            How::Convert(_) => (What::Converted, new.and_then(|element| self.type_name(element))),
            How::Wrap(part, _) => (What::Wrapped, new.and_then(|element| self.part(element, part))),
            How::Unwrap(part, _) => (What::Unwrapped, old.and_then(|element| self.part(element, part))),
        };
        let name = |element: Option<&Element>| element.map(|element| element.name.clone());
        Line { from: name(old), to: name(new), what, by, risks: row.risks.iter().map(|risk| word(*risk)).collect() }
    }

    fn held(&self, element: &Element) -> Option<TypeId> {
        match element.holds {
            skp_codegen::catalogue::Holds::Type(id) => Some(id),
            skp_codegen::catalogue::Holds::Simple(_) => None,
        }
    }

    fn type_name(&self, element: &Element) -> Option<String> {
        Some(self.catalogue.types.get(self.held(element)?.0)?.name.clone())
    }

    fn part(&self, choice: &Element, part: usize) -> Option<String> {
        match &self.catalogue.types.get(self.held(choice)?.0)?.content {
            Content::Composite(composite) => Some(composite.elements.get(part)?.name.clone()),
            Content::Codes(_) => None,
        }
    }
}

/// The table by which an element is converted.
const fn inner(row: &Row) -> Option<TableId> {
    match row.how {
        How::Convert(id) | How::Wrap(_, Some(id)) | How::Unwrap(_, Some(id)) => Some(id),
        _ => None,
    }
}

const fn word(risk: Risk) -> &'static str {
    match risk {
        Risk::Lost => "lost",
        Risk::Missing => "missing",
        Risk::MayBeAbsent => "mayBeAbsent",
        Risk::MayNotFit => "mayNotFit",
        Risk::OnlyOne => "onlyOne",
        Risk::OtherParts => "otherParts",
        Risk::Inside => "inside",
    }
}
