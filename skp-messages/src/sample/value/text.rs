//! Free text: sentences without meaning, with the letters that go wrong somewhere.

use super::super::dice::Dice;

/// Words that no rule and no check takes for data of a person.
const WORDS: &[&str] = &[
    "proef",
    "bericht",
    "gegevens",
    "voorbeeld",
    "financiële",
    "geïnd",
    "coördinatie",
    "café",
    "Ærø",
    "één",
    "naïef",
    "Łódź",
    "überhaupt",
    "tekst",
    "regel",
    "zonder",
    "betekenis",
    "synthetisch",
    "& meer",
    "<niets>",
    "\"zo\"",
    "d'r",
    "100%",
    "ruimte",
    "日本",
    "Ωmega",
    "vanaf",
    "hier",
    "verder",
];

/// Some words, a sentence.
pub(crate) fn sentence(dice: &mut Dice, most: usize) -> String {
    let count = 2 + dice.below(8);
    let words: Vec<&str> = (0..count).filter_map(|_| dice.pick(WORDS).copied()).collect();
    cut(&words.join(" "), most)
}

/// Several lines.
pub(crate) fn lines(dice: &mut Dice, most: usize) -> String {
    let count = 1 + dice.below(4);
    let lines: Vec<String> = (0..count).map(|_| sentence(dice, 80)).collect();
    cut(&lines.join(if dice.chance(30) { "\n\t" } else { "\n" }), most)
}

/// A text of exactly so many characters.
pub(crate) fn of_length(length: usize, dice: &mut Dice) -> String {
    let mut text = String::new();
    let mut characters = 0;
    while characters < length {
        let word = dice.pick(WORDS).copied().unwrap_or("x");
        text.push_str(word);
        text.push(' ');
        characters += word.chars().count() + 1;
    }
    let mut text: String = text.chars().take(length).collect();
    if text.ends_with(' ') {
        text.pop();
        text.push('x');
    }
    text
}

/// At most so many characters, without white space at the end.
pub(crate) fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect::<String>().trim_end().to_owned()
}
