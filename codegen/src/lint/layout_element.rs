//! Each column of a layout of the portal is an element that its message has in its release, with the parts it names.

use super::views::{Moment, id_at, module, releases};
use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Column, Definitions, Element, Layout, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for layout in &defs.layouts {
        let moments = module(defs, layout.module.as_str()).into_iter().flat_map(releases);
        let Some(moment) = moments.into_iter().find(|moment| moment.number.to_string() == layout.release.as_str())
        else {
            let text = format!("module `{}` has no release `{}`", layout.module, layout.release);
            out.push(Diagnostic::new("layout-element", &layout.release.span, text).label("no such release"));
            continue;
        };
        let look = Look { defs, layout, moment };
        for column in &layout.columns {
            look.column(column, out);
        }
    }
}

/// A layout in its release.
struct Look<'d> {
    defs: &'d Definitions,
    layout: &'d Layout,
    moment: Moment<'d>,
}

impl<'d> Look<'d> {
    fn column(&self, column: &Column, out: &mut Vec<Diagnostic>) {
        let path: Vec<&str> = column.element.as_str().split('.').collect();
        let answer = |number: usize| self.layout.answers.get(number).map(Text::as_str);
        let role = column.role.as_ref().map_or("", Text::as_str);
        let (table, path) = match (role, column.part.as_str()) {
            ("conversation" | "reference" | "sender", _) => (
                self.defs.messages.iter().find(|message| message.header).map(|message| message.elements.as_slice()),
                path.get(1..),
            ),
            (_, "question") => (self.message(self.layout.question.as_str()), path.get(..)),
            // The path begins with the message.
            ("unknown-client" | "refusal", _) => (path.first().and_then(|id| self.message(id)), path.get(1..)),
            ("agreed", _) => (path.first().and_then(|id| self.message(id)), None),
            ("agreed-only", _) => (answer(1).and_then(|id| self.message(id)), path.get(..)),
            // Not an element: it chooses among lists, or stands in each of them.
            ("kind" | "claim", _) => (answer(0).and_then(|id| self.message(id)), None),
            _ => (answer(0).and_then(|id| self.message(id)), path.get(..)),
        };
        // That a message is unknown is said by another check.
        let Some(table) = table else { return };
        let mut inner = Some(table);
        for name in path.unwrap_or_default() {
            match self.step(inner, name) {
                Ok(next) => inner = next,
                Err(near) => return out.push(wrong(&column.element, name, near)),
            }
        }
        for part in &column.parts {
            if let Err(near) = self.step(inner, part.as_str()) {
                out.push(wrong(part, part.as_str(), near));
            }
        }
        if let Some(list) = &column.list
            && let Err(near) = self.step(Some(table), list.as_str())
        {
            out.push(wrong(list, list.as_str(), near));
        }
        for code in column.codes.iter().filter(|_| role == "kind") {
            let list = code.as_str().split_once('=').map_or("", |(_, list)| list);
            if let Err(near) = self.step(Some(table), list) {
                out.push(wrong(code, list, near));
            }
        }
    }

    /// The elements of a message of the release.
    fn message(&self, id: &str) -> Option<&'d [Element]> {
        let here = |message: &&crate::model::Message| {
            message.module == self.moment.module.id.as_str()
                && self.moment.has(&message.life)
                && *id_at(message, self.moment.number) == *id
        };
        self.defs.messages.iter().find(here).map(|message| message.elements.as_slice())
    }

    /// The elements of the element with this name, `None` when it holds a value; or the name that was perhaps meant.
    fn step(&self, table: Option<&'d [Element]>, name: &str) -> Result<Option<&'d [Element]>, Option<&'d str>> {
        let alive = || table.unwrap_or_default().iter().filter(|element| self.moment.has(&element.life));
        let Some(element) = alive().find(|element| element.name == *name) else {
            return Err(closest(name, alive().map(|element| element.name.as_str())));
        };
        let composite = self.defs.composites.iter().find(|composite| composite.name == *element.ty.as_str());
        Ok(composite.map(|composite| composite.elements.as_slice()))
    }
}

fn wrong(at: &Text, name: &str, near: Option<&str>) -> Diagnostic {
    let text = format!("there is no element `{name}` there in the release of the layout");
    let diagnostic = Diagnostic::new("layout-element", &at.span, text);
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("a path goes from the message to the element, without the names of items"),
    }
}
