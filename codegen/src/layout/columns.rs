//! Lists and the rows in them: keys in their order, and columns that line up between empty lines.

use super::scan::{Item, List, Value};
use crate::forms::Row;

/// A value on one line.
pub(super) fn inline(value: &Value<'_>) -> String {
    match value {
        Value::Plain(text) => (*text).to_owned(),
        Value::Row(cells) if cells.is_empty() => "{}".to_owned(),
        Value::Row(cells) => {
            let cells: Vec<String> = cells.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
            format!("{{ {} }}", cells.join(", "))
        }
        Value::List(list) => {
            let items: Vec<String> = list
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Value(value, _) => Some(inline(value)),
                    _ => None,
                })
                .collect();
            let of_rows = list.items.iter().any(|item| matches!(item, Item::Value(Value::Row(_), _)));
            if of_rows { format!("[ {} ]", items.join(", ")) } else { format!("[{}]", items.join(", ")) }
        }
    }
}

/// Whether a list stays on one line: it is written so, and is no list of several rows.
pub(super) fn stays(list: &List<'_>) -> bool {
    let rows = list.items.iter().filter(|item| matches!(item, Item::Value(Value::Row(_), _))).count();
    list.items.is_empty() || (list.one_line && rows < 2)
}

/// A list over several lines, without its brackets.
pub(super) fn lines(list: &List<'_>, form: Option<&Row>) -> Vec<String> {
    let by_paragraph = form.is_some_and(|form| form.by_paragraph);
    let mut out = Vec::new();
    let groups: Vec<&[Item<'_>]> =
        if by_paragraph { list.items.split(|item| matches!(item, Item::Empty)).collect() } else { vec![&list.items] };
    for group in groups.into_iter().filter(|group| !group.is_empty()) {
        if !out.is_empty() {
            out.push(String::new());
        }
        let mut texts = texts(group, form).into_iter();
        for item in group {
            match item {
                Item::Empty => out.push(String::new()),
                Item::Comment(comment) => out.push(format!("  {comment}")),
                Item::Value(_, comment) => {
                    let comment = comment.map(|comment| format!(" {comment}")).unwrap_or_default();
                    out.push(format!("  {},{comment}", texts.next().unwrap_or_default()));
                }
            }
        }
    }
    out
}

/// The values of a group of rows, lined up.
fn texts(group: &[Item<'_>], form: Option<&Row>) -> Vec<String> {
    let mut rows: Vec<Vec<(&str, String)>> = Vec::new();
    for item in group {
        match item {
            Item::Value(Value::Row(cells), _) => {
                rows.push(cells.iter().map(|(key, value)| (*key, format!("{key} = {}", inline(value)))).collect());
            }
            // A value that is no row, or one with comments, is one cell without a name.
            Item::Value(value, _) => rows.push(vec![("", inline(value))]),
            _ => {}
        }
    }
    let columns = columns(&rows, form);
    rows.iter().map(|row| line(row, &columns)).collect()
}

/// A column: its key, its width, and whether what stands behind it is lined up.
struct Column<'k> {
    key: &'k str,
    width: usize,
    lines_up: bool,
}

/// The columns of a group: the keys of the form in its order, then the others as they come.
fn columns<'k>(rows: &[Vec<(&'k str, String)>], form: Option<&Row>) -> Vec<Column<'k>> {
    let known = |key: &str| form.and_then(|form| form.keys.iter().position(|known| known.name == key));
    let mut keys: Vec<&str> = Vec::new();
    for (key, _) in rows.iter().flatten().filter(|(key, _)| !key.is_empty()) {
        if !keys.contains(key) {
            keys.push(key);
        }
    }
    keys.sort_by_key(|key| known(key).unwrap_or(usize::MAX));
    let width = |key: &str| {
        let cells = rows.iter().flatten().filter(|(found, _)| *found == key);
        cells.map(|(_, text)| text.chars().count() + 1).max().unwrap_or_default()
    };
    let lines_up = |key: &str| form.and_then(|form| form.keys.iter().find(|known| known.name == key));
    let column =
        |key: &'k str| Column { key, width: width(key), lines_up: lines_up(key).is_none_or(|known| known.lines_up()) };
    keys.into_iter().map(column).collect()
}

fn line(row: &[(&str, String)], columns: &[Column<'_>]) -> String {
    if let [("", text)] = row {
        return text.clone();
    }
    let mut text = String::from("{");
    let mut left = row.len();
    for column in columns {
        let cell = row.iter().find(|(key, _)| *key == column.key);
        if left == 0 {
            break;
        }
        text.push(' ');
        let cell = cell.map_or_else(String::new, |(_, cell)| {
            left -= 1;
            format!("{cell}{}", if left == 0 { "" } else { "," })
        });
        text.push_str(&cell);
        if left > 0 && column.lines_up {
            text.extend(std::iter::repeat_n(' ', column.width.saturating_sub(cell.chars().count())));
        }
    }
    text.push_str(if row.is_empty() { "}" } else { " }" });
    text
}
