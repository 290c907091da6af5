//! Modules, releases and messages, as generated code has them as constants.

use skp_codegen::catalogue::{self, Catalogue};
use skp_codegen::names::json_name;

use super::keep::{Keep, list, one};
use super::rules;
use super::shapes::Shapes;
use crate::shape::{Forbidden, MessageInfo, Module, Release, Status};

/// The messages of a catalogue.
#[derive(Default)]
pub(super) struct Messages {
    /// The modules with messages.
    pub(super) modules: Vec<&'static Module>,
    /// Every message, with the number of the type that is its table.
    pub(super) messages: Vec<(&'static MessageInfo, usize)>,
}

impl Messages {
    /// All modules but that of the header, which the generator puts first.
    pub(super) fn new(catalogue: &Catalogue, shapes: &Shapes, keep: &mut Keep) -> Option<Self> {
        let mut all = Self::default();
        for (number, module) in catalogue.modules.iter().enumerate().skip(1) {
            let kept = self::module(module, keep);
            all.modules.push(kept);
            let forbidden: Vec<Forbidden> = module.forbidden.iter().map(|row| self::forbidden(row, keep)).collect();
            let forbidden = list(forbidden);
            for message in catalogue.messages.iter().filter(|message| message.module == number && !message.header) {
                let release = kept.releases.get(message.release).copied()?;
                let id = message.ty.0;
                let info = MessageInfo {
                    module: kept,
                    release,
                    id: keep.text(&message.id),
                    bericht: keep.text(&format!("{}/{}/{}", kept.id, release.number, message.id)),
                    name: keep.text(&message.name),
                    code: keep.text(&message.code),
                    from: keep.texts(&message.from),
                    to: keep.texts(&message.to),
                    starts: message.starts,
                    answers: message.answer,
                    shape: shapes.composite(id)?,
                    forbidden,
                    source: keep.text(&message.source),
                };
                all.messages.push((one(info), id));
            }
        }
        Some(all)
    }
}

fn module(module: &catalogue::Module, keep: &mut Keep) -> &'static Module {
    let releases = module.releases.iter().map(|release| {
        one(Release {
            number: keep.text(&release.number.to_string()),
            namespace: keep.text(&module.namespace(release)),
            source: keep.text(&release.source),
            content: keep.text(&release.content),
            status: match release.status {
                catalogue::Status::Draft => Status::Draft,
                catalogue::Status::Published => Status::Published,
                catalogue::Status::Deprecated => Status::Deprecated,
                catalogue::Status::Withdrawn => Status::Withdrawn,
            },
            status_source: keep.text(&release.status_source),
            valid_from: release.valid_from.as_ref().map(|day| keep.text(day)),
            valid_until: release.valid_until.as_ref().map(|day| keep.text(day)),
        })
    });
    let releases = list(releases.collect());
    one(Module { id: keep.text(&module.id), code: keep.text(&module.code), name: keep.text(&module.name), releases })
}

fn forbidden(row: &catalogue::Forbidden, keep: &mut Keep) -> Forbidden {
    let names = row.names.iter().map(|name| (keep.text(name), keep.text(&json_name(name)))).collect();
    Forbidden { names: list(names), rule: one(rules::forbidden(row, keep)) }
}
