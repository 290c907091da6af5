//! What every generated type gets from outside traits, in one line of generated code.

mod debug;
#[cfg(feature = "schemars")]
pub(crate) mod schemars;
#[cfg(feature = "serde")]
pub(crate) mod serde;

pub(crate) use debug::debug;

/// `Debug` (masked) and, behind their features, serde and schemars for a composite.
macro_rules! composite {
    ($name:ident, $schema:literal) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::adapters::debug(self, f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::adapters::serde::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::adapters::serde::deserialize(deserializer)
            }
        }

        $crate::adapters::json_schema!($name, $schema);
    };
}
pub(crate) use composite;

/// `Debug` (masked when the list is private) and [`Value`](crate::codec::Value) for a code list.
macro_rules! codes {
    ($name:ident, $schema:literal) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let shown = match Self::LIST.privacy {
                    $crate::shape::Privacy::None => self.as_str(),
                    _ => $crate::value::MASK,
                };
                write!(f, "{}({shown})", Self::LIST.name)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ValueError;

            /// Reads a code as it is written.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let error = $crate::ValueError::new(
                    &$crate::check::builtin::VAL_006,
                    $crate::finding::Expected::Code(Self::LIST),
                );
                <Self as $crate::SimpleValue>::parse(text).filter(|_| !text.is_empty()).ok_or(error)
            }
        }

        $crate::codec::simple_values!($name);
        $crate::adapters::text!($name);
        $crate::adapters::json_schema!($name, $schema);
    };
}
pub(crate) use codes;

/// serde for a simple value that is a text.
macro_rules! text {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$crate::codec::text_of(self))
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize<'de>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use text;

/// schemars for a type whose schema the generator wrote.
macro_rules! json_schema {
    ($name:ident, $schema:literal) => {
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let text = include_str!(concat!(env!("OUT_DIR"), $schema));
                $crate::adapters::schemars::schema(generator, text)
            }
        }
    };
}
pub(crate) use json_schema;
