//! Layouts of the portal's CSV files: words without their places.

use super::strings;
use crate::catalogue::{Column, Layout};
use crate::model;

/// The layout as emitters see it.
pub(super) fn resolve(layout: &model::Layout) -> Layout {
    Layout {
        id: layout.id.value.clone(),
        name: layout.name.value.clone(),
        module: layout.module.value.clone(),
        release: layout.release.value.clone(),
        question: layout.question.value.clone(),
        answers: strings(&layout.answers),
        source: layout.source.text.value.clone(),
        columns: layout.columns.iter().map(column).collect(),
    }
}

fn column(column: &model::Column) -> Column {
    let optional = |text: &Option<model::Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    let pair = |code: &model::Text| {
        let (cell, code) = code.as_str().split_once('=').unwrap_or_default();
        (cell.to_owned(), code.to_owned())
    };
    Column {
        name: column.name.value.clone(),
        kind: column.kind.value.clone(),
        part: column.part.value.clone(),
        group: column.group.value.clone(),
        mandatory: column.mandatory,
        element: column.element.value.clone(),
        parts: strings(&column.parts),
        role: optional(&column.role),
        codes: column.codes.iter().map(pair).collect(),
        list: optional(&column.list),
        source: column.source.text.value.clone(),
    }
}
