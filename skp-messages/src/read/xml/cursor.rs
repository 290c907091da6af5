//! A place in the text, for reading the insides of tags and declarations.
//!
//! Places count from the start of the whole text, so that an error needs no sums.

use super::names::{QName, name_length, plain_name};
use crate::read::{Problem, ReadError};

/// White space as XML has it.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// What follows.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over `expected` if it stands here.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Goes over white space and says whether there was some.
    pub(super) fn skip_space(&mut self) -> bool {
        let start = self.at;
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
        self.at > start
    }

    /// The bytes from here for which `belongs` holds.
    pub(super) fn take_while(&mut self, belongs: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().take_while(|&byte| belongs(byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Reads a name, colons and all.
    pub(super) fn name(&mut self) -> Result<&'a str, ReadError> {
        let rest = self.rest();
        match name_length(rest) {
            0 => Err(self.wrong(&[], Problem::Name)),
            length => {
                self.at += length;
                Ok(rest.get(..length).unwrap_or_default())
            }
        }
    }

    /// Reads a name with at most one prefix.
    pub(super) fn qualified_name(&mut self) -> Result<QName<'a>, ReadError> {
        let start = self.at;
        if let Some(whole) = plain_name(self.rest()) {
            self.at += whole.len();
            return Ok(QName { whole, prefix: None, local: whole });
        }
        let name = self.name()?;
        QName::new(name).map_err(|offset| {
            // A prefix and a colon at the end of the input could still become a name.
            let expected: &[_] = if offset > 0 { &[":a"] } else { &[] };
            Cursor::new(self.text, start + offset).wrong(expected, Problem::Name)
        })
    }

    /// The error here, where one of `expected` should stand: the input is cut short if it ends before
    /// that can be told, and wrong otherwise.
    pub(super) fn wrong(&self, expected: &[&str], problem: Problem) -> ReadError {
        let rest = self.rest();
        if rest.is_empty() || expected.iter().any(|word| word.starts_with(rest)) {
            return ReadError::form(self.text.len(), Problem::Truncated);
        }
        ReadError::form(self.at, problem)
    }
}
