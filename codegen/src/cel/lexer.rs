//! Cuts the text of an expression into tokens with spans.
//!
//! Knows the characters of the subset and what people write by mistake instead; knows no grammar.

use super::error::{Error, Result, Span};

/// A token and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes in the text.
    pub span: Span,
}

/// The tokens of the subset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// A name; `true`, `false` and `in` are names here.
    Name(String),
    /// An exact number.
    Number(Literal),
    /// A text between quotes, with its escapes resolved.
    Text(String),
    /// An operator or a punctuation mark.
    Symbol(&'static str),
    /// After the last character.
    End,
}

/// An exact decimal number: `mantissa` divided by ten to the power `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Literal {
    /// All digits, without the point.
    pub mantissa: i64,
    /// The number of digits behind the point.
    pub scale: u32,
}

/// Longer symbols stand before the ones they start with.
const SYMBOLS: [&str; 18] =
    ["||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "(", ")", "[", "]", ",", "."];

/// What CEL has, or what people write, and this subset has not.
const ABSENT: [(&str, &str); 8] = [
    ("/", "there is no division; multiply the other side, as in `near(P * A, 100.00 * B, 0.01 * A)`"),
    ("%", "there is no remainder"),
    ("?", "there is no `? :`; write two rules with a `when`, or use `||` and `&&`"),
    ("=", "found `=`; expected `==`"),
    ("&", "found `&`; expected `&&`"),
    ("|", "found `|`; expected `||`"),
    ("{", "there are no maps"),
    (";", "an expression has no `;`"),
];

/// The tokens of `text`, the last of which is [`TokenKind::End`].
pub fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next()?;
        let end = token.kind == TokenKind::End;
        tokens.push(token);
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes characters as long as they satisfy `wanted`.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn next(&mut self) -> Result<Token> {
        self.take(char::is_whitespace);
        let start = self.at;
        let kind = match self.rest().chars().next() {
            None => TokenKind::End,
            Some(c) if c.is_ascii_digit() => TokenKind::Number(self.number()?),
            Some(c) if c.is_ascii_alphabetic() || c == '_' => {
                TokenKind::Name(self.take(|c| c.is_ascii_alphanumeric() || c == '_').to_owned())
            }
            Some(quote @ ('\'' | '"')) => TokenKind::Text(self.quoted(quote)?),
            Some(c) => TokenKind::Symbol(self.symbol(c)?),
        };
        Ok(Token { kind, span: start..self.at })
    }

    fn number(&mut self) -> Result<Literal> {
        let start = self.at;
        let mut digits = self.take(|c| c.is_ascii_digit()).to_owned();
        let mut scale = 0;
        if self.rest().starts_with('.') {
            self.at += 1;
            let fraction = self.take(|c| c.is_ascii_digit());
            if fraction.is_empty() {
                return Err(Error::syntax(start..self.at, "expected a digit behind the point"));
            }
            digits.push_str(fraction);
            scale = fraction.len();
        }
        let suffix = self.take(|c| c.is_ascii_alphanumeric() || c == '_');
        if !suffix.is_empty() {
            let message = format!("found `{suffix}` behind a number; numbers are written like 18 or 0.01");
            return Err(Error::syntax(start..self.at, message));
        }
        match (digits.parse(), u32::try_from(scale)) {
            (Ok(mantissa), Ok(scale)) if scale <= 18 => Ok(Literal { mantissa, scale }),
            _ => Err(Error::syntax(start..self.at, "a number has at most 18 digits")),
        }
    }

    fn quoted(&mut self, quote: char) -> Result<String> {
        let start = self.at;
        let mut text = String::new();
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((offset, c)) = chars.next() {
            match c {
                c if c == quote => {
                    self.at = start + offset + 1;
                    return Ok(text);
                }
                '\\' => match chars.next() {
                    Some((_, escaped @ ('\\' | '\'' | '"'))) => text.push(escaped),
                    _ => {
                        let at = start + offset;
                        let message = "found another escape than `\\\\`, `\\'` and `\\\"`";
                        return Err(Error::syntax(at..at + 1, message));
                    }
                },
                c => text.push(c),
            }
        }
        Err(Error::syntax(start..self.text.len(), format!("the text has no closing `{quote}`")))
    }

    fn symbol(&mut self, c: char) -> Result<&'static str> {
        let rest = self.rest();
        if let Some(symbol) = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol)) {
            self.at += symbol.len();
            return Ok(symbol);
        }
        let span = self.at..self.at + c.len_utf8();
        let known = ABSENT.into_iter().find(|(symbol, _)| rest.starts_with(symbol));
        let message =
            known.map_or_else(|| format!("found `{c}`, which has no meaning here"), |(_, why)| why.to_owned());
        Err(Error::syntax(span, message))
    }
}
