//! Patterns: a small subset that means the same in XSD, in JSON Schema and here, and its automaton.
//!
//! A pattern is about the whole text. It is made of literals, `[classes]` with ranges or negation, `( )`,
//! `|`, `?`, `*`, `+`, `{n}` and `{n,m}`; a backslash takes a sign literally. Nothing else is read: what
//! another engine might read otherwise is an error here.
//!
//! The automaton is Glushkov's: one position per literal or class, so it has no empty steps and a set of
//! positions is one `u64`. Nothing here writes Rust; the emitters make a check out of the automaton.

use std::ops::Range;

/// The positions an automaton may have: the bits of its sets.
pub const MAX_POSITIONS: usize = 64;

/// How deep `( )` may be nested.
const MAX_DEPTH: usize = 32;

/// The signs that have a meaning and are written with a backslash to be themselves.
const SPECIAL: &[char] = &['\\', '.', '^', '$', '|', '?', '*', '+', '(', ')', '[', ']', '{', '}'];

/// The automaton of a pattern; position `n` is bit `n` of the sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Automaton {
    /// Whether the empty text fits.
    pub empty: bool,
    /// The positions a text may begin with.
    pub first: u64,
    /// The positions a text may end with.
    pub last: u64,
    /// Per position the characters it reads, as sorted ranges, and the positions that may follow it.
    pub positions: Vec<(Vec<(char, char)>, u64)>,
}

impl Automaton {
    /// Whether the whole text fits.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        if text.is_empty() {
            return self.empty;
        }
        let mut next = self.first;
        let mut at = 0;
        for character in text.chars() {
            at = 0;
            let mut after = 0;
            for (number, (ranges, follow)) in self.positions.iter().enumerate() {
                if next & 1 << number != 0 && ranges.iter().any(|&(low, high)| (low..=high).contains(&character)) {
                    at |= 1 << number;
                    after |= follow;
                }
            }
            next = after;
        }
        at & self.last != 0
    }
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// The bytes of the pattern it is about.
    pub span: Range<usize>,
    /// What is wrong and what to write.
    pub message: String,
}

/// Reads a pattern and makes its automaton.
///
/// # Errors
///
/// When it is not in the subset, or needs more than [`MAX_POSITIONS`] positions.
pub fn compile(pattern: &str) -> Result<Automaton, PatternError> {
    let mut parser = Parser { pattern, at: 0, depth: 0 };
    let tree = parser.choice()?;
    if parser.peek().is_some() {
        return Err(parser.error_here("a `)` without a `(` before it; write \\) for the sign itself"));
    }
    let size = tree.size();
    if size > MAX_POSITIONS {
        let message =
            format!("it needs {size} places with its counts written out; at most {MAX_POSITIONS} are possible");
        return Err(PatternError { span: 0..pattern.len(), message });
    }
    let mut automaton = Automaton { empty: false, first: 0, last: 0, positions: Vec::new() };
    let part = automaton.add(&tree);
    Ok(Automaton { empty: part.empty, first: part.first, last: part.last, ..automaton })
}

/// A pattern as it is written.
enum Tree {
    /// One character out of sorted ranges.
    Class(Vec<(char, char)>),
    /// One after the other.
    Sequence(Vec<Tree>),
    /// One of several.
    Choice(Vec<Tree>),
    /// From so many up to so many times.
    Repeat(Box<Tree>, u32, Option<u32>),
}

impl Tree {
    /// The number of positions, with counts written out.
    fn size(&self) -> usize {
        match self {
            Self::Class(_) => 1,
            Self::Sequence(parts) | Self::Choice(parts) => {
                parts.iter().fold(0, |sum, part| sum.saturating_add(part.size()))
            }
            Self::Repeat(part, least, most) => {
                let times = most.unwrap_or(*least).max(1);
                part.size().saturating_mul(usize::try_from(times).unwrap_or(usize::MAX))
            }
        }
    }
}

/// What is known of a part of the pattern that stands in the automaton.
#[derive(Clone, Copy)]
struct Part {
    empty: bool,
    first: u64,
    last: u64,
}

impl Part {
    /// The part that reads nothing.
    const NOTHING: Self = Self { empty: true, first: 0, last: 0 };
}

impl Automaton {
    fn add(&mut self, tree: &Tree) -> Part {
        match tree {
            Tree::Class(ranges) => {
                let position = 1 << self.positions.len();
                self.positions.push((ranges.clone(), 0));
                Part { empty: false, first: position, last: position }
            }
            Tree::Sequence(parts) => parts.iter().fold(Part::NOTHING, |before, part| {
                let part = self.add(part);
                self.join(before, part)
            }),
            Tree::Choice(parts) => {
                let nothing = Part { empty: false, ..Part::NOTHING };
                parts.iter().fold(nothing, |before, part| {
                    let part = self.add(part);
                    Part {
                        empty: before.empty || part.empty,
                        first: before.first | part.first,
                        last: before.last | part.last,
                    }
                })
            }
            Tree::Repeat(tree, least, most) => self.repeat(tree, *least, *most),
        }
    }

    fn repeat(&mut self, tree: &Tree, least: u32, most: Option<u32>) -> Part {
        let mut whole = Part::NOTHING;
        for turn in 0..most.unwrap_or(least).max(1) {
            let mut part = self.add(tree);
            part.empty |= turn >= least;
            if most.is_none() && turn + 1 >= least {
                self.follow(part.last, part.first);
            }
            whole = self.join(whole, part);
        }
        whole
    }

    /// One part after another.
    fn join(&mut self, before: Part, after: Part) -> Part {
        self.follow(before.last, after.first);
        Part {
            empty: before.empty && after.empty,
            first: before.first | if before.empty { after.first } else { 0 },
            last: after.last | if after.empty { before.last } else { 0 },
        }
    }

    fn follow(&mut self, from: u64, to: u64) {
        for (number, (_, follow)) in self.positions.iter_mut().enumerate() {
            if from & 1 << number != 0 {
                *follow |= to;
            }
        }
    }
}

struct Parser<'a> {
    pattern: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.pattern.get(self.at..)?.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// An error about the next character, or the end.
    fn error_here(&self, message: impl Into<String>) -> PatternError {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        PatternError { span: self.at..end, message: message.into() }
    }

    /// An error about what was read since `start`.
    fn error_since(&self, start: usize, message: impl Into<String>) -> PatternError {
        PatternError { span: start..self.at, message: message.into() }
    }

    fn choice(&mut self) -> Result<Tree, PatternError> {
        let mut parts = vec![self.sequence()?];
        while self.take('|') {
            parts.push(self.sequence()?);
        }
        Ok(Tree::Choice(parts))
    }

    fn sequence(&mut self) -> Result<Tree, PatternError> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|next| next != '|' && next != ')') {
            let part = self.atom()?;
            parts.push(self.repeated(part)?);
        }
        if parts.is_empty() {
            return Err(self.error_here("something must stand here; for what may be left out write ( )?"));
        }
        Ok(Tree::Sequence(parts))
    }

    fn atom(&mut self) -> Result<Tree, PatternError> {
        let start = self.at;
        match self.next() {
            Some('(') => self.group(start),
            Some('[') => self.class(start),
            Some('\\') => self.escaped(start).map(single),
            Some('.') => Err(self.error_since(start, "`.` has another meaning in each language; write \\. or a class")),
            Some(anchor @ ('^' | '$')) => {
                let message =
                    format!("a pattern is about the whole text, so leave `{anchor}` out, or write \\{anchor}");
                Err(self.error_since(start, message))
            }
            Some(count @ ('?' | '*' | '+' | '{')) => {
                Err(self.error_since(start, format!("there is nothing before `{count}` to repeat")))
            }
            Some(bracket @ (']' | '}')) => {
                let message = format!("a `{bracket}` that closes nothing; write \\{bracket} for the sign itself");
                Err(self.error_since(start, message))
            }
            Some(character) => self.plain(start, character).map(single),
            None => Err(self.error_here("the pattern ends too soon")),
        }
    }

    fn group(&mut self, start: usize) -> Result<Tree, PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error_since(start, format!("more than {MAX_DEPTH} `(` inside each other")));
        }
        if self.peek() == Some('?') {
            return Err(self.error_here("a group has no `?` after its `(`"));
        }
        let tree = self.choice()?;
        if !self.take(')') {
            return Err(PatternError { span: start..start + 1, message: "this `(` has no `)`".to_owned() });
        }
        self.depth -= 1;
        Ok(tree)
    }

    fn repeated(&mut self, tree: Tree) -> Result<Tree, PatternError> {
        let start = self.at;
        let (least, most) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => (0, Some(0)),
            _ => return Ok(tree),
        };
        self.next();
        let (least, most) = if most == Some(0) { self.count(start)? } else { (least, most) };
        if matches!(self.peek(), Some('?' | '*' | '+' | '{')) {
            return Err(self.error_here("two counts after each other; put ( ) around the first"));
        }
        Ok(Tree::Repeat(Box::new(tree), least, most))
    }

    /// `n}` or `n,m}` after a `{`.
    fn count(&mut self, start: usize) -> Result<(u32, Option<u32>), PatternError> {
        let least = self.number();
        let most = if self.take(',') { self.number() } else { least };
        let closed = self.take('}');
        match (least, most) {
            (Some(least), Some(most)) if closed && least <= most && most > 0 => Ok((least, Some(most))),
            (Some(_), Some(_)) if closed => Err(self.error_since(start, "a count goes up, from {0,1}: least, most")),
            (Some(least), None) if closed => {
                let message = format!("write {{{least},m}} with the most, or {{{least}}} and then the same with *");
                Err(self.error_since(start, message))
            }
            _ => Err(self.error_since(start, "a count is written {n} or {n,m}; write \\{ for the sign itself")),
        }
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        while self.peek().is_some_and(|next| next.is_ascii_digit()) {
            self.at += 1;
        }
        self.pattern.get(start..self.at)?.parse().ok()
    }

    /// The character after a backslash.
    fn escaped(&mut self, start: usize) -> Result<char, PatternError> {
        let instead = |letter| match letter {
            'd' => "[0-9]",
            'w' => "[A-Za-z0-9_]",
            's' => "[ ]",
            _ => "",
        };
        match self.next() {
            Some(sign) if SPECIAL.contains(&sign) || sign == '-' => Ok(sign),
            Some(letter) if !instead(letter).is_empty() => {
                let message = format!("\\{letter} has another meaning in each language; write {}", instead(letter));
                Err(self.error_since(start, message))
            }
            Some(other) => Err(self.error_since(start, format!("`{other}` needs no backslash; leave it out"))),
            None => Err(self.error_since(start, "a backslash at the end; write \\\\ for the sign itself")),
        }
    }

    fn plain(&self, start: usize, character: char) -> Result<char, PatternError> {
        if (' '..='~').contains(&character) {
            Ok(character)
        } else {
            Err(self.error_since(start, "a pattern has only letters without accents, digits, signs and spaces"))
        }
    }

    /// A class after its `[`.
    fn class(&mut self, start: usize) -> Result<Tree, PatternError> {
        let negated = self.take('^');
        let mut ranges = Vec::new();
        loop {
            let item = self.at;
            if self.take(']') {
                break;
            }
            let low = self.member(start)?;
            let mut high = low;
            if self.take('-') {
                if self.peek() == Some(']') {
                    return Err(self.error_since(item + low.len_utf8(), "write \\- for the sign itself"));
                }
                high = self.member(start)?;
            }
            if low > high {
                return Err(self.error_since(item, format!("`{low}` comes after `{high}`; turn them round")));
            }
            ranges.push((low, high));
        }
        if ranges.is_empty() {
            return Err(self.error_since(start, "a class must have at least one character"));
        }
        let merged = merge(ranges);
        Ok(Tree::Class(if negated { complement(&merged) } else { merged }))
    }

    /// One character of a class.
    fn member(&mut self, class: usize) -> Result<char, PatternError> {
        let start = self.at;
        match self.next() {
            Some('\\') => self.escaped(start),
            Some(sign @ ('[' | '^' | '-')) => {
                Err(self.error_since(start, format!("write \\{sign} for the sign itself inside [ ]")))
            }
            // Some engines read a doubled sign as an operation on classes.
            Some(sign) if sign.is_ascii_punctuation() && self.peek() == Some(sign) => {
                Err(self.error_since(start, format!("`{sign}` stands here twice; once is enough")))
            }
            Some(character) => self.plain(start, character),
            None => Err(PatternError { span: class..class + 1, message: "this `[` has no `]`".to_owned() }),
        }
    }
}

fn single(character: char) -> Tree {
    Tree::Class(vec![(character, character)])
}

/// The ranges sorted, those that touch made one.
fn merge(mut ranges: Vec<(char, char)>) -> Vec<(char, char)> {
    ranges.sort_unstable();
    let mut merged: Vec<(char, char)> = Vec::new();
    for (low, high) in ranges {
        match merged.last_mut() {
            Some((_, end)) if low <= *end || after(*end) == Some(low) => *end = high.max(*end),
            _ => merged.push((low, high)),
        }
    }
    merged
}

/// All other characters; a `char` is never a surrogate.
fn complement(ranges: &[(char, char)]) -> Vec<(char, char)> {
    let mut others = Vec::new();
    let mut next = Some(char::MIN);
    for &(low, high) in ranges {
        if let (Some(start), Some(end)) = (next, before(low))
            && start <= end
        {
            others.push((start, end));
        }
        next = after(high);
    }
    others.extend(next.map(|start| (start, char::MAX)));
    others
}

/// The next character, over the gap of the surrogates.
fn after(character: char) -> Option<char> {
    (character..=char::MAX).nth(1)
}

/// The character before, over the gap of the surrogates.
fn before(character: char) -> Option<char> {
    (char::MIN..character).next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pattern of the standard and every form of the subset.
    const PATTERNS: &[&str] = &[
        r"\+?([ ()\-]*[0-9]){3}[0-9 ()\-]*",
        r"[^ @]+@[^ @.]+(\.[^ @.]+)+",
        "[0-9]{8}",
        "[A-Z]{2}",
        "871[0-9]{15}",
        "[1-9][0-9]{3}([A-RT-Z][A-Z]|S[BCE-RT-Z])",
        "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}",
        "https://[!-~]+",
        r"[0-9]+\.[0-9]+",
        r"[^/\\]+",
        "[A-Za-z]",
        "a?b*c+",
        "(a|bc)*d",
        "(a?b?)*",
        "(a*)*b",
        "(a|b){0,3}",
        "((ab){1,2}c){2}",
        "(a{2}|b){2,4}",
        r"\\\.\^\$\|\?\*\+\(\)\[\]\{\}\-",
    ];

    /// Numbers that are the same on every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % limit
        }
    }

    /// A text that mostly fits: a walk through the automaton, now and then with a mistake.
    fn walk(automaton: &Automaton, random: &mut Random) -> String {
        let mut text = String::new();
        let mut next = automaton.first;
        for _ in 0..40 {
            let choices: Vec<usize> = (0..automaton.positions.len()).filter(|&at| next & 1 << at != 0).collect();
            if choices.is_empty() {
                break;
            }
            let at = choices[random.below(choices.len())];
            let (ranges, follow) = &automaton.positions[at];
            let (low, high) = ranges[random.below(ranges.len())];
            let wrong = [None, Some('a'), Some('5'), Some('Z'), Some('\u{e000}')][random.below(60).saturating_sub(55)];
            text.push(wrong.unwrap_or([low, high][random.below(2)]));
            next = *follow;
            if automaton.last & 1 << at != 0 && random.below(4) == 0 {
                break;
            }
        }
        text
    }

    #[test]
    fn the_automaton_agrees_with_a_regex_engine() {
        let mut random = Random(2026);
        let alphabet: Vec<char> = "abcd0159 AZSBDE@./\\-()+[]é\n\u{10ffff}\u{d7ff}\u{e000}".chars().collect();
        for pattern in PATTERNS {
            let automaton = compile(pattern).unwrap_or_else(|error| panic!("{pattern}: {error:?}"));
            let regex = regex::Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap();
            let mut fitting = 0;
            for round in 0..4_000 {
                let text: String = if round % 2 == 0 {
                    walk(&automaton, &mut random)
                } else {
                    (0..random.below(8)).map(|_| alphabet[random.below(alphabet.len())]).collect()
                };
                assert_eq!(automaton.matches(&text), regex.is_match(&text), "{pattern} on {text:?}");
                fitting += usize::from(regex.is_match(&text));
            }
            assert!(fitting > 10, "{pattern}: only {fitting} texts fit");
        }
    }

    #[test]
    fn random_patterns_agree_with_a_regex_engine() {
        fn pattern(random: &mut Random, depth: usize) -> String {
            let atom = match random.below(if depth == 0 { 4 } else { 6 }) {
                0 => "a".to_owned(),
                1 => "b".to_owned(),
                2 => "[ab]".to_owned(),
                3 => "[^a]".to_owned(),
                4 => format!("({}|{})", pattern(random, depth - 1), pattern(random, depth - 1)),
                _ => format!("({}{})", pattern(random, depth - 1), pattern(random, depth - 1)),
            };
            let counts = ["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,3}"];
            format!("{atom}{}", counts[random.below(counts.len())])
        }
        let mut random = Random(7);
        let mut compiled = 0;
        for _ in 0..600 {
            let pattern = pattern(&mut random, 3);
            let Ok(automaton) = compile(&pattern) else { continue };
            compiled += 1;
            let regex = regex::Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap();
            for _ in 0..200 {
                let text: String = (0..random.below(9)).map(|_| ['a', 'b', 'c'][random.below(3)]).collect();
                assert_eq!(automaton.matches(&text), regex.is_match(&text), "{pattern} on {text:?}");
            }
        }
        assert!(compiled > 400, "only {compiled} patterns are small enough");
    }

    #[test]
    fn what_is_not_in_the_subset_is_refused_with_its_place() {
        let cases = [
            ("", 0..0, "something must stand here"),
            ("a|", 2..2, "something must stand here"),
            ("()", 1..2, "something must stand here"),
            (r"[\d]", 1..3, "write [0-9]"),
            (r"a\s", 1..3, "write [ ]"),
            (r"\n", 0..2, "needs no backslash"),
            ("a.b", 1..2, "write \\."),
            ("^a", 0..1, "leave `^` out"),
            ("a$", 1..2, "leave `$` out"),
            ("*a", 0..1, "nothing before `*`"),
            ("a**", 2..3, "two counts"),
            ("a+?", 2..3, "two counts"),
            ("a{2,}", 1..5, "{2,m}"),
            ("a{3,2}", 1..6, "goes up"),
            ("a{0}", 1..4, "goes up"),
            ("a{,2}", 1..5, "{n,m}"),
            ("a{x}", 1..2, "{n,m}"),
            ("a{99999999999}", 1..14, "{n,m}"),
            ("(a", 0..1, "has no `)`"),
            ("a)", 1..2, "without a `(`"),
            ("(?:a)", 1..2, "no `?`"),
            ("[a", 0..1, "has no `]`"),
            ("[]", 0..2, "at least one"),
            ("[z-a]", 1..4, "turn them round"),
            ("[a-]", 2..3, r"write \-"),
            ("[-a]", 1..2, r"write \-"),
            ("[[a]", 1..2, r"write \["),
            ("[a&&b]", 2..3, "twice"),
            ("é", 0..2, "without accents"),
            ("a]", 1..2, "closes nothing"),
            ("a\\", 1..2, "at the end"),
            ("[0-9]{65}", 0..9, "65 places"),
            ("(((a{1000}){1000}){1000}){1000}", 0..31, "at most 64"),
        ];
        for (pattern, span, words) in cases {
            let error = compile(pattern).expect_err(pattern);
            assert_eq!(error.span, span, "{pattern}: {}", error.message);
            assert!(error.message.contains(words), "{pattern}: {}", error.message);
        }
        let deep = "(".repeat(100_000);
        assert!(compile(&deep).unwrap_err().message.contains("inside each other"));
    }

    #[test]
    fn classes_are_sorted_and_complements_leave_the_surrogates_out() {
        let ranges = |pattern: &str| compile(pattern).unwrap().positions.remove(0).0;
        assert_eq!(ranges("[c-db-ca0-4]"), [('0', '4'), ('a', 'd')]);
        assert_eq!(ranges("[^b-y]"), [('\0', 'a'), ('z', char::MAX)]);
        assert_eq!(complement(&[('\0', '\u{d7ff}')]), [('\u{e000}', char::MAX)]);
        assert_eq!(complement(&[('\u{e000}', char::MAX)]), [('\0', '\u{d7ff}')]);
    }

    #[test]
    fn sixty_four_positions_are_possible() {
        let automaton = compile("a{64}").unwrap();
        assert!(automaton.matches(&"a".repeat(64)));
        assert!(!automaton.matches(&"a".repeat(65)) && !automaton.matches(&"a".repeat(63)));
        assert!(compile("a{63}b*").unwrap().matches(&format!("{}bbb", "a".repeat(63))));
    }
}
