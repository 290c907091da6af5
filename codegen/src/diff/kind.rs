//! The kinds of change. What a kind means for whom is not said here but in the verdict table.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// A kind of change, with its direction.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every kind, in the order of the verdict table.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The id in the verdict table and in output: `element-added-optional`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

kinds! {
    /// Module added.
    ModuleAdded = "module-added",
    /// Module removed.
    ModuleRemoved = "module-removed",
    /// Id of the module and namespace changed.
    NamespaceChanged = "namespace-changed",
    /// Letters of the module changed.
    ModuleCodeChanged = "module-code-changed",
    /// Release added.
    ReleaseAdded = "release-added",
    /// Release removed.
    ReleaseRemoved = "release-removed",
    /// Name in prose changed.
    NameChanged = "name-changed",
    /// Description changed.
    TextChanged = "text-changed",
    /// Provenance changed.
    ProvenanceChanged = "provenance-changed",
    /// Heading in the documentation changed.
    GroupChanged = "group-changed",
    /// Predecessor of the element changed.
    PredecessorChanged = "predecessor-changed",
    /// Value more private.
    PrivacyRaised = "privacy-raised",
    /// Value less private.
    PrivacyLowered = "privacy-lowered",
    /// Message added.
    MessageAdded = "message-added",
    /// Message removed.
    MessageRemoved = "message-removed",
    /// Message renamed.
    MessageRenamed = "message-renamed",
    /// Letters of the message changed.
    MessageCodeChanged = "message-code-changed",
    /// Sender added.
    SenderAdded = "sender-added",
    /// Sender removed.
    SenderRemoved = "sender-removed",
    /// Recipient added.
    RecipientAdded = "recipient-added",
    /// Recipient removed.
    RecipientRemoved = "recipient-removed",
    /// Direction reversed.
    DirectionReversed = "direction-reversed",
    /// May now start a conversation.
    StartAllowed = "start-allowed",
    /// May not start a conversation any more.
    StartForbidden = "start-forbidden",
    /// AntwoordOp made required.
    AnswerRequired = "answer-required",
    /// AntwoordOp no longer required.
    AnswerFree = "answer-free",
    /// Required element added.
    ElementAddedRequired = "element-added-required",
    /// Required element removed.
    ElementRemovedRequired = "element-removed-required",
    /// Optional element added.
    ElementAddedOptional = "element-added-optional",
    /// Optional element removed.
    ElementRemovedOptional = "element-removed-optional",
    /// Element renamed.
    ElementRenamed = "element-renamed",
    /// Element renamed and its type changed.
    ElementRenamedRetyped = "element-renamed-retyped",
    /// Element moved.
    ElementMoved = "element-moved",
    /// Part of a choice moved.
    ChoicePartMoved = "choice-part-moved",
    /// Element made required.
    ElementMadeRequired = "element-made-required",
    /// Element made optional.
    ElementMadeOptional = "element-made-optional",
    /// Element made a list.
    ElementMadeList = "element-made-list",
    /// List made a single element.
    ElementMadeSingle = "element-made-single",
    /// Item of a list renamed.
    ItemRenamed = "item-renamed",
    /// Type replaced.
    TypeChanged = "type-changed",
    /// Type replaced by a narrower one.
    TypeNarrowed = "type-narrowed",
    /// Type replaced by a wider one.
    TypeWidened = "type-widened",
    /// Type has another name and the same content.
    TypeRenamed = "type-renamed",
    /// Type new in the release.
    TypeAdded = "type-added",
    /// Type no longer in the release.
    TypeRemoved = "type-removed",
    /// Kind of value changed.
    FormChanged = "form-changed",
    /// Several lines allowed.
    LinesAllowed = "lines-allowed",
    /// No more than one line allowed.
    LinesForbidden = "lines-forbidden",
    /// Limit narrower.
    LimitNarrowed = "limit-narrowed",
    /// Limit wider.
    LimitWidened = "limit-widened",
    /// Limit written otherwise.
    LimitRestated = "limit-restated",
    /// Pattern added or narrower.
    PatternNarrowed = "pattern-narrowed",
    /// Pattern removed or wider.
    PatternWidened = "pattern-widened",
    /// Pattern replaced.
    PatternChanged = "pattern-changed",
    /// Pattern written otherwise.
    PatternRestated = "pattern-restated",
    /// Made a choice.
    ChoiceMade = "choice-made",
    /// No choice any more.
    ChoiceUndone = "choice-undone",
    /// Code added to a closed list.
    CodeAddedClosed = "code-added-closed",
    /// Code removed from a closed list.
    CodeRemovedClosed = "code-removed-closed",
    /// Code added to an open list.
    CodeAddedOpen = "code-added-open",
    /// Code removed from an open list.
    CodeRemovedOpen = "code-removed-open",
    /// Code moved in its list.
    CodeMoved = "code-moved",
    /// Closed code list opened.
    ListOpened = "list-opened",
    /// Open code list closed.
    ListClosed = "list-closed",
    /// Codes written otherwise.
    CodeFormChanged = "code-form-changed",
    /// Rule added (error).
    RuleAddedError = "rule-added-error",
    /// Rule added (warning).
    RuleAddedWarning = "rule-added-warning",
    /// Rule added (info).
    RuleAddedInfo = "rule-added-info",
    /// Rule removed (error).
    RuleRemovedError = "rule-removed-error",
    /// Rule removed (warning).
    RuleRemovedWarning = "rule-removed-warning",
    /// Rule removed (info).
    RuleRemovedInfo = "rule-removed-info",
    /// Rule is an error now.
    RuleSeverityToError = "rule-severity-to-error",
    /// Rule is no error any more.
    RuleSeverityFromError = "rule-severity-from-error",
    /// Rule is a warning now.
    RuleSeverityRaised = "rule-severity-raised",
    /// Rule is no warning any more.
    RuleSeverityLowered = "rule-severity-lowered",
    /// Condition of a rule changed (error).
    RuleChangedError = "rule-changed-error",
    /// Condition of a rule changed (warning).
    RuleChangedWarning = "rule-changed-warning",
    /// Condition of a rule changed (info).
    RuleChangedInfo = "rule-changed-info",
    /// Condition of a rule written otherwise.
    RuleRestated = "rule-restated",
    /// Rule points to another place.
    RulePlaceChanged = "rule-place-changed",
    /// Text of a rule changed.
    RuleTextChanged = "rule-text-changed",
    /// Rule has another number.
    RuleRenumbered = "rule-renumbered",
    /// Element forbidden in the module.
    ForbiddenAdded = "forbidden-added",
    /// Element no longer forbidden in the module.
    ForbiddenRemoved = "forbidden-removed",
    /// Step of the conversation added.
    StepAdded = "step-added",
    /// Step of the conversation removed.
    StepRemoved = "step-removed",
    /// Participant may start now.
    StarterAdded = "starter-added",
    /// Participant may not start any more.
    StarterRemoved = "starter-removed",
    /// Document in the header required.
    ConsentRequired = "consent-required",
    /// Document in the header no longer required.
    ConsentFree = "consent-free",
    /// Deadline changed.
    DeadlineChanged = "deadline-changed",
}

impl Kind {
    /// The kind with this id.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn each_kind_has_an_id_of_its_own() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.id()), Some(kind));
        }
        assert_eq!(Kind::parse("element-painted-blue"), None);
    }
}
