//! Conversations: per release the steps whose messages exist there, and the states they reach.

use super::{At, Resolver, rules, strings, text};
use crate::catalogue::conversation::{
    Answer, Calendar, Condition, Conversation, Day, Holiday, Participant, ProcessRule, Sector, State, Step,
};
use crate::catalogue::{Text, TypeId};
use crate::cel;
use crate::diagnostic::{Diagnostic, part};
use crate::forms::words::DAYS;
use crate::model;
use crate::model::conversation::{self as read, ANY, START};

impl<'d> Resolver<'d> {
    /// Resolves the rules on conversations and the calendar.
    pub(super) fn process(&mut self) {
        let rule = |rule: &read::ProcessRule| ProcessRule {
            id: rule.id.value.clone(),
            severity: rules::severity(rule.severity.as_str()),
            modules: strings(&rule.modules),
            days: number(&rule.days),
            text: Text { nl: words(&rule.nl), en: words(&rule.en) },
            source: rule.source.text.value.clone(),
        };
        self.catalogue.process_rules = self.defs.process_rules.iter().map(rule).collect();
        self.catalogue.process_rules.sort_by(|one, two| one.id.cmp(&two.id));
        if let Some(found) = self.defs.calendars.first() {
            self.catalogue.calendar = calendar(found);
        }
    }

    /// Resolves the conversation of a release, whose messages are in the catalogue already.
    pub(super) fn conversation(&mut self, module: usize, release: usize, at: At<'d>) {
        let Some(read) = self.defs.conversations.iter().find(|found| at.module.id == found.folder.as_str()) else {
            return;
        };
        let mut steps = Vec::new();
        for step in read.steps.iter().filter(|step| at.alive(&step.life)) {
            let messages = self.ids(&step.messages, module, release, at);
            if messages.is_empty() {
                continue;
            }
            let when = step.when.as_ref().and_then(|when| self.condition(when, &messages));
            steps.push((step, messages, when));
        }
        let reached: Vec<&read::State> = read
            .states
            .iter()
            .filter(|state| steps.iter().any(|(step, ..)| step.to.as_ref() == Some(&state.name)))
            .collect();
        let place = |name: &model::Text| reached.iter().position(|state| state.name == *name);
        let open = || (0..reached.len()).filter(|&at| reached.get(at).is_some_and(|state| !state.end));
        let resolved = steps.into_iter().map(|(step, messages, when)| {
            let anywhere = step.from.iter().any(|from| *from == ANY);
            let to = step.to.as_ref().and_then(place);
            let from = if anywhere { open().collect() } else { step.from.iter().filter_map(place).collect() };
            Step {
                first: step.from.iter().any(|from| *from == START),
                from,
                anywhere,
                aside: false,
                messages,
                by: strings(&step.by),
                when,
                to,
                same: step.same,
                finding: step.finding.as_ref().map(|id| id.value.clone()),
                otherwise: step.otherwise.as_ref().map(|id| id.value.clone()),
                source: step.source.text.value.clone(),
            }
        });
        let mut steps: Vec<Step> = resolved.filter(|step| step.first || !step.from.is_empty()).collect();
        for aside in &read.aside {
            let messages = self.ids(&aside.messages, module, release, at);
            if !messages.is_empty() {
                steps.push(Step {
                    first: false,
                    from: open().collect(),
                    anywhere: true,
                    aside: true,
                    messages,
                    by: strings(&aside.by),
                    when: None,
                    to: None,
                    same: false,
                    finding: None,
                    otherwise: None,
                    source: aside.source.text.value.clone(),
                });
            }
        }
        let state = |state: &&read::State| State {
            name: state.name.value.clone(),
            end: state.end,
            rest: state.rest,
            text: text(&read.texts, state.name.as_str()),
            source: state.source.text.value.clone(),
        };
        let participant = |row: &read::Participant| Participant {
            role: row.role.value.clone(),
            starts: row.starts,
            consent: row.consent.as_ref().map(|element| element.value.clone()),
            every: row.every,
            source: row.source.text.value.clone(),
        };
        let answer = |row: &read::Answer| Answer {
            questions: self.ids(&row.questions, module, release, at),
            answers: self.ids(&row.answers, module, release, at),
            days: number(&row.days),
            by: strings(&row.by),
            source: row.source.text.value.clone(),
        };
        let sector = |row: &read::Sector| Sector {
            messages: self.ids(&row.messages, module, release, at),
            marks: strings(&row.marks),
            source: row.source.text.value.clone(),
        };
        let conversation = Conversation {
            module,
            release,
            participants: read.participants.iter().map(participant).collect(),
            states: reached.iter().map(state).collect(),
            steps,
            answers: read
                .answers
                .iter()
                .map(answer)
                .filter(|row| !row.questions.is_empty() && !row.answers.is_empty())
                .collect(),
            sectors: read.sectors.iter().map(sector).filter(|row| !row.messages.is_empty()).collect(),
            text: text(&read.texts, "conversation"),
            source: read.source.text.value.clone(),
        };
        self.catalogue.conversations.push(conversation);
    }

    /// The places in the catalogue of the messages that exist in this release.
    fn ids(&self, names: &[model::Text], module: usize, release: usize, at: At<'_>) -> Vec<usize> {
        let id = |name: &model::Text| {
            let read = self.defs.messages.iter().find(|one| at.module.id == one.module.as_str() && one.id == *name)?;
            let (id, _) = super::name_at(read, at);
            let here = |message: &crate::catalogue::Message| {
                message.module == module && message.release == release && message.id == id
            };
            self.catalogue.messages.iter().position(here)
        };
        names.iter().filter_map(id).collect()
    }

    /// Compiles a condition on the content; several messages of one step must give the same Rust.
    fn condition(&mut self, when: &model::Text, messages: &[usize]) -> Option<Condition> {
        let ty: TypeId = messages.first().and_then(|&number| self.catalogue.messages.get(number))?.ty;
        let wrong = |error: &cel::Error| {
            Diagnostic::new("wrong-rule", &part(when, error.span.clone()), format!("condition: {}", error.message))
        };
        if messages.len() > 1 {
            let message = "a condition on the content is one on a single message";
            self.diagnostics.push(Diagnostic::new("wrong-rule", &when.span, message).help("write a step for each"));
            return None;
        }
        match cel::condition(&self.catalogue, ty.0, when.as_str()) {
            Ok((rust, typed)) => Some(Condition { cel: when.value.clone(), rust, typed }),
            Err(error) => {
                let diagnostic = wrong(&error.error);
                if !self.diagnostics.contains(&diagnostic) {
                    self.diagnostics.push(diagnostic);
                }
                None
            }
        }
    }
}

fn calendar(read: &read::Calendar) -> Calendar {
    let whole = |value: &Option<(i64, model::Span)>| value.as_ref().map(|&(number, _)| number);
    let holiday = |row: &read::Holiday| {
        let day = match (number(&row.month), number(&row.day), whole(&row.easter)) {
            (Some(month), Some(day), _) => Day::Fixed(month, day),
            (_, _, easter) => Day::Easter(easter.unwrap_or_default()),
        };
        Holiday {
            name: row.name.value.clone(),
            day,
            moved: row.when.as_ref().and_then(|when| Some((weekday(when)?, whole(&row.shift)?))),
            text: text(&read.texts, row.name.as_str()),
            source: row.source.text.value.clone(),
        }
    };
    Calendar {
        weekend: read.weekend.iter().filter_map(weekday).collect(),
        holidays: read.holidays.iter().map(holiday).collect(),
        text: text(&read.texts, "calendar"),
        source: read.source.text.value.clone(),
    }
}

/// The number of a day of the week, from Monday.
fn weekday(name: &model::Text) -> Option<u8> {
    u8::try_from(DAYS.iter().position(|day| name == day)?).ok()
}

fn number(value: &Option<(i64, model::Span)>) -> Option<u32> {
    value.as_ref().and_then(|&(number, _)| u32::try_from(number).ok())
}

fn words(text: &Option<model::Text>) -> String {
    text.as_ref().map(|text| text.value.clone()).unwrap_or_default()
}
