//! From the checked rules of the generator to those of the sampler.
//!
//! The catalogue of the generator and the tables of this crate come from the same definitions, so they are walked side
//! by side; where they differ the translation says so instead of guessing.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use skp_codegen::catalogue::{self, Catalogue, Content, Holds, TypeId};
use skp_codegen::cel::{Literal, Op, Presence, typed};

use super::rule::{Assertion, Bool, Date, Months, Number, Part, Path, Root, Rule, Text};
use crate::shape::{self, MessageInfo, Shape, Type};

/// The rules of every table, by the address of the table.
pub(crate) type Rules = HashMap<usize, Vec<Rule>>;

/// The key of a table.
pub(crate) fn key(shape: &'static Shape) -> usize {
    std::ptr::from_ref(shape) as usize
}

/// Translates the rules of the header and of every message this crate was built with.
pub(crate) fn rules(catalogue: &Catalogue) -> Result<Rules, String> {
    let mut rules = Rules::new();
    let mut done = HashSet::new();
    for message in &catalogue.messages {
        let shape = if message.header {
            crate::catalogue::header()
        } else {
            match known(catalogue, message) {
                Some(info) => info.shape,
                // The module is switched off.
                None => continue,
            }
        };
        table(catalogue, message.ty, shape, &mut rules, &mut done)?;
    }
    Ok(rules)
}

/// The message of this crate that a message of the catalogue is; none when its module is switched off.
pub(crate) fn known(catalogue: &Catalogue, message: &catalogue::Message) -> Option<&'static MessageInfo> {
    let module = catalogue.modules.get(message.module)?;
    let release = module.releases.get(message.release)?.number.to_string();
    crate::catalogue::messages()
        .iter()
        .copied()
        .find(|info| info.module.id == module.id && info.release.number == release && info.id == message.id)
}

fn table(
    catalogue: &Catalogue,
    ty: TypeId,
    shape: &'static Shape,
    rules: &mut Rules,
    done: &mut HashSet<usize>,
) -> Result<(), String> {
    if !done.insert(key(shape)) {
        return Ok(());
    }
    let differs = || format!("the table of {} differs from its definition", shape.name);
    let Some(Content::Composite(composite)) = catalogue.types.get(ty.0).map(|ty| &ty.content) else {
        return Err(differs());
    };
    if composite.elements.len() != shape.elements.len() {
        return Err(differs());
    }
    for (row, element) in composite.elements.iter().zip(shape.elements) {
        match (row.holds, element.ty) {
            _ if row.name != element.name => return Err(differs()),
            (Holds::Type(part), Type::Composite(shape)) => table(catalogue, part, shape, rules, done)?,
            _ => {}
        }
    }
    let translated: Result<Vec<Rule>, String> = composite.rules.iter().map(|found| rule(shape, found)).collect();
    let translated = translated?;
    if !translated.is_empty() {
        rules.insert(key(shape), translated);
    }
    Ok(())
}

fn rule(shape: &'static Shape, found: &catalogue::Rule) -> Result<Rule, String> {
    let info = shape.rules.iter().copied().find(|info| info.id == found.id);
    let info: &'static shape::Rule = info.ok_or_else(|| format!("{} has no rule {}", shape.name, found.id))?;
    typed_rule(shape, info, &found.compiled.typed, &[])
}

/// A checked rule on a table, which may read earlier messages by these names.
pub(crate) fn typed_rule(
    shape: &'static Shape,
    info: &'static shape::Rule,
    typed: &typed::Rule,
    earlier: &[(&str, Option<&'static Shape>)],
) -> Result<Rule, String> {
    let mut scope = Scope { own: Some(shape), outer: None, variables: HashMap::new(), earlier };
    let each = match &typed.each {
        Some(list) => {
            let (path, item) = scope.path(list)?;
            scope = Scope { own: item, outer: Some(shape), variables: HashMap::new(), earlier };
            Some(path.steps)
        }
        None => None,
    };
    let when = typed.when.as_ref().map(|when| scope.condition(when)).transpose()?;
    let assertion = match &typed.assertion {
        typed::Assertion::Holds(condition) => Assertion::Holds(scope.condition(condition)?),
        typed::Assertion::Unique(parts) => {
            let keys = parts.iter().map(|(part, variable, key)| {
                let part = scope.part(part)?;
                scope.variable(variable)?;
                let key: Result<Vec<Path>, String> = key.iter().map(|path| Ok(scope.path(path)?.0)).collect();
                Ok((part, variable.id, key?))
            });
            Assertion::Unique(keys.collect::<Result<_, String>>()?)
        }
        // What these assert is told by the list of earlier messages; see `conversation::facts`.
        typed::Assertion::AsFirst(..) | typed::Assertion::Names(..) => {
            return Err(format!("{} is not about one message", info.id));
        }
    };
    Ok(Rule { info, each, when, assertion, at: place(&typed.at, scope.own) })
}

/// A condition on the content of a message.
pub(crate) fn condition(shape: &'static Shape, condition: &typed::Bool) -> Result<Bool, String> {
    Scope { own: Some(shape), outer: None, variables: HashMap::new(), earlier: &[] }.condition(condition)
}

/// The place of a finding; empty when it is not in the composite or item itself.
fn place(steps: &[typed::Step], own: Option<&'static Shape>) -> Vec<usize> {
    let mut shape = own;
    let mut place = Vec::new();
    for step in steps {
        let typed::Step::Element(name) = step else { break };
        let Some(index) =
            shape.and_then(|shape| shape.elements.iter().position(|element| element.name == name.as_str()))
        else {
            return Vec::new();
        };
        shape = shape.and_then(|shape| part_of(shape, index));
        place.push(index);
    }
    place
}

fn part_of(shape: &'static Shape, index: usize) -> Option<&'static Shape> {
    match shape.elements.get(index)?.ty {
        Type::Composite(part) => Some(part),
        _ => None,
    }
}

/// The tables that paths start in.
struct Scope<'e> {
    own: Option<&'static Shape>,
    outer: Option<&'static Shape>,
    variables: HashMap<usize, Option<&'static Shape>>,
    /// The names of earlier messages, with their tables.
    earlier: &'e [(&'e str, Option<&'static Shape>)],
}

impl Scope<'_> {
    /// A path, and the table of what it leads to.
    fn path(&self, path: &typed::Path) -> Result<(Path, Option<&'static Shape>), String> {
        let (root, mut shape) = match &path.root {
            typed::Root::Scope => (Root::Scope, self.own),
            typed::Root::Outer => (Root::Outer, self.outer),
            typed::Root::Variable(variable) => {
                (Root::Variable(variable.id), self.variables.get(&variable.id).copied().flatten())
            }
            typed::Root::Earlier => {
                let name = path.steps.first().map_or("", |segment| segment.name.as_str());
                let found = self.earlier.iter().position(|(known, _)| *known == name);
                let index = found.ok_or_else(|| format!("a rule reads {name}, which it does not name"))?;
                (earlier(index), self.earlier.get(index).and_then(|(_, shape)| *shape))
            }
        };
        let mut steps = Vec::new();
        let named = usize::from(matches!(path.root, typed::Root::Earlier));
        for segment in path.steps.iter().skip(named) {
            let known = shape.and_then(|shape| {
                let index = shape.elements.iter().position(|element| element.name == segment.name)?;
                Some((index, part_of(shape, index)))
            });
            let (index, part) = known.ok_or_else(|| format!("a rule reads {}, which has no place", segment.name))?;
            steps.push(index);
            shape = part;
        }
        let optional = path.steps.iter().any(|segment| segment.presence == Presence::Optional);
        Ok((Path { root, steps, optional }, shape))
    }

    fn plain(&self, path: &typed::Path) -> Result<Path, String> {
        Ok(self.path(path)?.0)
    }

    fn variable(&mut self, variable: &typed::Variable) -> Result<(), String> {
        let (_, item) = self.path(&variable.list)?;
        self.variables.insert(variable.id, item);
        Ok(())
    }

    fn part(&mut self, part: &typed::Part) -> Result<Part, String> {
        let list = self.plain(&part.list)?;
        let filters = part.filters.iter().map(|(variable, test)| {
            self.variable(variable)?;
            Ok((variable.id, self.condition(test)?))
        });
        let filters = filters.collect::<Result<_, String>>()?;
        Ok(Part { list, filters })
    }

    fn both(&mut self, left: &typed::Bool, right: &typed::Bool) -> Result<Box<[Bool; 2]>, String> {
        Ok(Box::new([self.condition(left)?, self.condition(right)?]))
    }

    fn condition(&mut self, condition: &typed::Bool) -> Result<Bool, String> {
        Ok(match condition {
            typed::Bool::Literal(value) => Bool::Literal(*value),
            typed::Bool::Path(path) => Bool::Path(self.plain(path)?),
            typed::Bool::Has(path) => Bool::Has(self.plain(path)?),
            typed::Bool::Not(inner) => Bool::Not(Box::new(self.condition(inner)?)),
            typed::Bool::And(left, right) => Bool::And(self.both(left, right)?),
            typed::Bool::Or(left, right) => Bool::Or(self.both(left, right)?),
            typed::Bool::Same(equal, left, right) => Bool::Same(*equal, self.both(left, right)?),
            typed::Bool::Numbers(cmp, left, right) => Bool::Numbers(*cmp, self.numbers(left, right)?),
            typed::Bool::Dates(cmp, left, right) => Bool::Dates(*cmp, Box::new([self.date(left)?, self.date(right)?])),
            typed::Bool::Plain(cmp, left, right) => Bool::Plain(*cmp, self.plain(left)?, self.plain(right)?),
            typed::Bool::Texts(equal, left, right) => Bool::Texts(*equal, self.text(left)?, self.text(right)?),
            typed::Bool::Codes(path, codes) => {
                Bool::Codes(self.plain(path)?, codes.iter().map(|code| code.text.clone()).collect())
            }
            typed::Bool::TextIn(text, texts) => Bool::TextIn(self.text(text)?, texts.clone()),
            typed::Bool::NumberIn(number, literals) => {
                Bool::NumberIn(self.number(number)?, literals.iter().copied().map(decimal).collect())
            }
            typed::Bool::Near(numbers) => {
                let [a, b, tolerance] = numbers.as_ref();
                Bool::Near(Box::new([self.number(a)?, self.number(b)?, self.number(tolerance)?]))
            }
            typed::Bool::AfterSending(path) => Bool::AfterSending(self.plain(path)?),
            typed::Bool::Personal(path) => Bool::Personal(self.plain(path)?),
            typed::Bool::Quantified(all, part, variable, test) => {
                let part = self.part(part)?;
                self.variable(variable)?;
                Bool::Quantified(*all, Box::new(part), variable.id, Box::new(self.condition(test)?))
            }
        })
    }

    fn numbers(&mut self, left: &typed::Number, right: &typed::Number) -> Result<Box<[Number; 2]>, String> {
        Ok(Box::new([self.number(left)?, self.number(right)?]))
    }

    fn number(&mut self, number: &typed::Number) -> Result<Number, String> {
        Ok(match number {
            typed::Number::Literal(literal) => Number::Literal(decimal(*literal)),
            typed::Number::Path(path) => Number::Path(self.plain(path)?),
            typed::Number::Size(list) => {
                let parts: Result<Vec<Part>, String> = list.parts.iter().map(|part| self.part(&part.part)).collect();
                Number::Size(parts?)
            }
            typed::Number::Chars(path) => Number::Chars(self.plain(path)?),
            typed::Number::Arithmetic(op, left, right) => {
                let both = self.numbers(left, right)?;
                match op {
                    Op::Sub => Number::Sub(both),
                    Op::Mul => Number::Mul(both),
                    _ => Number::Add(both),
                }
            }
            typed::Number::Extreme(larger, left, right) => Number::Extreme(*larger, self.numbers(left, right)?),
            typed::Number::Sum(parts) => {
                let parts = parts.iter().map(|(part, variable, number)| {
                    let part = self.part(part)?;
                    self.variable(variable)?;
                    Ok((part, variable.id, self.number(number)?))
                });
                Number::Sum(parts.collect::<Result<_, String>>()?)
            }
        })
    }

    fn date(&mut self, date: &typed::Date) -> Result<Date, String> {
        Ok(match date {
            typed::Date::Path(path) => Date::Path(self.plain(path)?),
            typed::Date::Sent => Date::Sent,
            typed::Date::Later(date, months) => {
                let months = match months {
                    typed::Months::Literal(months) => Months::Literal(*months),
                    typed::Months::Path(path) => Months::Path(self.plain(path)?),
                };
                Date::Later(Box::new(self.date(date)?), months)
            }
        })
    }

    fn text(&self, text: &typed::Text) -> Result<Text, String> {
        Ok(match text {
            typed::Text::Literal(text) => Text::Literal(text.clone()),
            typed::Text::Path(path) => Text::Path(self.plain(path)?),
        })
    }
}

/// Where paths into an earlier message start: in a variable that is bound to it.
pub(crate) const fn earlier(index: usize) -> Root {
    Root::Variable(usize::MAX - index)
}

fn decimal(literal: Literal) -> Decimal {
    Decimal::new(literal.mantissa, literal.scale)
}
