//! Comparisons and `in`.

use super::{Checker, list};
use crate::cel::ast::{Cmp, Expr, ExprKind};
use crate::cel::error::{Error, ErrorKind, Result};
use crate::cel::lexer::Literal;
use crate::cel::suggest::suggestion;
use crate::cel::ty::Ty;
use crate::cel::typed::{Bool, Code, Path, Text, Value};

impl Checker<'_> {
    /// Two values with a comparison between them.
    pub(super) fn compare(&mut self, expr: &Expr, cmp: Cmp, left: &Expr, right: &Expr) -> Result<Bool> {
        let first = self.value(left)?;
        let second = self.value(right)?;
        self.compare_values(cmp, (first, left), (second, right), expr)
    }

    fn compare_values(&self, cmp: Cmp, left: (Value, &Expr), right: (Value, &Expr), expr: &Expr) -> Result<Bool> {
        let equality = match cmp {
            Cmp::Eq => Some(true),
            Cmp::Ne => Some(false),
            _ => None,
        };
        let of = |kinds: &str| {
            let message = format!("`{}` compares numbers or dates, not {kinds}", cmp.symbol());
            Error::meaning(expr.span.clone(), message)
        };
        match (left.0, right.0) {
            (Value::Number(a), Value::Number(b)) => {
                Ok(list::emptiness(cmp, &a, &b).unwrap_or(Bool::Numbers(cmp, a, b)))
            }
            (Value::Date(a), Value::Date(b)) => Ok(Bool::Dates(cmp, a, b)),
            (Value::Bool(a), Value::Bool(b)) => Ok(Bool::same(equality.ok_or_else(|| of("conditions"))?, a, b)),
            (Value::Text(a), Value::Text(b)) => Ok(Bool::Texts(equality.ok_or_else(|| of("texts"))?, a, b)),
            (Value::Plain(a), Value::Text(Text::Literal(code))) if matches!(a.ty, Ty::Code(_)) => {
                let is = Bool::Codes(a.clone(), vec![self.code(&a, &code, right.1)?]);
                Ok(if equality.ok_or_else(|| of("codes"))? { is } else { is.not() })
            }
            (Value::Text(Text::Literal(code)), Value::Plain(b)) if matches!(b.ty, Ty::Code(_)) => {
                let is = Bool::Codes(b.clone(), vec![self.code(&b, &code, left.1)?]);
                Ok(if equality.ok_or_else(|| of("codes"))? { is } else { is.not() })
            }
            (Value::Plain(a), Value::Plain(b)) if a.ty == b.ty => {
                if a.ty != Ty::DateTime && equality.is_none() {
                    return Err(of("these"));
                }
                Ok(Bool::Plain(cmp, a, b))
            }
            (Value::Plain(a), Value::Plain(b)) if matches!((a.ty, b.ty), (Ty::Other(_), Ty::Other(_))) => {
                let message = "cannot compare identifiers of different types";
                Err(Error::meaning(expr.span.clone(), message))
            }
            (a, b) => {
                let message = format!("cannot compare {} with {}", self.describe(&a), self.describe(&b));
                Err(Error::meaning(expr.span.clone(), message))
            }
        }
    }

    /// `left in right`: in a list of literals, or in a list of the message.
    pub(super) fn is_in(&mut self, left: &Expr, right: &Expr) -> Result<Bool> {
        let value = self.value(left)?;
        if let ExprKind::List(items) = &right.kind {
            return self.in_literals(value, left, items, right);
        }
        let mapped = self.list(right)?;
        let mut any = Bool::Literal(false);
        for part in mapped.parts {
            let (part, variable, item) = self.items(part);
            let equal = self.compare_values(Cmp::Eq, (item, right), (value.clone(), left), left)?;
            any = any.or(Bool::Quantified(false, Box::new(part), variable, Box::new(equal)));
        }
        Ok(any)
    }

    fn in_literals(&self, value: Value, left: &Expr, items: &[Expr], right: &Expr) -> Result<Bool> {
        if items.is_empty() {
            return Err(Error::meaning(right.span.clone(), "expected at least one value in the list"));
        }
        match value {
            Value::Plain(path) if matches!(path.ty, Ty::Code(_)) => {
                let mut codes = Vec::new();
                for item in items {
                    codes.push(self.code(&path, text(item)?, item)?);
                }
                Ok(Bool::Codes(path, codes))
            }
            Value::Text(value) => {
                let texts: Result<Vec<_>> = items.iter().map(|item| text(item).map(str::to_owned)).collect();
                Ok(Bool::TextIn(value, texts?))
            }
            Value::Number(value) => {
                let numbers: Result<Vec<_>> = items.iter().map(number).collect();
                Ok(Bool::NumberIn(value, numbers?))
            }
            other => Err(self.expected("a code, a text or a number before `in`", &other, left)),
        }
    }

    /// A code of the list that an element has its codes from.
    fn code(&self, path: &Path, code: &str, expr: &Expr) -> Result<Code> {
        let Ty::Code(list) = path.ty else {
            return Err(Error::meaning(expr.span.clone(), "expected a code"));
        };
        let variant = self.schema.variant(list, code);
        variant.map(|variant| Code { text: code.to_owned(), variant }).ok_or_else(|| {
            let close = suggestion(code, &self.schema.codes(list));
            let message = format!("'{code}' is no code of {}{close}", self.schema.list_name(list));
            Error { span: expr.span.clone(), message, kind: ErrorKind::UnknownCode }
        })
    }
}

fn text(expr: &Expr) -> Result<&str> {
    match &expr.kind {
        ExprKind::Text(text) => Ok(text),
        _ => Err(Error::meaning(expr.span.clone(), "expected a text between quotes")),
    }
}

fn number(expr: &Expr) -> Result<Literal> {
    match &expr.kind {
        ExprKind::Number(number) => Ok(*number),
        _ => Err(Error::meaning(expr.span.clone(), "expected a number")),
    }
}
