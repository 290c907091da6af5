//! Tables: from the catalogue of the generator to the shapes that generated code has as constants.
//!
//! Each function here is the twin of one that writes Rust, in `codegen/src/emit/rust`, and gives what that Rust would
//! be. Nothing here reads definitions or checks anything.

use skp_codegen::catalogue::{self, Catalogue, Content, Holds};
use skp_codegen::names::json_name;

use super::keep::{Keep, list, one};
use super::rules;
use crate::shape::{Code, CodeList, Element, Elsewhere, Kind, Pattern, Position, Privacy, Shape, SimpleType, Type};
use crate::straight::Predicted;

/// The types of a catalogue, in its own order.
#[derive(Default)]
pub(super) struct Shapes {
    simple: Vec<&'static SimpleType>,
    types: Vec<Type>,
}

impl Shapes {
    /// All types of a catalogue. A type comes after the types it uses.
    pub(super) fn new(catalogue: &Catalogue, keep: &mut Keep) -> Option<Self> {
        let mut shapes = Self::default();
        shapes.simple.extend(catalogue.simple.iter().map(|simple| one(simple_type(simple, keep))));
        for ty in &catalogue.types {
            let kept = match &ty.content {
                Content::Codes(codes) => Type::Code(one(code_list(ty, codes, keep))),
                Content::Composite(composite) => Type::Composite(one(shapes.shape(ty, composite, keep)?)),
            };
            shapes.types.push(kept);
        }
        Some(shapes)
    }

    /// The shape of the type with this number; `None` when that is no composite.
    pub(super) fn composite(&self, id: usize) -> Option<&'static Shape> {
        match self.types.get(id) {
            Some(Type::Composite(shape)) => Some(shape),
            _ => None,
        }
    }

    fn shape(&self, ty: &catalogue::Type, composite: &catalogue::Composite, keep: &mut Keep) -> Option<Shape> {
        let elements: Option<Vec<Element>> =
            composite.elements.iter().map(|element| self.element(element, keep)).collect();
        let elsewhere = composite.elsewhere.iter().map(|row| Elsewhere {
            name: keep.text(&row.name),
            json: keep.text(&json_name(&row.name)),
            since: keep.text(row.since.as_deref().unwrap_or_default()),
            until: keep.text(row.until.as_deref().unwrap_or_default()),
        });
        let elsewhere = list(elsewhere.collect());
        let elements = list(elements?);
        Some(Shape {
            name: keep.text(&ty.name),
            choice: composite.choice,
            elements,
            predicted: list(elements.iter().map(Predicted::of).collect()),
            elsewhere,
            rules: list(composite.rules.iter().map(|rule| one(rules::constant(rule, keep))).collect()),
            source: keep.text(&ty.source),
        })
    }

    fn element(&self, element: &catalogue::Element, keep: &mut Keep) -> Option<Element> {
        Some(Element {
            name: keep.text(&element.name),
            json: keep.text(&json_name(&element.name)),
            item: element.item.as_ref().map(|item| keep.text(item)),
            min: element.min,
            ty: match element.holds {
                Holds::Simple(id) => Type::Simple(self.simple.get(id.0).copied()?),
                Holds::Type(id) => *self.types.get(id.0)?,
            },
            low: element.low,
            high: element.high,
            pattern: element.pattern.as_ref().map(|pattern| one(self::pattern(pattern, keep))),
            privacy: privacy(element.privacy),
            source: keep.text(&element.source),
        })
    }
}

fn simple_type(simple: &catalogue::SimpleType, keep: &mut Keep) -> SimpleType {
    SimpleType {
        name: keep.text(&simple.name),
        kind: kind(simple.kind),
        low: simple.low,
        high: simple.high,
        pattern: simple.pattern.as_ref().map(|pattern| one(self::pattern(pattern, keep))),
        privacy: privacy(simple.privacy),
        source: keep.text(&simple.source),
    }
}

fn code_list(ty: &catalogue::Type, codes: &catalogue::Codes, keep: &mut Keep) -> CodeList {
    let rows = codes.codes.iter().map(|code| Code {
        code: keep.text(&code.code),
        nl: keep.text(&code.text.nl),
        en: keep.text(&code.text.en),
        source: keep.text(&code.source),
    });
    let rows = list(rows.collect());
    CodeList {
        name: keep.text(&ty.name),
        closed: codes.closed,
        integer: codes.integer,
        codes: rows,
        elsewhere: keep.texts(&codes.elsewhere),
        privacy: privacy(codes.privacy),
        source: keep.text(&ty.source),
    }
}

fn pattern(pattern: &catalogue::Pattern, keep: &mut Keep) -> Pattern {
    let automaton = &pattern.automaton;
    let position = |(ranges, next): &(Vec<(char, char)>, u64)| Position { ranges: list(ranges.clone()), next: *next };
    let positions = list(automaton.positions.iter().map(position).collect());
    Pattern::new(keep.text(&pattern.text), automaton.empty, automaton.first, automaton.last, positions)
}

const fn privacy(privacy: catalogue::Privacy) -> Privacy {
    match privacy {
        catalogue::Privacy::None => Privacy::None,
        catalogue::Privacy::Personal => Privacy::Personal,
        catalogue::Privacy::Sensitive => Privacy::Sensitive,
    }
}

const fn kind(kind: catalogue::Kind) -> Kind {
    match kind {
        catalogue::Kind::Text => Kind::Text,
        catalogue::Kind::Lines => Kind::Lines,
        catalogue::Kind::Date => Kind::Date,
        catalogue::Kind::DateTime => Kind::DateTime,
        catalogue::Kind::Amount => Kind::Amount,
        catalogue::Kind::Percentage => Kind::Percentage,
        catalogue::Kind::Integer => Kind::Integer,
        catalogue::Kind::Boolean => Kind::Boolean,
        catalogue::Kind::Uuid => Kind::Uuid,
        catalogue::Kind::Bsn => Kind::Bsn,
        catalogue::Kind::Iban => Kind::Iban,
        catalogue::Kind::Postcode => Kind::Postcode,
        catalogue::Kind::Base64 => Kind::Base64,
        catalogue::Kind::Uri => Kind::Uri,
    }
}
