//! Conversations as constants, one file for each release; and one file with the rules on them and the calendar.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::{Output, docs, messages, number, paths, rules};
use crate::catalogue::conversation::{Answer, Calendar, Conversation, Day, Participant, Sector, State, Step};
use crate::catalogue::{Catalogue, Content, Text};
use crate::names::{module_ident, release_ident};

/// A file for each release that has a conversation.
pub(super) fn emit(catalogue: &Catalogue) -> Vec<Output> {
    catalogue.conversations.iter().filter_map(|conversation| file(catalogue, conversation)).collect()
}

/// The conversation of a release, when it has one.
pub(super) fn of(catalogue: &Catalogue, module: usize, release: usize) -> Option<&Conversation> {
    catalogue.conversations.iter().find(|found| found.module == module && found.release == release)
}

fn file(catalogue: &Catalogue, conversation: &Conversation) -> Option<Output> {
    let module = catalogue.modules.get(conversation.module)?;
    let release = release_ident(&module.releases.get(conversation.release)?.number.to_string());
    let (module_name, release_static) = (module_ident(&module.id), format_ident!("{}", release.to_uppercase()));
    let module_path = format_ident!("{}", module_name);
    let Conversation { text: Text { nl, en }, source, .. } = conversation;
    let participants = conversation.participants.iter().map(participant);
    let states = conversation.states.iter().map(state);
    let steps = conversation.steps.iter().enumerate().map(|(at, step)| transition(catalogue, conversation, at, step));
    let answers = conversation.answers.iter().map(|row| answer(catalogue, row));
    let sectors = conversation.sectors.iter().map(|row| sector(catalogue, row));
    let conditions = conversation.steps.iter().enumerate().filter_map(|(at, step)| condition(catalogue, at, step));
    let imports = imports(conversation);
    let tokens = quote! {
        use crate::shape::{#(#imports),*};

        pub(crate) static CONVERSATION: Conversation = Conversation {
            module: &crate::#module_path::module::MODULE,
            release: &crate::#module_path::module::#release_static,
            participants: &[#(#participants),*],
            states: &[#(#states),*],
            transitions: &[#(#steps),*],
            answers: &[#(#answers),*],
            sectors: &[#(#sectors),*],
            nl: #nl,
            en: #en,
            source: #source,
        };
        #(#conditions)*
    };
    Some(Output { path: format!("{module_name}/{release}/conversation.rs"), text: text(&tokens) })
}

fn imports(conversation: &Conversation) -> Vec<Ident> {
    let conditions = conversation.steps.iter().any(|step| step.when.is_some());
    let names = [
        ("Answer", !conversation.answers.is_empty()),
        ("Condition", conditions),
        ("Conversation", true),
        ("Participant", !conversation.participants.is_empty()),
        ("Sector", !conversation.sectors.is_empty()),
        ("State", !conversation.states.is_empty()),
        ("Transition", !conversation.steps.is_empty()),
    ];
    names.into_iter().filter(|(_, used)| *used).map(|(name, _)| format_ident!("{}", name)).collect()
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

fn participant(row: &Participant) -> TokenStream {
    let Participant { role, starts, every, source, .. } = row;
    let consent = option(row.consent.as_ref());
    quote!(Participant { role: #role, starts: #starts, consent: #consent, every: #every, source: #source })
}

fn state(state: &State) -> TokenStream {
    let State { name, end, rest, text: Text { nl, en }, source } = state;
    quote!(State { name: #name, end: #end, rest: #rest, nl: #nl, en: #en, source: #source })
}

fn transition(catalogue: &Catalogue, conversation: &Conversation, at: usize, step: &Step) -> TokenStream {
    let Step { first, anywhere, aside, by, same, source, .. } = step;
    let name = |&state: &usize| conversation.states.get(state).map(|state| state.name.as_str());
    let from = step.from.iter().filter_map(name);
    let to = option(step.to.as_ref().and_then(name));
    let messages = infos(catalogue, &step.messages);
    let when = option(step.when.as_ref().map(|condition| {
        let (cel, function) = (&condition.cel, function(at));
        quote!(Condition { cel: #cel, holds: #function })
    }));
    let rule = |id: &Option<String>| option(id.as_ref().map(|id| rule(id)));
    let (finding, otherwise) = (rule(&step.finding), rule(&step.otherwise));
    quote! {
        Transition {
            first: #first,
            from: &[#(#from),*],
            anywhere: #anywhere,
            aside: #aside,
            messages: #messages,
            by: &[#(#by),*],
            when: #when,
            to: #to,
            same: #same,
            finding: #finding,
            otherwise: #otherwise,
            source: #source,
        }
    }
}

/// The path of the constant of a rule on conversations.
fn rule(id: &str) -> TokenStream {
    let ident = rules::ident(id);
    quote!(&crate::generated_process::#ident)
}

fn function(at: usize) -> Ident {
    format_ident!("when_{}", at)
}

/// The function that looks at the content of a message.
fn condition(catalogue: &Catalogue, at: usize, step: &Step) -> Option<TokenStream> {
    let condition = step.when.as_ref()?;
    let ty = catalogue.messages.get(*step.messages.first()?)?.ty;
    let message = catalogue.types.get(ty.0).map(paths::ident)?;
    let (name, rust) = (function(at), &condition.rust);
    let written = rust.to_string();
    let lists =
        catalogue.closure(ty).into_iter().filter_map(|id| catalogue.types.get(id.0)).filter(|ty| {
            matches!(ty.content, Content::Codes(_)) && written.contains(&format!("{} ::", paths::ident(ty)))
        });
    let mut names: Vec<Ident> = lists.map(paths::ident).chain([message.clone()]).collect();
    names.sort();
    let comment = docs::lines(&format!("`{}`", condition.cel));
    Some(quote! {
        #comment
        fn #name(message: &dyn std::any::Any) -> Option<bool> {
            use super::{#(#names),*};
            let item = message.downcast_ref::<#message>()?;
            #rust
        }
    })
}

fn answer(catalogue: &Catalogue, row: &Answer) -> TokenStream {
    let (questions, answers) = (infos(catalogue, &row.questions), infos(catalogue, &row.answers));
    let (by, source, days) = (&row.by, &row.source, option(row.days.map(number)));
    quote!(Answer { questions: #questions, answers: #answers, days: #days, by: &[#(#by),*], source: #source })
}

fn sector(catalogue: &Catalogue, row: &Sector) -> TokenStream {
    let (messages, marks, source) = (infos(catalogue, &row.messages), &row.marks, &row.source);
    quote!(Sector { messages: #messages, marks: &[#(#marks),*], source: #source })
}

/// The constants of messages of this release.
fn infos(catalogue: &Catalogue, numbers: &[usize]) -> TokenStream {
    let names = numbers.iter().filter_map(|&at| catalogue.messages.get(at)).map(messages::constant);
    quote!(&[#(&super::messages::#names),*])
}

/// The rules on conversations and the calendar, which need no module.
pub(super) fn process(catalogue: &Catalogue) -> Output {
    let constants = catalogue.process_rules.iter().map(rules::process);
    let rows = catalogue.process_rules.iter().map(|rule| {
        let (ident, modules, days) = (rules::ident(&rule.id), &rule.modules, option(rule.days.map(number)));
        quote!(ProcessRule { rule: &#ident, modules: &[#(#modules),*], days: #days })
    });
    let imports =
        if catalogue.process_rules.is_empty() { quote!(ProcessRule) } else { quote!({ProcessRule, Rule, Severity}) };
    let calendar = calendar(&catalogue.calendar);
    let tokens = quote! {
        use crate::shape::#imports;
        #(#constants)*
        pub(crate) static RULES: &[ProcessRule] = &[#(#rows),*];
        #calendar
    };
    Output { path: "process.rs".into(), text: text(&tokens) }
}

fn calendar(calendar: &Calendar) -> TokenStream {
    let Calendar { text: Text { nl, en }, source, .. } = calendar;
    let weekend = calendar.weekend.iter().map(|&day| number(day));
    let holidays = calendar.holidays.iter().map(|holiday| {
        let (name, Text { nl, en }, source) = (&holiday.name, &holiday.text, &holiday.source);
        let day = match holiday.day {
            Day::Fixed(month, day) => {
                let (month, day) = (number(month), number(day));
                quote!(HolidayDate::Fixed(#month, #day))
            }
            Day::Easter(days) => {
                let days = number(days);
                quote!(HolidayDate::Easter(#days))
            }
        };
        let moved = option(holiday.moved.map(|(when, shift)| {
            let (when, shift) = (number(when), number(shift));
            quote!((#when, #shift))
        }));
        quote!(Holiday { name: #name, day: #day, moved: #moved, nl: #nl, en: #en, source: #source })
    });
    let imports =
        if calendar.holidays.is_empty() { quote!(Calendar) } else { quote!({Calendar, Holiday, HolidayDate}) };
    quote! {
        mod calendar {
            use crate::shape::#imports;
            pub(crate) static CALENDAR: Calendar = Calendar {
                weekend: &[#(#weekend),*],
                holidays: &[#(#holidays),*],
                nl: #nl,
                en: #en,
                source: #source,
            };
        }
        pub(crate) use calendar::CALENDAR;
    }
}

fn text(tokens: &TokenStream) -> String {
    format!("// Generated by skp-codegen; do not edit.\n\n{}", super::format(tokens))
}
