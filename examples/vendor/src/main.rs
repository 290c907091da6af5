//! A creditor's software answers a Saldoverzoek.
//!
//! Somebody asks a housing association for the balance of each claim on a client. This program reads the question,
//! looks the claims up and writes the answer:
//!
//! ```text
//! cargo run -p skp-vendor-example                      # the sample question of this repository
//! cargo run -p skp-vendor-example -- question.xml      # a file, or - for standard input
//! ```
//!
//! The answer goes to standard output. When something is wrong with the question, standard error says what and where,
//! and the exit code is 1.

mod books;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::io::{self, Read};
use std::process::ExitCode;
use std::{env, fs};

use skp_messages::bericht::v2_0::{Berichtheader, TypeDeelnemer};
use skp_messages::schuldregeling::v2_0::{Contactpersoon, Message, Saldoverzoek, SaldoverzoekAntwoord};
use skp_messages::{Format, Layout};

use crate::books::Books;

/// The question when no file is given.
const SAMPLE: &[u8] = include_bytes!("../../messages/schuldregeling/2.0/saldoverzoek-gezin-met-partner.xml");

fn main() -> ExitCode {
    let answer = question().and_then(|question| answer(&question, &Books::sample()?));
    match answer {
        Ok(answer) => {
            print!("{answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The bytes of the question.
fn question() -> Result<Vec<u8>, Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        None => Ok(SAMPLE.to_vec()),
        Some("-") => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
        Some(path) => fs::read(path).map_err(|error| format!("{path}: {error}").into()),
    }
}

/// The answer to a question, in the envelope that it is sent in.
fn answer(question: &[u8], books: &Books) -> Result<String, Box<dyn Error>> {
    // Whatever is wrong with the question ends here, as a report with the place of each mistake.
    let received = skp_messages::read(question)?;
    let Some(asked) = received.get::<Saldoverzoek>() else {
        return Err(format!("this program answers a Saldoverzoek, not {}", received.info().bericht).into());
    };
    let Some(header) = received.header() else {
        return Err("a question without Berichtheader cannot be answered".into());
    };

    let (known, unknown) = books.look_up(&asked.vorderingen)?;
    let answer = SaldoverzoekAntwoord::builder()
        .klantnummer_shv(asked.klantnummer_shv.clone())
        .klantnummer_se(books.klantnummer.clone())
        .contactpersoon(contact()?)
        .datum("2026-01-20".parse()?)
        .openstaande_schulden(known)
        .onbekende_schulden(unknown)
        .build()?;

    // `write` checks once more: it never writes an invalid message.
    Ok(answer.write(Some(&reply_to(header)?), Format::Xml, Layout::Pretty)?)
}

/// Whom the debt counsellor can call.
fn contact() -> Result<Contactpersoon, Box<dyn Error>> {
    let contact = Contactpersoon::builder()
        .naam("Afdeling Incasso".parse()?)
        .telefoonnummer("06-12345678".parse()?)
        .emailadres("incasso@hetdijkhuis.example.nl".parse()?)
        .build()?;
    Ok(contact)
}

/// The header of the answer: the same conversation, in the other direction.
fn reply_to(question: &Berichtheader) -> Result<Berichtheader, Box<dyn Error>> {
    let header = Berichtheader::builder()
        .module(question.module)
        .release(question.release.clone())
        .bericht("SaldoverzoekAntwoord".parse()?)
        .afzender(question.ontvanger)
        .afzender_naam("Woonstichting Het Dijkhuis".parse()?)
        .afzender_type(TypeDeelnemer::SE)
        .ontvanger(question.afzender)
        .conversatie_referentienummer(question.conversatie_referentienummer)
        .referentienummer("HD-2026-55".parse()?) // a real program gives each message a number of its own
        .antwoord_op(question.referentienummer.clone())
        .verzonden_op("2026-01-21T08:30:00+01:00".parse()?) // and looks at the clock
        .maybe_test(question.test)
        .build()?;
    Ok(header)
}
