//! What moved: the rows outside the longest run that kept its order.
//!
//! The answer is the same from both sides, so that a diff and its mirror agree.

/// The keys that moved between two orders of the same keys, in the order of `new`.
///
/// The work grows with the product of the lengths; tables have tens of rows.
pub(super) fn moved<'k>(old: &[&'k str], new: &[&'k str]) -> Vec<&'k str> {
    // Which of several longest runs is kept must not depend on which side is called old.
    let (first, second) = if old <= new { (old, new) } else { (new, old) };
    let kept = longest_common(first, second);
    new.iter().copied().filter(|key| !kept.contains(key)).collect()
}

/// The longest common subsequence.
fn longest_common<'k>(first: &[&'k str], second: &[&'k str]) -> Vec<&'k str> {
    // lengths[i][j]: the longest of what begins at i and at j.
    let mut lengths = vec![vec![0_usize; second.len() + 1]; first.len() + 1];
    let at =
        |lengths: &[Vec<usize>], i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    for (i, one) in first.iter().enumerate().rev() {
        for (j, other) in second.iter().enumerate().rev() {
            let longest = if one == other {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = longest;
            }
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while let (Some(&one), Some(&other)) = (first.get(i), second.get(j)) {
        if one == other {
            kept.push(one);
            i += 1;
            j += 1;
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn one_row_that_jumps_is_the_one_that_moved() {
        assert_eq!(moved(&["a", "b", "c", "d"], &["d", "a", "b", "c"]), ["d"]);
        assert_eq!(moved(&["a", "b", "c", "d"], &["b", "c", "a", "d"]), ["a"]);
        assert_eq!(moved(&["a", "b"], &["a", "b"]), [] as [&str; 0]);
    }

    #[test]
    fn both_sides_agree_on_what_moved() {
        let orders: [&[&str]; 4] = [&["a", "b", "c"], &["c", "b", "a"], &["b", "a", "c"], &["c", "a", "b"]];
        for old in orders {
            for new in orders {
                let (mut one, mut other) = (moved(old, new), moved(new, old));
                one.sort_unstable();
                other.sort_unstable();
                assert_eq!(one, other, "{old:?} {new:?}");
            }
        }
    }
}
