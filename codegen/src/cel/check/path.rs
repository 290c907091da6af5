//! Paths: from names with points between them to elements of the tables.

use super::Checker;
use crate::cel::ast::{Expr, ExprKind};
use crate::cel::error::{Error, ErrorKind, Result, Span};
use crate::cel::suggest::suggestion;
use crate::cel::ty::Ty;
use crate::cel::typed::{Path, Root, Segment};

impl Checker<'_> {
    /// The path that an expression is, noted as read.
    pub(super) fn read(&mut self, expr: &Expr) -> Result<Path> {
        let path = self.resolve_path(expr)?;
        self.reads.record(&path, self.place());
        Ok(path)
    }

    /// The path that an expression is.
    pub(super) fn resolve_path(&self, expr: &Expr) -> Result<Path> {
        let mut names = Vec::new();
        collect(expr, &mut names)?;
        let mut names = names.into_iter();
        let Some((first, span)) = names.next() else {
            return Err(no_path(expr));
        };
        if first == "sent" {
            let message = "`sent` is the date of sending and no element";
            return Err(Error::meaning(span, message));
        }
        let mut path = if let Some(variable) = self.variables.iter().rev().find(|variable| variable.name == first) {
            Path { root: Root::Variable(variable.clone()), steps: Vec::new(), ty: variable.list.ty }
        } else if first == "this" {
            self.outer(&span, names.len())?
        } else if let Some(binding) = self.binding(first) {
            let Some(composite) = binding.composite else {
                let message = format!("this release has no message that can be `{first}`");
                return Err(Error { span, message, kind: ErrorKind::UnknownElement });
            };
            let segment = Segment { name: first.to_owned(), ident: binding.ident.clone(), presence: binding.presence };
            Path { root: Root::Earlier, steps: vec![segment], ty: Ty::Composite(composite) }
        } else {
            let start = Path { root: Root::Scope, steps: Vec::new(), ty: Ty::Composite(self.scope) };
            self.step(start, first, span)?
        };
        for (name, span) in names {
            path = self.step(path, name, span)?;
        }
        Ok(path)
    }

    /// `this`, with so many names behind it.
    fn outer(&self, span: &Span, names: usize) -> Result<Path> {
        let message = if self.each.is_none() {
            "`this` is the message around the item of `each`, and the rule has no `each`"
        } else if names == 0 {
            "expected an element behind `this`, as in `this.X`"
        } else {
            return Ok(Path { root: Root::Outer, steps: Vec::new(), ty: Ty::Composite(self.root) });
        };
        Err(Error::meaning(span.clone(), message))
    }

    /// Goes on from a path into the element of this name.
    fn step(&self, mut path: Path, name: &str, span: Span) -> Result<Path> {
        if path.is_list() {
            let list = path.steps.last().map_or("", |step| &step.name);
            let message = format!("`{list}` is a list; use `{list}.all(v, v.{name} …)`, `exists`, `filter` or `map`");
            return Err(Error::meaning(span, message));
        }
        let Ty::Composite(composite) = path.ty else {
            let message = format!("{} has no elements, so no `{name}`", self.describe_path(&path));
            return Err(Error::meaning(span, message));
        };
        let Some(field) = self.schema.field(composite, name) else {
            return Err(self.unknown(composite, name, span));
        };
        path.steps.push(Segment { name: name.to_owned(), ident: field.ident, presence: field.presence });
        path.ty = field.ty;
        Ok(path)
    }

    fn unknown(&self, composite: usize, name: &str, span: Span) -> Error {
        let mut known = self.schema.names(composite);
        known.extend(self.variables.iter().map(|variable| variable.name.clone()));
        known.extend(self.earlier.iter().flatten().map(|binding| binding.name.clone()));
        let owner = self.schema.composite_name(composite);
        let close = suggestion(name, &known);
        let message = format!("`{name}` is no element of {owner}{close}");
        Error { span, message, kind: ErrorKind::UnknownElement }
    }
}

/// The names of a path, first to last.
fn collect<'a>(expr: &'a Expr, names: &mut Vec<(&'a str, Span)>) -> Result<()> {
    match &expr.kind {
        ExprKind::Name(name) => names.push((name, expr.span.clone())),
        ExprKind::Select(target, name) => {
            collect(target, names)?;
            names.push((&name.text, name.span.clone()));
        }
        _ => return Err(no_path(expr)),
    }
    Ok(())
}

fn no_path(expr: &Expr) -> Error {
    Error::meaning(expr.span.clone(), "expected an element, such as `Looptijd` or `Klant.Geboortedatum`")
}
