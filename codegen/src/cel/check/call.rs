//! The functions: `has`, `size`, `sum`, `min`, `max`, `near`, `months_after`, `after_sending`, `holds_personal_data`
//! and `unique`.

use super::{Checker, conversation, fits};
use crate::cel::ast::{Expr, ExprKind, Name, Op};
use crate::cel::error::{Error, Result};
use crate::cel::suggest::suggestion;
use crate::cel::ty::Ty;
use crate::cel::typed::{Assertion, Bool, Date, Months, Number, Path, Text, Value};

/// The functions, with how they are written.
const FUNCTIONS: [(&str, &str); 10] = [
    ("has", "has(X)"),
    ("size", "size(X)"),
    ("sum", "sum(list)"),
    ("min", "min(a, b)"),
    ("max", "max(a, b)"),
    ("near", "near(a, b, tolerance)"),
    ("months_after", "months_after(date, n)"),
    ("after_sending", "after_sending(moment)"),
    ("holds_personal_data", "holds_personal_data(text)"),
    ("unique", "unique(list)"),
];

impl Checker<'_> {
    /// A call of a function.
    pub(super) fn call(&mut self, expr: &Expr, name: &Name, arguments: &[Expr]) -> Result<Value> {
        let number = |number| fits(number, &expr.span).map(Value::Number);
        match (name.text.as_str(), arguments) {
            ("has", [Expr { kind: ExprKind::Name(name), .. }])
                if self.binding(name).is_some_and(|binding| binding.composite.is_none()) =>
            {
                Ok(Value::Bool(Bool::Literal(false)))
            }
            ("has", [element]) => {
                let path = self.read(element)?;
                self.has(path, element)
            }
            ("size", [of]) => match self.value(of)? {
                Value::List(list) => number(Number::Size(list)),
                Value::Text(Text::Path(path)) => number(Number::Chars(path)),
                other => Err(self.expected("a list or a text of the message", &other, of)),
            },
            ("sum", [list]) => {
                let sum = self.sum(list)?;
                number(sum)
            }
            ("min" | "max", [a, b]) => {
                let (a, b) = (self.number(a)?, self.number(b)?);
                number(Number::Extreme(name.text == "max", Box::new(a), Box::new(b)))
            }
            ("near", [a, b, tolerance]) => {
                let (a, b) = (self.number(a)?, self.number(b)?);
                let tolerance = self.number(tolerance)?;
                let difference = Number::Arithmetic(Op::Sub, Box::new(a.clone()), Box::new(b.clone()));
                fits(difference, &expr.span)?;
                Ok(Value::Bool(Bool::Near(Box::new([a, b, tolerance]))))
            }
            ("months_after", [date, months]) => {
                let date = self.date(date)?;
                Ok(Value::Date(Date::Later(Box::new(date), self.months(months)?)))
            }
            ("after_sending", [moment]) => match self.value(moment)? {
                Value::Plain(path) if path.ty == Ty::DateTime => {
                    self.sent.get_or_insert_with(|| expr.span.clone());
                    Ok(Value::Bool(Bool::AfterSending(path)))
                }
                other => Err(self.expected("a moment of the message", &other, moment)),
            },
            ("holds_personal_data", [text]) => match self.value(text)? {
                Value::Text(Text::Path(path)) => Ok(Value::Bool(Bool::Personal(path))),
                other => Err(self.expected("a text of the message", &other, text)),
            },
            (function, _) if conversation::is_function(function) => Err(conversation::only_whole(name)),
            ("unique", _) => {
                let message = "`unique` can only be the whole of `assert`";
                Err(Error::meaning(name.span.clone(), message))
            }
            _ => Err(unknown(name, arguments.len())),
        }
    }

    /// `unique(list)`, where every item of the list is an element or several.
    pub(super) fn unique(&mut self, name: &Name, arguments: &[Expr]) -> Result<Assertion> {
        let [argument] = arguments else {
            return Err(unknown(name, arguments.len()));
        };
        let list = self.list(argument)?;
        let mut parts = Vec::new();
        let mut types: Option<Vec<Ty>> = None;
        for part in list.parts {
            let (part, variable, item) = self.items(part);
            let Some(key) = key(&item) else {
                return Err(self.expected("elements in `unique`, as in `X.map(v, v.Y)`", &item, argument));
            };
            let own = key.iter().map(|path| path.ty).collect();
            if types.get_or_insert_with(|| Vec::clone(&own)) != &own {
                let message = "the lists of `unique` have items of different types";
                return Err(Error::meaning(argument.span.clone(), message));
            }
            parts.push((part, variable, key));
        }
        Ok(Assertion::Unique(parts))
    }

    fn has(&self, path: Path, expr: &Expr) -> Result<Value> {
        if path.steps.is_empty() {
            let message = "expected an element in `has`; an item of a list is always there";
            return Err(Error::meaning(expr.span.clone(), message));
        }
        let certain = !path.optional() && !path.is_list();
        Ok(Value::Bool(if certain { Bool::Literal(true) } else { Bool::Has(path) }))
    }

    fn months(&mut self, expr: &Expr) -> Result<Months> {
        match self.number(expr)? {
            Number::Literal(literal) if literal.scale == 0 => Ok(Months::Literal(literal.mantissa)),
            Number::Path(path) if path.ty == Ty::Integer => Ok(Months::Path(path)),
            _ => Err(Error::meaning(expr.span.clone(), "expected a whole number of months")),
        }
    }
}

/// The elements that an item of `unique` is.
fn key(item: &Value) -> Option<Vec<Path>> {
    match item {
        Value::Key(paths) => Some(paths.clone()),
        Value::Plain(path)
        | Value::Number(Number::Path(path))
        | Value::Text(Text::Path(path))
        | Value::Date(Date::Path(path))
        | Value::Bool(Bool::Path(path)) => Some(vec![path.clone()]),
        _ => None,
    }
}

fn unknown(name: &Name, arguments: usize) -> Error {
    let message = match FUNCTIONS.iter().find(|(known, _)| *known == name.text) {
        Some((_, form)) => format!("expected `{form}`, found {arguments} arguments"),
        None => {
            let known: Vec<String> = FUNCTIONS.iter().map(|(known, _)| (*known).to_owned()).collect();
            format!("there is no function `{}`{}", name.text, suggestion(&name.text, &known))
        }
    };
    Error::meaning(name.span.clone(), message)
}

/// Whether an expression is a list of literals or elements, as in `map(v, [v.A, v.B])`.
pub(super) fn elements(expr: &Expr) -> Option<&[Expr]> {
    match &expr.kind {
        ExprKind::List(items) => Some(items),
        _ => None,
    }
}
