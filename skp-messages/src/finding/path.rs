//! Which element a finding is about, in the standard's own words and in those of the format.

use std::borrow::Cow;
use std::fmt;

use crate::Format;

/// The way to an element.
///
/// `Display` gives the neutral path of the standard, `Vorderingen[2].Afkooppercentage`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path {
    pub(crate) root: Root,
    pub(crate) steps: Vec<PathStep>,
}

/// What a path starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Root {
    /// The input as a whole: it was not read far enough to know its message.
    Input,
    /// The header of an envelope.
    Header,
    /// A message: its id, and whether it stands in an envelope.
    Message(&'static str, bool),
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PathStep {
    /// The name as the standard writes it; an unknown element's as it was given.
    pub name: Cow<'static, str>,
    /// The name in JSON.
    pub json: Cow<'static, str>,
    /// Into an item of the list: the name of one item, and which, counted from 0.
    pub item: Option<(&'static str, usize)>,
}

impl Path {
    /// The path to the root itself.
    #[must_use]
    pub const fn root(root: Root) -> Self {
        Self { root, steps: Vec::new() }
    }

    /// What the path starts from.
    #[must_use]
    pub const fn start(&self) -> Root {
        self.root
    }

    /// The way from the root.
    #[must_use]
    pub fn steps(&self) -> &[PathStep] {
        &self.steps
    }

    /// The path as XPath (XML) or JSON Pointer (JSON).
    #[must_use]
    pub fn in_format(&self, format: Format) -> String {
        match format {
            Format::Xml => self.xpath(),
            Format::Json => self.pointer(),
        }
    }

    fn xpath(&self) -> String {
        let mut out = match self.root {
            Root::Input => return "/".to_owned(),
            Root::Header => "/soap:Envelope/soap:Header/Berichtheader".to_owned(),
            Root::Message(id, false) => format!("/{id}"),
            Root::Message(id, true) => format!("/soap:Envelope/soap:Body/{id}"),
        };
        for step in &self.steps {
            out.push('/');
            out.push_str(&step.name);
            if let Some((item, index)) = step.item {
                out.push_str(&format!("/{item}[{}]", index + 1));
            }
        }
        out
    }

    fn pointer(&self) -> String {
        let mut out = match self.root {
            Root::Input | Root::Message(_, false) => String::new(),
            Root::Header => "/header".to_owned(),
            Root::Message(_, true) => "/inhoud".to_owned(),
        };
        for step in &self.steps {
            out.push('/');
            // RFC 6901: a tilde and a slash in a name are escaped.
            out.push_str(&step.json.replace('~', "~0").replace('/', "~1"));
            if let Some((_, index)) = step.item {
                out.push_str(&format!("/{index}"));
            }
        }
        out
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        if self.root == Root::Header {
            f.write_str("Berichtheader")?;
            first = false;
        }
        for step in &self.steps {
            if !first {
                f.write_str(".")?;
            }
            first = false;
            f.write_str(&step.name)?;
            if let Some((_, index)) = step.item {
                write!(f, "[{}]", index + 1)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_reads_in_three_ways() {
        let step =
            |name: &'static str, json: &'static str, item| PathStep { name: name.into(), json: json.into(), item };
        let steps = vec![
            step("Vorderingen", "vorderingen", Some(("Vordering", 1))),
            step("Afkooppercentage", "afkooppercentage", None),
        ];
        let path = Path { root: Root::Message("Betaalvoorstel", false), steps };
        assert_eq!(path.to_string(), "Vorderingen[2].Afkooppercentage");
        assert_eq!(path.in_format(Format::Xml), "/Betaalvoorstel/Vorderingen/Vordering[2]/Afkooppercentage");
        assert_eq!(path.in_format(Format::Json), "/vorderingen/1/afkooppercentage");
    }

    #[test]
    fn a_header_has_a_path_of_its_own() {
        let step = PathStep { name: "Afzender".into(), json: "afzender".into(), item: None };
        let path = Path { root: Root::Header, steps: vec![step] };
        assert_eq!(path.to_string(), "Berichtheader.Afzender");
        assert_eq!(path.in_format(Format::Xml), "/soap:Envelope/soap:Header/Berichtheader/Afzender");
        assert_eq!(path.in_format(Format::Json), "/header/afzender");
    }
}
