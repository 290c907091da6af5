//! What every generated type gets from outside traits, in one line of generated code.

mod debug;
#[cfg(feature = "serde")]
pub(crate) mod serde;

pub(crate) use debug::debug;

/// `Debug` (masked) and, behind their features, serde and schemars for a composite.
macro_rules! composite {
    ($name:ident) => {
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
    };
}
pub(crate) use composite;

/// `Debug` (masked when the list is private) and [`Value`](crate::codec::Value) for a code list.
macro_rules! codes {
    ($name:ident) => {
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
    };
}
pub(crate) use codes;
