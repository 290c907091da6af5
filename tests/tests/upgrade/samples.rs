//! The samples of every release that has a neighbour.

use skp_messages::shape::MessageInfo;
use skp_messages::upgrade::{Converted, Kind, Options, Refused, convert, counterparts};
use skp_messages::{Format, Layout, Received};
use skp_tests::{bytes, examples, samples};

use super::{SUPPLY, losing, paths, supplied};

/// Every sample in JSON, with its name.
fn all() -> Vec<(String, Received)> {
    let json =
        samples(&examples("messages")).into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "json"));
    let read = |path: &std::path::Path| {
        skp_messages::read(&bytes(path)).unwrap_or_else(|report| panic!("{}: {report}", path.display()))
    };
    json.map(|path| (path.display().to_string(), read(&path))).collect()
}

/// The message in the release before or after.
fn neighbour(message: &'static MessageInfo, up: bool) -> Option<&'static MessageInfo> {
    let all = counterparts(message);
    let here = all.iter().position(|other| std::ptr::eq(*other, message))?;
    all.get(if up { here + 1 } else { here.checked_sub(1)? }).copied()
}

fn json(received: &Received) -> String {
    received.write(Format::Json, Layout::Compact).unwrap_or_else(|report| panic!("{report}"))
}

/// The content alone: without the name of its message and release.
fn content(received: &Received) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(&json(received)).unwrap();
    if let Some(header) = value.get_mut("header") {
        header["release"].take();
        header["bericht"].take();
    }
    value.as_object_mut().unwrap().remove("bericht");
    value
}

/// It says that it is of its new release, and is read as such.
fn valid(converted: &Converted, to: &'static MessageInfo, name: &str) {
    let again =
        skp_messages::read(json(converted.message()).as_bytes()).unwrap_or_else(|report| panic!("{name}: {report}"));
    assert!(std::ptr::eq(again.info(), to), "{name}: {}", again.info().bericht);
    assert!(std::ptr::eq(converted.message().info(), to), "{name}");
}

#[test]
fn every_sample_goes_up_and_comes_back_the_same() {
    let mut seen = Vec::new();
    for (name, old) in all() {
        let Some(to) = neighbour(old.info(), true) else { continue };
        let values = SUPPLY.iter().find(|(id, _)| *id == to.id).map_or(&[][..], |&(_, values)| values);
        let first = convert(&old, to.release.number, &Options::default());
        let options = match first {
            Ok(_) => Options::default(),
            Err(Refused::Incomplete { changes, .. }) => {
                // Everything that is missing is known to the table above, and nothing else is in the way but what 2.0
                // has no place for.
                for path in paths(&changes, Kind::Missing) {
                    assert!(values.iter().any(|(given, _)| given.starts_with(&path)), "{name}: {path}");
                }
                assert_eq!(paths(&changes, Kind::Unfit), [""; 0], "{name}");
                Options { allow_losses: !paths(&changes, Kind::Lost).is_empty(), ..supplied(values) }
            }
            Err(other) => panic!("{name}: {other}"),
        };
        let new = convert(&old, to.release.number, &options).unwrap_or_else(|refused| panic!("{name}: {refused}"));
        valid(&new, to, &name);
        if !new.lost().is_empty() {
            continue;
        }
        // What was given is all that is lost on the way back.
        let back = convert(new.message(), old.info().release.number, &losing());
        let back = back.unwrap_or_else(|refused| panic!("{name}: {refused}"));
        let given = |path: &String| options.supply.iter().any(|value| value.path.starts_with(path.as_str()));
        assert!(paths(back.lost(), Kind::Lost).iter().all(given), "{name}: {}", back.lost());
        assert_eq!(json(back.message()), json(&old), "{name}");
        seen.push((old.info().module.id, old.info().release.number, to.id));
    }
    seen.dedup();
    assert!(seen.len() >= 12, "{seen:?}");
}

#[test]
fn every_sample_goes_down_or_says_what_is_in_the_way() {
    let (mut same, mut lossy, mut refused) = (0, 0, 0);
    for (name, new) in all() {
        let Some(to) = neighbour(new.info(), false) else { continue };
        match convert(&new, to.release.number, &Options::default()) {
            Ok(old) => {
                valid(&old, to, &name);
                same += 1;
                // Nothing was lost, so what comes back is what was there.
                let back = convert(old.message(), new.info().release.number, &Options::default());
                let back = back.unwrap_or_else(|refused| panic!("{name}: {refused}"));
                assert_eq!(content(back.message()), content(&new), "{name}");
            }
            Err(Refused::Incomplete { changes, .. }) => {
                let lost = paths(&changes, Kind::Lost);
                match convert(&new, to.release.number, &losing()) {
                    Ok(old) => {
                        valid(&old, to, &name);
                        assert_eq!(paths(old.lost(), Kind::Lost), lost, "{name}");
                        // What is missing on the way up again is what was lost on the way down.
                        match convert(old.message(), new.info().release.number, &Options::default()) {
                            Err(Refused::Incomplete { changes, .. }) => {
                                assert_eq!(paths(&changes, Kind::Unfit), [""; 0], "{name}");
                                assert!(
                                    paths(&changes, Kind::Missing).iter().all(|path| lost.contains(path)),
                                    "{name}"
                                );
                            }
                            // A rule wants what was lost.
                            Err(Refused::Invalid { report, .. }) => assert!(report.has_errors(), "{name}"),
                            other => assert!(other.is_ok(), "{name}"),
                        }
                        lossy += 1;
                    }
                    Err(Refused::Incomplete { changes, .. }) => {
                        assert!(!changes.only_losses(), "{name}: {changes}");
                        refused += 1;
                    }
                    // Nothing in the way but a rule of the older release.
                    Err(Refused::Invalid { report, .. }) => assert!(report.has_errors(), "{name}"),
                    Err(other) => panic!("{name}: {other}"),
                }
            }
            Err(Refused::Invalid { report, .. }) => assert!(report.has_errors(), "{name}"),
            Err(other) => panic!("{name}: {other}"),
        }
    }
    assert!(same > 0 && lossy > 0 && refused > 0, "{same} {lossy} {refused}");
}

#[test]
fn every_message_of_two_adjoining_releases_has_a_sample_in_one_of_them() {
    let all = all();
    let sampled = |message: &'static MessageInfo| all.iter().any(|(_, sample)| std::ptr::eq(sample.info(), message));
    let messages = skp_messages::catalogue::messages().iter().copied();
    let pairs: Vec<_> = messages.filter_map(|message| Some((message, neighbour(message, true)?))).collect();
    assert!(pairs.len() > 30);
    let without: Vec<&str> =
        pairs.iter().filter(|(old, new)| !sampled(old) && !sampled(new)).map(|(old, _)| old.bericht).collect();
    // 1.0 and 1.1 are the same type, so what is shown of 1.1 holds for 1.0.
    let only_first = without.iter().filter(|bericht| !bericht.starts_with("schuldregeling/1.0/"));
    assert_eq!(only_first.collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn a_message_of_a_module_with_one_release_stays_as_it_is() {
    for (name, old) in all().into_iter().filter(|(_, old)| old.info().module.releases.len() == 1) {
        let same = convert(&old, old.info().release.number, &Options::default());
        let same = same.unwrap_or_else(|refused| panic!("{name}: {refused}"));
        assert_eq!(json(same.message()), json(&old), "{name}");
        assert!(same.lost().is_empty(), "{name}");
    }
}
