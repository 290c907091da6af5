//! Conditions.

use std::borrow::Cow;
use std::cmp::Ordering;

use skp_codegen::cel::Cmp;

use super::Eval;
use crate::check::functions;
use crate::draft::program::{Bool, Path, Text};
use crate::draft::scalar::Scalar;

impl<'w> Eval<'_, 'w, '_> {
    /// Whether a condition holds; `None` when it does not apply. What decides is evaluated first to last, and no further
    /// than needed.
    pub(super) fn condition(&mut self, condition: &Bool) -> Option<bool> {
        match condition {
            Bool::Literal(value) => Some(*value),
            Bool::Path(path) => match self.scalar(path)? {
                Scalar::Boolean(value) => Some(value),
                _ => None,
            },
            Bool::Has(path) => Some(self.has(path)),
            Bool::Not(inner) => Some(!self.condition(inner)?),
            Bool::And(left, right) => Some(self.condition(left)? && self.condition(right)?),
            Bool::Or(left, right) => Some(self.condition(left)? || self.condition(right)?),
            Bool::Same(equal, left, right) => Some((self.condition(left)? == self.condition(right)?) == *equal),
            Bool::Numbers(cmp, left, right) => {
                let (left, right) = (self.number(left)?, self.number(right)?);
                Some(compares(*cmp, left.cmp(&right)))
            }
            Bool::Dates(cmp, left, right) => {
                let (left, right) = (self.date(left)?, self.date(right)?);
                Some(compares(*cmp, left.cmp(&right)))
            }
            Bool::Plain(cmp, left, right) => self.plain(*cmp, left, right),
            Bool::Texts(equal, left, right) => Some((self.text(left)? == self.text(right)?) == *equal),
            Bool::TextIn(text, texts) => {
                let text = self.text(text)?;
                Some(texts.iter().any(|known| *known == text))
            }
            Bool::NumberIn(number, numbers) => Some(numbers.contains(&self.number(number)?)),
            Bool::Near(numbers) => {
                let [a, b, tolerance] = &**numbers;
                Some(functions::near(self.number(a)?, self.number(b)?, self.number(tolerance)?))
            }
            Bool::AfterSending(path) => match self.scalar(path)? {
                Scalar::Moment(moment) => Some(moment > self.context.sent_at?),
                _ => None,
            },
            Bool::Personal(path) => Some(functions::holds_personal_data(&self.string(path)?)),
            Bool::Quantified(all, part, test) => self.quantified(*all, part, test),
        }
    }

    /// Two elements of the same type. Only moments have an order.
    fn plain(&self, cmp: Cmp, left: &Path, right: &Path) -> Option<bool> {
        let (left, right) = (self.scalar(left)?, self.scalar(right)?);
        match (cmp, &left, &right) {
            (_, Scalar::Moment(left), Scalar::Moment(right)) => Some(compares(cmp, left.cmp(right))),
            (Cmp::Eq, ..) => Some(left == right),
            (Cmp::Ne, ..) => Some(left != right),
            _ => None,
        }
    }

    fn text<'t>(&self, text: &'t Text) -> Option<Cow<'t, str>>
    where
        'w: 't,
    {
        match text {
            Text::Literal(text) => Some(Cow::Borrowed(text)),
            Text::Path(path) => self.string(path),
        }
    }
}

const fn compares(cmp: Cmp, ordering: Ordering) -> bool {
    match cmp {
        Cmp::Eq => ordering.is_eq(),
        Cmp::Ne => ordering.is_ne(),
        Cmp::Lt => ordering.is_lt(),
        Cmp::Le => ordering.is_le(),
        Cmp::Gt => ordering.is_gt(),
        Cmp::Ge => ordering.is_ge(),
    }
}
