//! Lists: `all`, `exists`, `filter`, `map`, lists behind each other and sums of them.

use std::rc::Rc;

use super::{Checker, call, of_path};
use crate::cel::ast::{Cmp, Expr, ExprKind, Name};
use crate::cel::error::{Error, Result};
use crate::cel::suggest::suggestion;
use crate::cel::ty::Ty;
use crate::cel::typed::{Bool, List, Mapped, Number, Part, Path, Root, Value, Variable};

const METHODS: [&str; 4] = ["all", "exists", "filter", "map"];

/// Names with a meaning of their own.
const RESERVED: [&str; 2] = ["this", "sent"];

impl Checker<'_> {
    /// An expression that is a list.
    pub(super) fn list(&mut self, expr: &Expr) -> Result<List> {
        match self.value(expr)? {
            Value::List(list) => Ok(list),
            other => Err(self.expected("a list", &other, expr)),
        }
    }

    /// `target.name(variable, body)`.
    pub(super) fn method(&mut self, target: &Expr, name: &Name, arguments: &[Expr]) -> Result<Value> {
        let method = name.text.as_str();
        if !METHODS.contains(&method) {
            let message = if method == "size" {
                "write `size(X)`".to_owned()
            } else {
                let known = METHODS.map(str::to_owned);
                format!("there is no method `{method}`{}", suggestion(method, &known))
            };
            return Err(Error::meaning(name.span.clone(), message));
        }
        let [variable, body] = arguments else {
            let message = format!("expected `list.{method}(v, …)`, found {} arguments", arguments.len());
            return Err(Error::meaning(name.span.clone(), message));
        };
        let transforms = usize::from(matches!(method, "filter" | "map"));
        self.inside += transforms;
        let result = self.lambda(target, name, variable, body);
        self.inside -= transforms;
        result
    }

    fn lambda(&mut self, target: &Expr, name: &Name, variable: &Expr, body: &Expr) -> Result<Value> {
        let mut list = self.list(target)?;
        let (Some(Mapped { mut part, map: None }), true) = (list.parts.pop(), list.parts.is_empty()) else {
            let message = format!("`{}` works on a list of the message; put it before `map` and `+`", name.text);
            return Err(Error::meaning(name.span.clone(), message));
        };
        let variable = self.variable(variable, &part.list)?;
        self.variables.push(variable.clone());
        let result = match name.text.as_str() {
            "map" => self
                .mapped(body)
                .map(|body| Value::List(List { parts: vec![Mapped { part, map: Some((variable, Box::new(body))) }] })),
            "filter" => self.condition(body).map(|test| {
                part.filters.push((variable, test));
                Value::List(List { parts: vec![Mapped { part, map: None }] })
            }),
            method => self
                .condition(body)
                .map(|test| Value::Bool(Bool::Quantified(method == "all", Box::new(part), variable, Box::new(test)))),
        };
        self.variables.pop();
        result
    }

    /// The body of `map`: a value, or several elements in brackets.
    fn mapped(&mut self, body: &Expr) -> Result<Value> {
        match call::elements(body) {
            Some(items) if !items.is_empty() => {
                let mut paths = Vec::new();
                for item in items {
                    let path = self.read(item)?;
                    if path.is_list() || matches!(path.ty, Ty::Composite(_)) {
                        return Err(self.expected("a simple element", &of_path(path), item));
                    }
                    paths.push(path);
                }
                Ok(Value::Key(paths))
            }
            _ => self.value(body),
        }
    }

    /// The variable of a lambda over a list.
    fn variable(&mut self, expr: &Expr, list: &Path) -> Result<Rc<Variable>> {
        let error = |message: String| Error::meaning(expr.span.clone(), message);
        let ExprKind::Name(name) = &expr.kind else {
            return Err(error("expected the name of a variable".to_owned()));
        };
        if RESERVED.contains(&name.as_str()) {
            return Err(error(format!("`{name}` has a meaning of its own; choose another name for the variable")));
        }
        let hidden = self.schema.field(self.scope, name).is_some()
            || self.binding(name).is_some()
            || self.variables.iter().any(|other| other.name == *name);
        if hidden {
            return Err(error(format!("the variable `{name}` hides another `{name}`")));
        }
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) || name.contains(|c: char| c.is_ascii_uppercase()) {
            return Err(error(format!("a variable is written in lower case, and `{name}` is not")));
        }
        Ok(self.fresh(name, list))
    }

    fn fresh(&mut self, name: &str, list: &Path) -> Rc<Variable> {
        self.next_variable += 1;
        Rc::new(Variable { id: self.next_variable, name: name.to_owned(), list: list.clone() })
    }

    /// A list with a variable for its items and what is made of each item.
    pub(super) fn items(&mut self, mapped: Mapped) -> (Part, Rc<Variable>, Value) {
        let Mapped { part, map } = mapped;
        let (variable, value) = map.unwrap_or_else(|| {
            let variable = self.fresh("x", &part.list);
            let path = Path { root: Root::Variable(variable.clone()), steps: Vec::new(), ty: part.list.ty };
            (variable, Box::new(of_path(path)))
        });
        (part, variable, *value)
    }

    /// The sum of a list of numbers.
    pub(super) fn sum(&mut self, argument: &Expr) -> Result<Number> {
        self.inside += 1;
        let list = self.list(argument);
        self.inside -= 1;
        let mut parts = Vec::new();
        for part in list?.parts {
            let (part, variable, item) = self.items(part);
            let Value::Number(number) = item else {
                return Err(self.expected("numbers in `sum`, as in `X.map(v, v.Y)`", &item, argument));
            };
            parts.push((part, variable, number));
        }
        Ok(Number::Sum(parts))
    }
}

/// All items of one list.
pub(super) fn plain(list: Path) -> List {
    List { parts: vec![Mapped { part: Part { list, filters: Vec::new() }, map: None }] }
}

impl List {
    /// This list with another behind it.
    pub(super) fn join(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self
    }

    /// The list when it is an element as it stands.
    fn as_element(&self) -> Option<&Path> {
        match self.parts.as_slice() {
            [Mapped { part, map: None }] if part.filters.is_empty() => Some(&part.list),
            _ => None,
        }
    }
}

/// A comparison of the size of a list that only asks whether it has items.
pub(super) fn emptiness(cmp: Cmp, left: &Number, right: &Number) -> Option<Bool> {
    let (cmp, list, bound) = match (left, right) {
        (Number::Size(list), Number::Literal(bound)) => (cmp, list, bound),
        (Number::Literal(bound), Number::Size(list)) => (cmp.mirrored(), list, bound),
        _ => return None,
    };
    let has = Bool::Has(list.as_element()?.clone());
    match (cmp, bound.mantissa, bound.scale) {
        (Cmp::Gt | Cmp::Ne, 0, _) | (Cmp::Ge, 1, 0) => Some(has),
        (Cmp::Eq | Cmp::Le, 0, _) | (Cmp::Lt, 1, 0) => Some(has.not()),
        _ => None,
    }
}
