//! Texts: each simple type that is a text is a type of its own, so that a postcode is no name.

/// Makes the type of a text. The generator uses it once for each simple type that is a text.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $simple:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($crate::value::Text);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, taken out.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0.into()
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::check::simple::accept($simple, text).map(|text| Self(text.into()))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::ValueError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::ValueError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), $crate::value::MASK)
            }
        }

        $crate::adapters::text!($name);

        impl $crate::value::SimpleValue for $name {
            fn parse(text: &str) -> Option<Self> {
                Some(Self($crate::value::Text::from(&*$crate::check::simple::normal_form($simple.kind, text))))
            }

            fn take<S: $crate::value::Source>(&mut self, source: &mut S) -> Option<()> {
                let text = source.text()?;
                match $simple.kind {
                    $crate::shape::Kind::Lines => *self = Self::parse(text)?,
                    // Every other text that was found right is in its normal form.
                    _ => self.0.set(text),
                }
                Some(())
            }

            fn write(&self, out: &mut String) {
                out.push_str(&self.0);
            }

            fn text(&self) -> Option<&str> {
                Some(&self.0)
            }

            fn placeholder() -> Self {
                Self($crate::value::Text::default())
            }
        }
    };
}

pub(crate) use text_type;
