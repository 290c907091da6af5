//! A sample of a new message to begin with: what is required and nothing else, with a value that fits each type.
//!
//! Rules are not looked at, so it may break one. All values are made up.

use crate::catalogue::{Catalogue, Composite, Content, Element, Holds, Kind, SimpleType};
use crate::names::json_name;
use crate::pattern::Automaton;
use crate::source::SourceFile;

/// The sample in JSON and XML.
pub(super) fn of(catalogue: &Catalogue, module: &str, number: &str, id: &str, path: &str) -> Vec<SourceFile> {
    let message = catalogue.messages.iter().find(|message| {
        let at = catalogue.modules.get(message.module);
        let here = at.is_some_and(|at| {
            at.id == module && at.releases.get(message.release).is_some_and(|found| found.number.to_string() == number)
        });
        here && message.id == id
    });
    let Some(root) = message.and_then(|message| composite(catalogue, message.ty.0)) else { return Vec::new() };
    let mut writer = Writer { catalogue, json: String::new(), xml: String::new() };
    writer.xml.push_str(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{id} xmlns=\"urn:x-skp:{module}:{number}\">\n"
    ));
    writer.json.push_str(&format!("{{\n  \"bericht\": \"{module}/{number}/{id}\""));
    let rows = required(root);
    if !rows.is_empty() {
        writer.json.push_str(",\n");
    }
    writer.rows(&rows, 1);
    writer.json.push_str("\n}\n");
    writer.xml.push_str(&format!("</{id}>\n"));
    vec![
        SourceFile { path: format!("{path}.json"), text: writer.json },
        SourceFile { path: format!("{path}.xml"), text: writer.xml },
    ]
}

fn composite(catalogue: &Catalogue, id: usize) -> Option<&Composite> {
    match &catalogue.types.get(id)?.content {
        Content::Composite(composite) => Some(composite),
        Content::Codes(_) => None,
    }
}

/// The rows that must be there: the required ones, or one when a composite would be empty or is a choice.
fn required(composite: &Composite) -> Vec<&Element> {
    let rows: Vec<&Element> = composite.elements.iter().filter(|element| element.min > 0).collect();
    if rows.is_empty() { composite.elements.first().into_iter().collect() } else { rows }
}

struct Writer<'c> {
    catalogue: &'c Catalogue,
    json: String,
    xml: String,
}

impl Writer<'_> {
    /// Writes rows; composites do not hold themselves, a lint sees to that.
    fn rows(&mut self, rows: &[&Element], depth: usize) {
        let indent = "  ".repeat(depth);
        for (at, element) in rows.iter().enumerate() {
            if at > 0 {
                self.json.push_str(",\n");
            }
            self.json.push_str(&format!("{indent}\"{}\": ", json_name(&element.name)));
            match &element.item {
                Some(item) => {
                    self.json.push_str(&format!("[\n{indent}  "));
                    self.xml.push_str(&format!("{indent}<{}>\n", element.name));
                    self.value(element, item, depth + 1);
                    self.json.push_str(&format!("\n{indent}]"));
                    self.xml.push_str(&format!("{indent}</{}>\n", element.name));
                }
                None => self.value(element, &element.name, depth),
            }
        }
    }

    fn value(&mut self, element: &Element, tag: &str, depth: usize) {
        let indent = "  ".repeat(depth);
        let (text, bare) = match element.holds {
            Holds::Simple(id) => match self.catalogue.simple.get(id.0) {
                Some(simple) => (simple_value(simple, element), matches!(simple.kind, Kind::Integer | Kind::Boolean)),
                None => return,
            },
            Holds::Type(id) => match self.catalogue.types.get(id.0).map(|ty| &ty.content) {
                Some(Content::Codes(codes)) => {
                    let first = codes.codes.first().map(|code| code.code.clone());
                    (first.unwrap_or_default(), codes.integer)
                }
                Some(Content::Composite(inner)) => {
                    self.json.push_str("{\n");
                    self.xml.push_str(&format!("{indent}<{tag}>\n"));
                    self.rows(&required(inner), depth + 1);
                    self.json.push_str(&format!("\n{indent}}}"));
                    self.xml.push_str(&format!("{indent}</{tag}>\n"));
                    return;
                }
                None => return,
            },
        };
        let json = text.replace('\\', "\\\\").replace('"', "\\\"");
        let xml = text.replace('&', "&amp;").replace('<', "&lt;");
        self.json.push_str(&if bare { text } else { format!("\"{json}\"") });
        self.xml.push_str(&format!("{indent}<{tag}>{xml}</{tag}>\n"));
    }
}

/// A value that fits a type and its element.
fn simple_value(simple: &SimpleType, element: &Element) -> String {
    let low = element.low.map_or(simple.low, i64::from);
    let high = element.high.map_or(simple.high, i64::from);
    let hundredths = |value: i64| format!("{}.{:02}", value / 100, value % 100);
    let own = match simple.kind {
        Kind::Date => "2026-01-15".to_owned(),
        Kind::DateTime => "2026-01-15T09:30:00+01:00".to_owned(),
        Kind::Amount => hundredths(10_000.clamp(low, high)),
        Kind::Percentage => (5_000.clamp(low, high) / 100).to_string(),
        Kind::Integer => 1.clamp(low, high).to_string(),
        Kind::Boolean => "true".to_owned(),
        Kind::Uuid => "3e516d4f-5379-4b19-823f-73dd5a2d02ca".to_owned(),
        Kind::Bsn => "999990020".to_owned(),
        Kind::Iban => "NL13TEST0123456789".to_owned(),
        Kind::Postcode => "1234AB".to_owned(),
        Kind::Base64 => "JVBERi0xLjQK".to_owned(),
        Kind::Uri => "https://example.nl/".to_owned(),
        Kind::Text | Kind::Lines => {
            let word = "Voorbeeld";
            let length = usize::try_from(9.clamp(low, high.max(low))).unwrap_or(9);
            word.chars().cycle().take(length).collect()
        }
    };
    let patterns = [element.pattern.as_ref(), simple.pattern.as_ref()];
    let fits = |text: &str| patterns.iter().flatten().all(|pattern| pattern.automaton.matches(text));
    if fits(&own) {
        return own;
    }
    patterns.iter().flatten().find_map(|pattern| shortest(&pattern.automaton)).unwrap_or(own)
}

/// A shortest text that an automaton accepts; each position is visited once.
fn shortest(automaton: &Automaton) -> Option<String> {
    let letter = |ranges: &[(char, char)]| {
        let within = |wanted: &char| ranges.iter().any(|(low, high)| (low..=high).contains(&wanted));
        ['A', 'a', '1', '0'].into_iter().find(within).or_else(|| ranges.first().map(|(low, _)| *low))
    };
    let mut reached: Vec<Option<String>> = vec![None; automaton.positions.len()];
    let mut next: Vec<(usize, String)> = (0..automaton.positions.len())
        .filter(|at| automaton.first & (1 << at) != 0)
        .map(|at| (at, String::new()))
        .collect();
    while !next.is_empty() {
        let mut after = Vec::new();
        for (at, before) in next {
            let (Some((ranges, follow)), Some(place @ None)) = (automaton.positions.get(at), reached.get_mut(at))
            else {
                continue;
            };
            let text = format!("{before}{}", letter(ranges)?);
            if automaton.last & (1 << at) != 0 {
                return Some(text);
            }
            after.extend((0..64).filter(|next| follow & (1 << next) != 0).map(|next| (next, text.clone())));
            *place = Some(text);
        }
        next = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern;

    #[test]
    fn a_shortest_text_fits_its_pattern() {
        for written in ["[0-9]{4}", "871[0-9]{15}", "[^ @]+@[^ @.]+(\\.[^ @.]+)+", "(ab|c)d?", "[A-Z]{2}[0-9]+x"] {
            let automaton = pattern::compile(written).unwrap();
            let text = shortest(&automaton).unwrap();
            assert!(automaton.matches(&text), "{written}: {text}");
        }
    }
}
