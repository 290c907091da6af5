//! The tree that the parser makes of an expression.
//!
//! Names are still only names here: what they mean is for the checker. Printing a tree gives every
//! operator its own parentheses, which is what the tests of the parser compare.

use std::fmt;

use super::error::Span;
use super::lexer::Literal;

/// How deep an expression may be nested. The steps after the parser recurse over the tree.
pub const MAX_DEPTH: usize = 64;

/// An expression and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its bytes in the text.
    pub span: Span,
    /// How many levels it has; at most [`MAX_DEPTH`].
    pub depth: usize,
}

/// A name and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Its bytes in the text.
    pub span: Span,
}

/// The forms of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// `true` or `false`.
    Bool(bool),
    /// `18` or `0.01`, or one with a minus sign.
    Number(Literal),
    /// `'SB'`.
    Text(String),
    /// `['SB', 'SA']`.
    List(Vec<Expr>),
    /// `Looptijd`.
    Name(String),
    /// `Klant.Geboortedatum`.
    Select(Box<Expr>, Name),
    /// `!x`.
    Not(Box<Expr>),
    /// An operator between two expressions.
    Binary(Op, Box<Expr>, Box<Expr>),
    /// `size(x)`.
    Call(Name, Vec<Expr>),
    /// `list.all(v, p)`.
    Method(Box<Expr>, Name, Vec<Expr>),
}

/// The operators between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`, `!=`, `<`, `<=`, `>` or `>=`
    Compare(Cmp),
    /// `in`
    In,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
}

/// The comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmp {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Cmp {
    /// The comparison that holds exactly when this one does not.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::Eq => Self::Ne,
            Self::Ne => Self::Eq,
            Self::Lt => Self::Ge,
            Self::Le => Self::Gt,
            Self::Gt => Self::Le,
            Self::Ge => Self::Lt,
        }
    }

    /// The comparison that means the same with its sides exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Eq => Self::Eq,
            Self::Ne => Self::Ne,
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
        }
    }

    /// How it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }
}

impl Op {
    /// How it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Compare(cmp) => cmp.symbol(),
            Self::In => "in",
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = usize::try_from(self.scale).unwrap_or_default();
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = scale + 1);
        match digits.split_at_checked(digits.len() - scale) {
            Some((whole, fraction)) if !fraction.is_empty() => {
                write!(f, "{sign}{whole}.{fraction}")
            }
            _ => write!(f, "{sign}{digits}"),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Bool(value) => write!(f, "{value}"),
            ExprKind::Number(value) => write!(f, "{value}"),
            ExprKind::Text(value) => write!(f, "{value:?}"),
            ExprKind::List(items) => f.write_str("[").and_then(|()| all(f, items, "")).and_then(|()| f.write_str("]")),
            ExprKind::Name(name) => f.write_str(name),
            ExprKind::Select(target, name) => write!(f, "{target}.{}", name.text),
            ExprKind::Not(inner) => write!(f, "(! {inner})"),
            ExprKind::Binary(op, left, right) => write!(f, "({} {left} {right})", op.symbol()),
            ExprKind::Call(name, arguments) => {
                write!(f, "({}", name.text)?;
                all(f, arguments, " ")?;
                f.write_str(")")
            }
            ExprKind::Method(target, name, arguments) => {
                write!(f, "(.{} {target}", name.text)?;
                all(f, arguments, " ")?;
                f.write_str(")")
            }
        }
    }
}

/// Writes expressions with a space between them, and `before` in front of the first.
fn all(f: &mut fmt::Formatter<'_>, items: &[Expr], before: &str) -> fmt::Result {
    let mut before = before;
    for item in items {
        write!(f, "{before}{item}")?;
        before = " ";
    }
    Ok(())
}
