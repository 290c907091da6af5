//! serde for composites: the members and the checks of the JSON form, for every self-describing format.
//!
//! Serialising goes through the tree of the value, deserialising builds a tree and hands it to the same walker
//! that checks JSON, so that there is no second meaning. Nothing is derived: one line per type stays cheap to
//! compile.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::check::from_tree;
use crate::codec::Composite;
use crate::read::Limits;
use crate::tree::{Content, NodeId, Tree, TreeBuilder, of_value};

/// Serialises a composite as a map.
pub(crate) fn serialize<T: Composite, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let tree = of_value(value);
    Part { tree: &tree, id: Tree::ROOT }.serialize(serializer)
}

/// A node of the tree of a value. The tree is as deep as the tables of the standard.
struct Part<'t> {
    tree: &'t Tree<'static>,
    id: NodeId,
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(node) = self.tree.node(self.id) else { return serializer.serialize_unit() };
        let children = || self.tree.children(self.id).map(|(id, node)| (&*node.name, Part { tree: self.tree, id }));
        match &node.content {
            Content::Object => {
                let mut map = serializer.serialize_map(Some(children().count()))?;
                for (name, part) in children() {
                    map.serialize_entry(name, &part)?;
                }
                map.end()
            }
            Content::Array => {
                let mut list = serializer.serialize_seq(Some(children().count()))?;
                for (_, part) in children() {
                    list.serialize_element(&part)?;
                }
                list.end()
            }
            Content::Number(text) => match text.parse::<i64>() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => Err(S::Error::custom("a number of the standard fits 64 bits")),
            },
            Content::Boolean(value) => serializer.serialize_bool(*value),
            Content::String(text) | Content::Mixed(text) => serializer.serialize_str(text),
            Content::Null => serializer.serialize_unit(),
        }
    }
}

/// Deserialises a composite, with every check that reading JSON makes. The error is the report.
pub(crate) fn deserialize<'de, T: Composite, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut builder = TreeBuilder::default();
    Seed { builder: &mut builder, name: String::new(), limits: &Limits::default() }.deserialize(deserializer)?;
    from_tree(&builder.tree).map_err(D::Error::custom)
}

/// Adds one value to the tree.
struct Seed<'b> {
    builder: &'b mut TreeBuilder<'static>,
    name: String,
    limits: &'b Limits,
}

impl Seed<'_> {
    fn open<E: serde::de::Error>(&mut self, content: Content<'static>) -> Result<(), E> {
        if self.builder.depth() >= self.limits.depth {
            return Err(E::custom(format_args!("nested deeper than {} levels", self.limits.depth)));
        }
        if self.builder.len() >= self.limits.elements {
            return Err(E::custom(format_args!("more than {} elements", self.limits.elements)));
        }
        self.builder.open(std::mem::take(&mut self.name).into(), content, 0);
        Ok(())
    }

    fn leaf<E: serde::de::Error>(mut self, content: Content<'static>) -> Result<(), E> {
        self.open(content)?;
        self.builder.close(0);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message of the Schuldenknooppunt or a part of one")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.leaf(Content::Boolean(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.leaf(Content::Number(value.to_string().into()))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.leaf(Content::Number(value.to_string().into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        // Only so that the walker can say what is wrong: no number of the standard has a fraction.
        self.leaf(Content::Number(format!("{value:?}").into()))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.leaf(Content::String(value.to_owned().into()))
    }

    fn visit_string<E: serde::de::Error>(self, value: String) -> Result<(), E> {
        self.leaf(Content::String(value.into()))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.leaf(Content::Null)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.leaf(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.open(Content::Array)?;
        let mut count = 0;
        while items
            .next_element_seed(Seed { builder: self.builder, name: String::new(), limits: self.limits })?
            .is_some()
        {
            count += 1;
            if count > self.limits.items {
                return Err(A::Error::custom(format_args!("more than {} items", self.limits.items)));
            }
        }
        self.builder.close(0);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        self.open(Content::Object)?;
        let mut seen = std::collections::HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            let repeated = !seen.insert(name.clone());
            let place = self.builder.len();
            members.next_value_seed(Seed { builder: self.builder, name, limits: self.limits })?;
            if let Some(node) = self.builder.tree.nodes.get_mut(place) {
                node.repeated = repeated;
            }
        }
        self.builder.close(0);
        Ok(())
    }
}
