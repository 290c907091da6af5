//! The same seed gives the same bytes, and what belongs to a person is of the series for tests.

use skp_messages::sample::{Form, Sampler};
use skp_messages::schuldregeling::v2_0::{KennisgevingPubliek, Message, SaldoverzoekAntwoord};
use skp_messages::{Format, Layout};

use super::sampler;

#[test]
fn the_same_seed_gives_the_same_bytes_in_another_sampler() {
    let other = Sampler::new().unwrap();
    for seed in [0, 1, u64::MAX] {
        let write = |sampler: &Sampler| {
            let sample = sampler.message(SaldoverzoekAntwoord::INFO, seed).unwrap();
            sample.write(Format::Xml, Layout::Compact, Form::Envelope)
        };
        assert_eq!(write(sampler()), write(&other));
    }
}

#[test]
fn identities_are_of_the_series_for_tests() {
    let mut accounts = 0;
    for seed in 0..40 {
        let question: KennisgevingPubliek = sampler().value(KennisgevingPubliek::INFO, seed).unwrap();
        assert!(question.bsn.as_str().starts_with("9999"));
        let answer: SaldoverzoekAntwoord = sampler().value(SaldoverzoekAntwoord::INFO, seed).unwrap();
        for account in answer.openstaande_schulden.iter().filter_map(|debt| debt.betaalrekening.as_ref()) {
            accounts += 1;
            assert_eq!(account.iban.as_str().get(4..8), Some("TEST"));
        }
    }
    assert!(accounts > 0);
}

#[test]
fn the_header_says_that_it_is_a_test() {
    let sample = sampler().message(SaldoverzoekAntwoord::INFO, 3).unwrap();
    assert_eq!(sample.received().unwrap().header().unwrap().test, Some(true));
}
