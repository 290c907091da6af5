//! Makes a tree of the tokens: a Pratt parser with a limit on depth.
//!
//! The precedence is that of CEL. Whether names exist and types fit is for the checker.

use super::ast::{Cmp, Expr, ExprKind, MAX_DEPTH, Name, Op};
use super::error::{Error, Result, Span};
use super::lexer::{Literal, Token, TokenKind, tokens};

/// Words that are no names of elements or variables.
const KEYWORDS: [&str; 3] = ["true", "false", "in"];

/// Parses the text of one expression.
pub fn parse(text: &str) -> Result<Expr> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, nesting: 0 };
    let expr = parser.binary(1)?;
    match parser.peek() {
        TokenKind::End => Ok(expr),
        _ => Err(parser.unexpected("an operator or the end")),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    nesting: usize,
}

impl Parser {
    fn peek(&self) -> &TokenKind {
        self.tokens.get(self.at).map_or(&TokenKind::End, |token| &token.kind)
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).map_or(0..0, |token| token.span.clone())
    }

    /// Takes the symbol when it is next.
    fn take(&mut self, symbol: &str) -> bool {
        let found = matches!(self.peek(), TokenKind::Symbol(next) if *next == symbol);
        self.at += usize::from(found);
        found
    }

    /// Takes the symbol, which must be next, and gives the end of it.
    fn expect(&mut self, symbol: &str) -> Result<usize> {
        let end = self.span().end;
        if self.take(symbol) { Ok(end) } else { Err(self.unexpected(&format!("`{symbol}`"))) }
    }

    fn unexpected(&self, expected: &str) -> Error {
        let found = match self.peek() {
            TokenKind::Name(name) => format!("`{name}`"),
            TokenKind::Number(number) => format!("`{number}`"),
            TokenKind::Text(text) => format!("'{text}'"),
            TokenKind::Symbol(symbol) => format!("`{symbol}`"),
            TokenKind::End => "the end".to_owned(),
        };
        Error::syntax(self.span(), format!("found {found}; expected {expected}"))
    }

    /// The operator that is next, with how strongly it binds.
    fn operator(&self) -> Option<(Op, u8)> {
        Some(match self.peek() {
            TokenKind::Name(name) if name == "in" => (Op::In, 3),
            TokenKind::Symbol(symbol) => match *symbol {
                "||" => (Op::Or, 1),
                "&&" => (Op::And, 2),
                "==" => (Op::Compare(Cmp::Eq), 3),
                "!=" => (Op::Compare(Cmp::Ne), 3),
                "<" => (Op::Compare(Cmp::Lt), 3),
                "<=" => (Op::Compare(Cmp::Le), 3),
                ">" => (Op::Compare(Cmp::Gt), 3),
                ">=" => (Op::Compare(Cmp::Ge), 3),
                "+" => (Op::Add, 4),
                "-" => (Op::Sub, 4),
                "*" => (Op::Mul, 5),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// An expression whose operators bind at least as strongly as `weakest`.
    fn binary(&mut self, weakest: u8) -> Result<Expr> {
        self.nesting += 1;
        if self.nesting > MAX_DEPTH {
            return Err(too_deep(self.span()));
        }
        let mut left = self.unary()?;
        while let Some((op, strength)) = self.operator().filter(|(_, strength)| *strength >= weakest) {
            self.at += 1;
            let right = self.binary(strength + 1)?;
            let span = left.span.start..right.span.end;
            let depth = left.depth.max(right.depth);
            left = node(ExprKind::Binary(op, Box::new(left), Box::new(right)), span, depth)?;
        }
        self.nesting -= 1;
        Ok(left)
    }

    /// `!` and `-` in front of something. They are counted here, so that a row of them does not recurse.
    fn unary(&mut self) -> Result<Expr> {
        let start = self.span().start;
        let mut nots = 0;
        while self.take("!") {
            nots += 1;
        }
        let mut expr = if self.take("-") { self.negative(start)? } else { self.postfix()? };
        for _ in 0..nots {
            let (span, depth) = (start..expr.span.end, expr.depth);
            expr = node(ExprKind::Not(Box::new(expr)), span, depth)?;
        }
        Ok(expr)
    }

    /// A number behind a minus sign. There is no minus sign in front of anything else.
    fn negative(&mut self, start: usize) -> Result<Expr> {
        let span = start..self.span().end;
        match *self.peek() {
            TokenKind::Number(number) => {
                self.at += 1;
                let negative = Literal { mantissa: -number.mantissa, ..number };
                node(ExprKind::Number(negative), span, 0)
            }
            _ => Err(self.unexpected("a number behind the minus sign; write `0.00 - X` for anything else")),
        }
    }

    /// Something with `.name` or `.name(…)` behind it.
    fn postfix(&mut self) -> Result<Expr> {
        let mut expr = self.primary()?;
        while self.take(".") {
            let name = self.name()?;
            let start = expr.span.start;
            expr = if self.take("(") {
                let (arguments, end) = self.items(")")?;
                let depth = deepest(&arguments).max(expr.depth);
                node(ExprKind::Method(Box::new(expr), name, arguments), start..end, depth)?
            } else {
                let (span, depth) = (start..name.span.end, expr.depth);
                node(ExprKind::Select(Box::new(expr), name), span, depth)?
            };
        }
        Ok(expr)
    }

    fn name(&mut self) -> Result<Name> {
        let span = self.span();
        match self.peek() {
            TokenKind::Name(text) if !KEYWORDS.contains(&text.as_str()) => {
                let text = text.clone();
                self.at += 1;
                Ok(Name { text, span })
            }
            _ => Err(self.unexpected("a name")),
        }
    }

    fn primary(&mut self) -> Result<Expr> {
        let span = self.span();
        let kind = match self.peek().clone() {
            TokenKind::Number(number) => ExprKind::Number(number),
            TokenKind::Text(text) => ExprKind::Text(text),
            TokenKind::Name(name) if name == "true" => ExprKind::Bool(true),
            TokenKind::Name(name) if name == "false" => ExprKind::Bool(false),
            TokenKind::Name(_) => {
                let name = self.name()?;
                if self.take("(") {
                    let (arguments, end) = self.items(")")?;
                    let depth = deepest(&arguments);
                    return node(ExprKind::Call(name, arguments), span.start..end, depth);
                }
                return node(ExprKind::Name(name.text), span, 0);
            }
            TokenKind::Symbol("(") => {
                self.at += 1;
                let inner = self.binary(1)?;
                let end = self.expect(")")?;
                return Ok(Expr { span: span.start..end, ..inner });
            }
            TokenKind::Symbol("[") => {
                self.at += 1;
                let (items, end) = self.items("]")?;
                let depth = deepest(&items);
                return node(ExprKind::List(items), span.start..end, depth);
            }
            _ => return Err(self.unexpected("a value, an element or `(`")),
        };
        self.at += 1;
        node(kind, span, 0)
    }

    /// Expressions with commas between them up to and including `close`, and the end of that.
    fn items(&mut self, close: &str) -> Result<(Vec<Expr>, usize)> {
        let mut items = Vec::new();
        let end = self.span().end;
        if self.take(close) {
            return Ok((items, end));
        }
        loop {
            items.push(self.binary(1)?);
            let end = self.span().end;
            if self.take(close) {
                return Ok((items, end));
            }
            if !self.take(",") {
                return Err(self.unexpected(&format!("`,` or `{close}`")));
            }
        }
    }
}

fn deepest(items: &[Expr]) -> usize {
    items.iter().map(|item| item.depth).max().unwrap_or_default()
}

/// A node above others, the deepest of which has `below` levels.
fn node(kind: ExprKind, span: Span, below: usize) -> Result<Expr> {
    if below >= MAX_DEPTH {
        return Err(too_deep(span));
    }
    Ok(Expr { kind, span, depth: below + 1 })
}

fn too_deep(span: Span) -> Error {
    Error::syntax(span, format!("the expression is nested more than {MAX_DEPTH} levels deep"))
}
