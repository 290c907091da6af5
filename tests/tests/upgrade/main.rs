//! Every sample goes to the release after its own and to the one before, and comes back the same where nothing is lost.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)] // a test may fail

mod any;
mod samples;
mod typed;

use skp_messages::Received;
use skp_messages::upgrade::{Change, Changes, Kind, Options, Supply};

/// What a message has to be given in 2.0 that 1.x did not ask for.
const SUPPLY: &[(&str, &[(&str, &str)])] = &[
    ("GeenMedewerking", &[("Reden", "KLANT_ONBEKEND")]),
    (
        "KennisgevingAntwoord",
        &[
            ("Antwoord", "KLANT_BEKEND"),
            ("Contactpersoon.Naam", "Afdeling Incasso"),
            ("Contactpersoon.Telefoonnummer", "0201234567"),
            ("Contactpersoon.Emailadres", "incasso@example.nl"),
        ],
    ),
    ("AanvraagBorgstelling", &[("Borgstelling_Categorie", "100")]),
    ("RegistreerVoorbeoordeling", &[("Borgstelling_Categorie", "100")]),
];

fn supplied(values: &[(&str, &str)]) -> Options {
    let supply = values.iter().map(|&(path, value)| Supply { path: path.to_owned(), value: value.to_owned() });
    Options { supply: supply.collect(), ..Options::default() }
}

fn losing() -> Options {
    Options { allow_losses: true, ..Options::default() }
}

fn read(text: &str) -> Received {
    skp_messages::read(text.as_bytes()).unwrap_or_else(|report| panic!("{report}"))
}

fn paths(changes: &Changes, kind: Kind) -> Vec<String> {
    changes.of(kind).map(Change::path).map(ToString::to_string).collect()
}
