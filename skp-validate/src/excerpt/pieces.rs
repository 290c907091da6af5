//! Splits a line into pieces and masks those that are not words of the standard in a place for names.
//!
//! A word is shown only when all of this holds; else it is masked:
//! - it stands whole in the part of the line that is looked at;
//! - [`words`] knows it;
//! - in XML it stands in a tag; in JSON it is the name of a member, or part of `module/release/message`;
//! - when it is a number, it follows a module (`urn:x-skp:schuldregeling:2.0`) or the word `version`.

use std::ops::Range;

use skp_messages::Format;

use super::MASK;
use super::words::{self, Word};
use crate::terminal::push_harmless;

/// A part of the line: the bytes of the input it stands for, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) bytes: Range<usize>,
    pub(super) text: String,
    kind: Kind,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One character that stands between words.
    Between(char),
    /// A word that is shown.
    Shown(Word),
    /// A word, or several, hidden behind a mask.
    Masked,
}

/// The characters of a part of the input, each with its bytes; what is not UTF-8 reads as U+FFFD.
fn characters(input: &[u8], window: Range<usize>) -> Vec<(Range<usize>, char)> {
    let mut at = window.start;
    let mut out = Vec::new();
    for chunk in input.get(window).unwrap_or_default().utf8_chunks() {
        for character in chunk.valid().chars() {
            // A byte order mark at the very start is no part of the text.
            if at > 0 || character != '\u{feff}' {
                out.push((at..at + character.len_utf8(), character));
            }
            at += character.len_utf8();
        }
        if !chunk.invalid().is_empty() {
            out.push((at..at + chunk.invalid().len(), char::REPLACEMENT_CHARACTER));
            at += chunk.invalid().len();
        }
    }
    out
}

/// The pieces of a line as it stands, each character one, made harmless.
pub(super) fn shown(input: &[u8], window: Range<usize>) -> Vec<Piece> {
    let piece = |(bytes, character): (Range<usize>, char)| {
        let mut text = String::new();
        push_harmless(&mut text, if character == '\t' { ' ' } else { character });
        Piece { bytes, text, kind: Kind::Between(character) }
    };
    characters(input, window).into_iter().map(piece).collect()
}

/// The pieces of a line with every value masked.
pub(super) fn masked(input: &[u8], window: Range<usize>, format: Format) -> Vec<Piece> {
    let cut_before =
        window.start.checked_sub(1).and_then(|at| input.get(at)).is_some_and(|byte| !byte.is_ascii_control());
    let cut_after = input.get(window.end).is_some_and(|byte| !byte.is_ascii_control());
    // Not text at all, UTF-16 for instance: nothing in it can be told apart.
    if input.get(window.clone()).unwrap_or_default().contains(&0) {
        return vec![Piece { bytes: window, text: MASK.to_owned(), kind: Kind::Masked }];
    }
    let mut masker = Masker {
        format,
        in_tag: format == Format::Xml && in_tag(input.get(..window.start).unwrap_or_default()),
        pieces: Vec::new(),
    };
    let characters = characters(input, window);
    let mut rest = characters.as_slice();
    let mut whole = !cut_before;
    while let Some((bytes, character)) = rest.first() {
        if masker.is_between(*character) {
            masker.between(bytes.clone(), *character);
            rest = rest.get(1..).unwrap_or_default();
        } else {
            let length = rest.iter().position(|(_, next)| masker.is_between(*next)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            masker.word(word, after, whole && !(cut_after && after.is_empty()));
            rest = after;
        }
        whole = true;
    }
    masker.pieces
}

/// Whether a text ends inside a tag. When that cannot be seen from nearby it counts as outside, where nothing is shown.
fn in_tag(before: &[u8]) -> bool {
    let near = before.get(before.len().saturating_sub(1 << 16)..).unwrap_or_default();
    near.iter().rev().find(|byte| matches!(byte, b'<' | b'>')) == Some(&b'<')
}

struct Masker {
    format: Format,
    in_tag: bool,
    pieces: Vec<Piece>,
}

impl Masker {
    /// Whether a character stands between words. In the text of an XML element only white space and tags do, so that
    /// `05-06-2001 12:30` gives away no more than one mask for each line.
    fn is_between(&self, character: char) -> bool {
        match character {
            ' ' | '\t' | '<' | '>' => true,
            '"' | '{' | '}' | '[' | ']' | '\\' | ',' | ':' | '=' | '/' | '?' | '!' => {
                self.format == Format::Json || self.in_tag
            }
            _ => false,
        }
    }

    fn between(&mut self, bytes: Range<usize>, character: char) {
        if self.format == Format::Xml {
            self.in_tag = match character {
                '<' => true,
                '>' => false,
                _ => self.in_tag,
            };
        }
        let text = if character == '\t' { ' ' } else { character };
        self.pieces.push(Piece { bytes, text: text.into(), kind: Kind::Between(character) });
    }

    fn word(&mut self, word: &[(Range<usize>, char)], after: &[(Range<usize>, char)], whole: bool) {
        let (Some((first, _)), Some((last, _))) = (word.first(), word.last()) else { return };
        let bytes = first.start..last.end;
        let text: String = word.iter().map(|(_, character)| character).collect();
        match words::kind(&text).filter(|kind| whole && self.may_show(*kind, after)) {
            Some(kind) => self.pieces.push(Piece { bytes, text, kind: Kind::Shown(kind) }),
            None => self.mask(bytes),
        }
    }

    /// Whether a word of this kind may be shown here.
    fn may_show(&self, kind: Word, after: &[(Range<usize>, char)]) -> bool {
        let mut before = self.pieces.iter().rev().map(|piece| piece.kind);
        let (one, two, three) = (before.next(), before.next(), before.next());
        let next = after.first().map(|(_, character)| *character);
        match (self.format, kind) {
            (Format::Xml, Word::Name | Word::Module) => self.in_tag,
            (Format::Xml, Word::Number) => {
                let of_module = one == Some(Kind::Between(':')) && two == Some(Kind::Shown(Word::Module));
                let of_xml = one == Some(Kind::Between('"'))
                    && two == Some(Kind::Between('='))
                    && self.pieces.iter().rev().nth(2).is_some_and(|piece| piece.text == "version");
                self.in_tag && (of_module || of_xml)
            }
            (Format::Json, Word::Number) => one == Some(Kind::Between('/')) && two == Some(Kind::Shown(Word::Module)),
            (Format::Json, Word::Name | Word::Module) => {
                let quoted = one == Some(Kind::Between('"')) && !matches!(two, Some(Kind::Between('\\')));
                let mut following = after.iter().map(|(_, character)| *character);
                let member =
                    following.next() == Some('"') && following.find(|next| !matches!(next, ' ' | '\t')) == Some(':');
                let module = kind == Word::Module && next == Some('/');
                let message = one == Some(Kind::Between('/'))
                    && two == Some(Kind::Shown(Word::Number))
                    && three == Some(Kind::Between('/'));
                (quoted && (member || module)) || message
            }
        }
    }

    /// Adds a mask, or lets the mask before it cover these bytes too, so that the number of words is not told.
    fn mask(&mut self, bytes: Range<usize>) {
        let joins = |kind: Kind| match kind {
            Kind::Between(character) => match character {
                ' ' | '\t' => !self.in_tag,
                ':' | '/' | '=' | '?' | '!' | ',' | '\\' => true,
                _ => false,
            },
            _ => false,
        };
        let apart = self.pieces.iter().rev().take_while(|piece| joins(piece.kind)).count();
        let before = self.pieces.len().checked_sub(apart + 1);
        if let Some(index) = before
            && let Some(piece) = self.pieces.get_mut(index)
            && piece.kind == Kind::Masked
        {
            piece.bytes.end = bytes.end;
            self.pieces.truncate(index + 1);
            return;
        }
        self.pieces.push(Piece { bytes, text: MASK.to_owned(), kind: Kind::Masked });
    }
}
