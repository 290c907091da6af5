//! The known name that is closest to an unknown one.

/// A sentence that proposes the closest of `known`, or nothing when none is close.
pub fn suggestion(unknown: &str, known: &[String]) -> String {
    let near = (unknown.chars().count() / 3).max(2);
    let closest = known.iter().map(|name| (distance(unknown, name), name)).min();
    match closest {
        Some((steps, name)) if steps <= near => format!("; the closest is `{name}`"),
        _ => String::new(),
    }
}

/// The number of letters to insert, remove or replace to get from one name to the other, whatever their case.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, letter) in from.to_lowercase().chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        let mut next = vec![left];
        for (other, above) in to.iter().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(letter != *other)).min(above + 1).min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
