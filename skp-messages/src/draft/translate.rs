//! From the checked form of the rule compiler to a [`program`](super::program).
//!
//! Every name becomes a place in a table. What is decided here is which absent values concern a whole rule and which one
//! item of a list, exactly as the Rust emitter decides it: an operand that is not read from the item of a lambda is read
//! before the lambda. `None` means that a rule does not fit the tables, which the compiler has excluded.

use std::collections::HashMap;
use std::rc::Rc;

use rust_decimal::Decimal;
use skp_codegen::cel::{Literal, typed};

use super::keep::{Keep, list};
use super::program::{
    Assertion, Bool, Date, Keys, Lambda, List, Months, Need, Number, Part, Path, Root, Rule, Step, Text,
};
use crate::shape::{self, Shape, Type};

/// Translates a rule of a composite.
pub(super) fn rule(
    constant: &'static shape::Rule,
    typed: &typed::Rule,
    composite: &'static Shape,
    keep: &mut Keep,
) -> Option<Rule> {
    let outer = Type::Composite(composite);
    let mut translator = Translator { keep, outer, scope: outer, variables: HashMap::new(), lambdas: Vec::new() };
    let each = match &typed.each {
        Some(each) => {
            let each_list = translator.named_list(each)?;
            translator.scope = translator.end(&each_list.path)?;
            Some(each_list)
        }
        None => None,
    };
    let when = match &typed.when {
        Some(when) => Some(translator.condition(when)?),
        None => None,
    };
    let assertion = match &typed.assertion {
        typed::Assertion::Holds(condition) => Assertion::Holds(translator.condition(condition)?),
        typed::Assertion::Unique(parts) => {
            Assertion::Unique(parts.iter().map(|part| translator.keys(part)).collect::<Option<_>>()?)
        }
        // Only rules between messages assert these, and a draft checks one message at a time.
        typed::Assertion::AsFirst(..) | typed::Assertion::Names(..) => return None,
    };
    Some(Rule { rule: constant, each, when, assertion })
}

struct Translator<'k> {
    keep: &'k mut Keep,
    /// What holds the list of `each`.
    outer: Type,
    /// What the rule runs on.
    scope: Type,
    /// What the variables of lambdas are items of.
    variables: HashMap<usize, Type>,
    /// The lambdas around the expression, innermost last: each its variable and what it needs from elsewhere.
    lambdas: Vec<(usize, Vec<Need>)>,
}

impl Translator<'_> {
    /// A path, without a say in what its absence means.
    fn path(&self, path: &typed::Path) -> Option<Path> {
        let root = match &path.root {
            typed::Root::Scope => Root::Scope,
            typed::Root::Outer => Root::Outer,
            typed::Root::Variable(variable) => Root::Variable(variable.id),
            // Only rules between messages read those, and a draft checks one message at a time.
            typed::Root::Earlier => return None,
        };
        let mut ty = self.start(root)?;
        let mut steps = Vec::new();
        for segment in &path.steps {
            let Type::Composite(shape) = ty else { return None };
            let index = shape.elements.iter().position(|element| element.name == segment.name)?;
            ty = shape.elements.get(index)?.ty;
            steps.push(Step { index, presence: segment.presence });
        }
        Some(Path { root, steps })
    }

    /// A path whose absence means that what is around it does not apply.
    fn read(&mut self, path: &typed::Path) -> Option<Path> {
        let read = self.path(path)?;
        if path.optional() {
            let own = match read.root {
                Root::Variable(variable) => Some(variable),
                Root::Scope | Root::Outer => None,
            };
            self.need(own, &Need::Path(read.clone()));
        }
        Some(read)
    }

    /// Notes that the lambdas inside the one of variable `own`, or all of them, need something from elsewhere.
    fn need(&mut self, own: Option<usize>, need: &Need) {
        for (variable, needs) in self.lambdas.iter_mut().rev() {
            if own == Some(*variable) {
                break;
            }
            needs.push(need.clone());
        }
    }

    fn start(&self, root: Root) -> Option<Type> {
        match root {
            Root::Scope => Some(self.scope),
            Root::Outer => Some(self.outer),
            Root::Variable(variable) => self.variables.get(&variable).copied(),
        }
    }

    /// The type of what a path leads to, of a list that of its items.
    fn end(&self, path: &Path) -> Option<Type> {
        path.steps.iter().try_fold(self.start(path.root)?, |ty, step| match ty {
            Type::Composite(shape) => shape.elements.get(step.index).map(|element| element.ty),
            _ => None,
        })
    }

    fn named_list(&mut self, path: &typed::Path) -> Option<List> {
        let (name, parts) = path.steps.split_last()?;
        let parts = parts.iter().map(|part| self.keep.text(&part.name)).collect();
        Some(List { path: self.path(path)?, parts: list(parts), name: self.keep.text(&name.name) })
    }

    /// A lambda over the items of a list.
    fn lambda<T>(
        &mut self,
        list: &Path,
        variable: &Rc<typed::Variable>,
        body: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Lambda<T>> {
        let item = self.end(list)?;
        self.variables.insert(variable.id, item);
        self.lambdas.push((variable.id, Vec::new()));
        let body = body(self);
        let (variable, needs) = self.lambdas.pop()?;
        Some(Lambda { variable, needs, body: body? })
    }

    fn filters(&mut self, part: &typed::Part, list: &Path) -> Option<Vec<Lambda<Bool>>> {
        let filters = part.filters.iter();
        filters.map(|(variable, test)| self.lambda(list, variable, |inner| inner.condition(test))).collect()
    }

    fn part(&mut self, part: &typed::Part) -> Option<Part> {
        let list = self.path(&part.list)?;
        Some(Part { filters: self.filters(part, &list)?, list })
    }

    fn keys(&mut self, (part, variable, key): &(typed::Part, Rc<typed::Variable>, Vec<typed::Path>)) -> Option<Keys> {
        let items = self.named_list(&part.list)?;
        let filters = self.filters(part, &items.path)?;
        let item = self.end(&items.path)?;
        self.variables.insert(variable.id, item);
        // Several elements have no place in common but that of the item.
        let place = match key.as_slice() {
            [one] => one.steps.as_slice(),
            _ => &[],
        };
        let place = place.iter().map(|step| self.keep.text(&step.name)).collect();
        let key = key.iter().map(|path| self.path(path)).collect::<Option<_>>()?;
        Some(Keys { list: items, filters, variable: variable.id, key, place: list(place) })
    }

    fn boxed(&mut self, condition: &typed::Bool) -> Option<Box<Bool>> {
        self.condition(condition).map(Box::new)
    }

    fn condition(&mut self, condition: &typed::Bool) -> Option<Bool> {
        Some(match condition {
            typed::Bool::Literal(value) => Bool::Literal(*value),
            typed::Bool::Path(path) => Bool::Path(self.read(path)?),
            typed::Bool::Has(path) => Bool::Has(self.path(path)?),
            typed::Bool::Not(inner) => Bool::Not(self.boxed(inner)?),
            typed::Bool::And(left, right) => Bool::And(self.boxed(left)?, self.boxed(right)?),
            typed::Bool::Or(left, right) => Bool::Or(self.boxed(left)?, self.boxed(right)?),
            typed::Bool::Same(equal, left, right) => Bool::Same(*equal, self.boxed(left)?, self.boxed(right)?),
            typed::Bool::Numbers(cmp, left, right) => Bool::Numbers(*cmp, self.number(left)?, self.number(right)?),
            typed::Bool::Dates(cmp, left, right) => Bool::Dates(*cmp, self.date(left)?, self.date(right)?),
            typed::Bool::Plain(cmp, left, right) => Bool::Plain(*cmp, self.read(left)?, self.read(right)?),
            typed::Bool::Texts(equal, left, right) => Bool::Texts(*equal, self.text(left)?, self.text(right)?),
            typed::Bool::Codes(path, codes) => {
                let codes = codes.iter().map(|code| code.text.clone()).collect();
                Bool::TextIn(Text::Path(self.read(path)?), codes)
            }
            typed::Bool::TextIn(text, texts) => Bool::TextIn(self.text(text)?, texts.clone()),
            typed::Bool::NumberIn(number, literals) => {
                let literals = literals.iter().copied().map(decimal).collect::<Option<_>>()?;
                Bool::NumberIn(self.number(number)?, literals)
            }
            typed::Bool::Near(numbers) => {
                let [a, b, tolerance] = &**numbers;
                Bool::Near(Box::new([self.number(a)?, self.number(b)?, self.number(tolerance)?]))
            }
            typed::Bool::AfterSending(path) => {
                self.need(None, &Need::Sent);
                Bool::AfterSending(self.read(path)?)
            }
            typed::Bool::Personal(path) => Bool::Personal(self.read(path)?),
            typed::Bool::Quantified(all, part, variable, test) => {
                let part = self.part(part)?;
                let test = self.lambda(&part.list, variable, |inner| inner.condition(test))?;
                Bool::Quantified(*all, part, Box::new(test))
            }
        })
    }

    /// A number. An absent element of a sum counts as nothing, so nothing needs it.
    fn number(&mut self, number: &typed::Number) -> Option<Number> {
        self.number_in(number, false)
    }

    fn number_in(&mut self, number: &typed::Number, sum: bool) -> Option<Number> {
        Some(match number {
            typed::Number::Literal(literal) => Number::Literal(decimal(*literal)?),
            typed::Number::Path(path) if sum => Number::Path(self.path(path)?),
            typed::Number::Path(path) => Number::Path(self.read(path)?),
            typed::Number::Size(list) => {
                Number::Size(list.parts.iter().map(|mapped| self.part(&mapped.part)).collect::<Option<_>>()?)
            }
            typed::Number::Chars(path) => Number::Chars(self.read(path)?),
            typed::Number::Arithmetic(op, left, right) => {
                let sum = adds(*op);
                let (left, right) = (self.number_in(left, sum)?, self.number_in(right, sum)?);
                Number::Arithmetic(*op, Box::new(left), Box::new(right))
            }
            typed::Number::Extreme(larger, left, right) => {
                Number::Extreme(*larger, Box::new(self.number(left)?), Box::new(self.number(right)?))
            }
            typed::Number::Sum(parts) => {
                Number::Sum(parts.iter().map(|part| self.summand(part)).collect::<Option<_>>()?)
            }
        })
    }

    fn summand(
        &mut self,
        (part, variable, number): &(typed::Part, Rc<typed::Variable>, typed::Number),
    ) -> Option<(Part, Lambda<Number>)> {
        let part = self.part(part)?;
        let number = self.lambda(&part.list, variable, |inner| inner.number_in(number, true))?;
        Some((part, number))
    }

    fn date(&mut self, date: &typed::Date) -> Option<Date> {
        Some(match date {
            typed::Date::Path(path) => Date::Path(self.read(path)?),
            typed::Date::Sent => {
                self.need(None, &Need::Sent);
                Date::Sent
            }
            typed::Date::Later(date, months) => {
                let months = match months {
                    typed::Months::Literal(months) => Months::Literal(*months),
                    typed::Months::Path(path) => Months::Path(self.read(path)?),
                };
                Date::Later(Box::new(self.date(date)?), months)
            }
        })
    }

    fn text(&mut self, text: &typed::Text) -> Option<Text> {
        Some(match text {
            typed::Text::Literal(text) => Text::Literal(text.clone()),
            typed::Text::Path(path) => Text::Path(self.read(path)?),
        })
    }
}

/// Whether an absent operand of an operator counts as nothing.
pub(super) const fn adds(op: skp_codegen::cel::Op) -> bool {
    matches!(op, skp_codegen::cel::Op::Add | skp_codegen::cel::Op::Sub)
}

fn decimal(literal: Literal) -> Option<Decimal> {
    Decimal::try_new(literal.mantissa, literal.scale).ok()
}
