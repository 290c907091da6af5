//! Resolves names and checks types: from the tree of the parser to the checked form.
//!
//! Everything that can be wrong with a well-formed expression is found here. Nothing here knows Rust.

mod call;
mod compare;
mod conversation;
mod list;
mod path;

use std::rc::Rc;

use super::ast::{Expr, ExprKind, Op};
use super::bound::{ROOM, bound};
use super::earlier::Binding;
use super::error::{Error, Result, Span};
use super::reads::{Place, Reads};
use super::ty::{Presence, Schema, Ty};
use super::typed::{Assertion, Bool, Date, Number, Path, Text, Value, Variable};

/// Checks the expressions of one rule.
pub struct Checker<'a> {
    schema: &'a dyn Schema,
    /// The composite that the rule is a rule of.
    root: usize,
    /// The composite that names are looked up in: that of the item when the rule has `each`.
    scope: usize,
    /// The list of `each`.
    each: Option<Path>,
    /// The earlier messages that the rule may read; `None` when it is no rule on a conversation.
    earlier: Option<Vec<Binding>>,
    has_when: bool,
    /// The variables of the lambdas around the expression, innermost last.
    variables: Vec<Rc<Variable>>,
    next_variable: usize,
    /// The sums, filters and maps around the expression.
    inside: usize,
    in_assert: bool,
    /// What the rule reads.
    pub reads: Reads,
    /// Where the date of sending is first read.
    pub sent: Option<Span>,
}

impl<'a> Checker<'a> {
    /// A checker for a rule of a composite.
    pub fn new(schema: &'a dyn Schema, root: usize) -> Self {
        Self {
            schema,
            root,
            scope: root,
            each: None,
            earlier: None,
            has_when: false,
            variables: Vec::new(),
            next_variable: 0,
            inside: 0,
            in_assert: false,
            reads: Reads::default(),
            sent: None,
        }
    }

    /// Lets the rule read these earlier messages.
    pub fn with_earlier(self, earlier: Vec<Binding>) -> Self {
        Self { earlier: Some(earlier), ..self }
    }

    /// The earlier message of this name.
    fn binding(&self, name: &str) -> Option<&Binding> {
        self.earlier.iter().flatten().find(|binding| binding.name == name)
    }

    /// The names of the earlier messages that the rule asks for with `has`.
    pub fn asked(&self) -> Vec<String> {
        let optional = |binding: &&Binding| binding.presence == Presence::Optional;
        self.earlier.iter().flatten().filter(optional).map(|binding| binding.name.clone()).collect()
    }

    /// Whether one of the earlier messages that the rule reads does not exist in the release.
    fn lacks_message(&self) -> bool {
        self.earlier.iter().flatten().any(|binding| binding.composite.is_none())
    }

    /// Lets the rule run on the items of a list, of the composite itself or of a part of it.
    pub fn each(&mut self, expr: &Expr) -> Result<Path> {
        let path = self.own_path(expr)?;
        match path.ty {
            Ty::Composite(item) if path.is_list() => {
                self.scope = item;
                self.each = Some(path.clone());
                Ok(path)
            }
            _ => {
                let message = format!("expected a list of a composite, found {}", self.describe_path(&path));
                Err(Error::meaning(expr.span.clone(), message))
            }
        }
    }

    /// Checks the place of the finding.
    pub fn at(&mut self, expr: &Expr) -> Result<Path> {
        self.own_path(expr)
    }

    /// A path that does not lead into an earlier message.
    fn own_path(&self, expr: &Expr) -> Result<Path> {
        let path = self.resolve_path(expr)?;
        if path.is_earlier() {
            let message = "this is in an earlier message; the rule runs on, and points to, the message itself";
            return Err(Error::meaning(expr.span.clone(), message));
        }
        Ok(path)
    }

    /// Checks the condition under which the rule applies.
    pub fn when(&mut self, expr: &Expr) -> Result<Bool> {
        self.has_when = true;
        self.condition(expr)
    }

    /// Checks what the rule asserts.
    pub fn assertion(&mut self, expr: &Expr) -> Result<Assertion> {
        self.in_assert = true;
        let assertion = match &expr.kind {
            ExprKind::Call(name, arguments) if name.text == "unique" => self.unique(name, arguments)?,
            ExprKind::Call(name, arguments) if conversation::is_function(&name.text) => {
                self.of_conversation(name, arguments)?
            }
            _ => Assertion::Holds(self.condition(expr)?),
        };
        if self.each.is_some() && !self.reads.reads_scope() {
            let message = "the rule reads nothing of the items it runs on; leave `each` out";
            return Err(Error::meaning(expr.span.clone(), message));
        }
        Ok(assertion)
    }

    fn condition(&mut self, expr: &Expr) -> Result<Bool> {
        match self.value(expr)? {
            Value::Bool(condition) => Ok(condition),
            other => Err(self.expected("a condition", &other, expr)),
        }
    }

    fn number(&mut self, expr: &Expr) -> Result<Number> {
        match self.value(expr)? {
            Value::Number(number) => Ok(number),
            other => Err(self.expected("a number", &other, expr)),
        }
    }

    fn date(&mut self, expr: &Expr) -> Result<Date> {
        match self.value(expr)? {
            Value::Date(date) => Ok(date),
            other => Err(self.expected("a date", &other, expr)),
        }
    }

    fn value(&mut self, expr: &Expr) -> Result<Value> {
        Ok(match &expr.kind {
            ExprKind::Bool(value) => Value::Bool(Bool::Literal(*value)),
            ExprKind::Number(number) => Value::Number(Number::Literal(*number)),
            ExprKind::Text(text) => Value::Text(Text::Literal(text.clone())),
            ExprKind::List(_) => Value::Literals,
            ExprKind::Name(name) if name == "sent" => {
                self.sent.get_or_insert_with(|| expr.span.clone());
                Value::Date(Date::Sent)
            }
            ExprKind::Name(_) | ExprKind::Select(..) => {
                let path = self.read(expr)?;
                of_path(path)
            }
            ExprKind::Not(inner) => Value::Bool(self.condition(inner)?.not()),
            ExprKind::Binary(op, left, right) => self.binary(expr, *op, left, right)?,
            ExprKind::Call(name, arguments) => self.call(expr, name, arguments)?,
            ExprKind::Method(target, name, arguments) => self.method(target, name, arguments)?,
        })
    }

    fn binary(&mut self, expr: &Expr, op: Op, left: &Expr, right: &Expr) -> Result<Value> {
        Ok(match op {
            Op::Or | Op::And => {
                let first = self.condition(left)?;
                // What follows `has(x) &&` has no meaning where x never exists.
                if self.lacks_message() && matches!(first, Bool::Literal(value) if value == (op == Op::Or)) {
                    return Ok(Value::Bool(first));
                }
                let second = self.condition(right)?;
                Value::Bool(if op == Op::Or { first.or(second) } else { first.and(second) })
            }
            Op::Compare(cmp) => Value::Bool(self.compare(expr, cmp, left, right)?),
            Op::In => Value::Bool(self.is_in(left, right)?),
            Op::Add | Op::Sub | Op::Mul => {
                let first = self.value(left)?;
                if let (Op::Add, Value::List(first)) = (op, &first) {
                    let second = self.list(right)?;
                    return Ok(Value::List(first.clone().join(second)));
                }
                let Value::Number(first) = first else {
                    return Err(self.expected(&format!("a number before `{}`", op.symbol()), &first, left));
                };
                let second = self.number(right)?;
                let number = Number::Arithmetic(op, Box::new(first), Box::new(second));
                Value::Number(fits(number, &expr.span)?)
            }
        })
    }

    /// The error that something else stands where `expected` should.
    fn expected(&self, expected: &str, found: &Value, expr: &Expr) -> Error {
        let hint = match found {
            Value::Composite(_) if expected == "a condition" => "; to ask whether it is there, write `has(…)`",
            Value::List(_) if expected == "a condition" => "; to ask whether it has items, write `has(…)`",
            Value::Literals => "; a list of values stands only behind `in`",
            _ => "",
        };
        let message = format!("expected {expected}, found {}{hint}", self.describe(found));
        Error::meaning(expr.span.clone(), message)
    }

    /// What a value is, with its article.
    fn describe(&self, value: &Value) -> String {
        match value {
            Value::Bool(_) => "a condition".to_owned(),
            Value::Number(Number::Path(path)) | Value::Plain(path) | Value::Composite(path) => self.describe_path(path),
            Value::Number(_) => "a number".to_owned(),
            Value::Text(_) => "a text".to_owned(),
            Value::Date(_) => "a date".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Key(_) | Value::Literals => "a list of values".to_owned(),
        }
    }

    fn describe_path(&self, path: &Path) -> String {
        if path.is_list() {
            return "a list".to_owned();
        }
        match path.ty {
            Ty::Text => "a text".to_owned(),
            Ty::Code(list) => format!("a code of {}", self.schema.list_name(list)),
            Ty::Date => "a date".to_owned(),
            Ty::DateTime => "a date with a time".to_owned(),
            Ty::Amount => "an amount".to_owned(),
            Ty::Percentage => "a percentage".to_owned(),
            Ty::Integer => "a whole number".to_owned(),
            Ty::Boolean => "a condition".to_owned(),
            Ty::Uuid => "a UUID".to_owned(),
            Ty::Other(_) => "an identifier".to_owned(),
            Ty::Composite(composite) => {
                format!("the composite {}", self.schema.composite_name(composite))
            }
        }
    }

    fn place(&self) -> Place {
        match (self.in_assert, self.inside) {
            (false, _) => Place::Never,
            (true, 0) => Place::Good,
            (true, _) => Place::Poor,
        }
    }
}

/// The value of an element.
fn of_path(path: Path) -> Value {
    if path.is_list() {
        return Value::List(list::plain(path));
    }
    match path.ty {
        Ty::Text => Value::Text(Text::Path(path)),
        Ty::Date => Value::Date(Date::Path(path)),
        Ty::Amount | Ty::Percentage | Ty::Integer => Value::Number(Number::Path(path)),
        Ty::Boolean => Value::Bool(Bool::Path(path)),
        Ty::Code(_) | Ty::DateTime | Ty::Uuid | Ty::Other(_) => Value::Plain(path),
        Ty::Composite(_) => Value::Composite(path),
    }
}

/// The number, when it is certain to fit.
fn fits(number: Number, span: &Span) -> Result<Number> {
    let digits = bound(&number).digits();
    if digits > ROOM {
        let message = format!("the result can have {digits} digits, and exact arithmetic has room for {ROOM}");
        return Err(Error::meaning(span.clone(), message));
    }
    Ok(number)
}
