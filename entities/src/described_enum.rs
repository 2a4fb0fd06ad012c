//! Closed sets of words that are shown by the API and not stored.

/// Declares a [`Code`](crate::codes::Code) that is not stored: each member with its text and its description.
#[macro_export]
macro_rules! described_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($item:ident = $code:literal: $says:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $says] $item,)+
        }

        impl $crate::codes::Code for $name {
            const NAME: &'static str = stringify!($name);
            const DESCRIPTION: &'static str = concat!($($doc),+);
            const ITEMS: &'static [(Self, &'static str)] = &[$((Self::$item, $says)),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$item => $code,)+
                }
            }
        }
    };
}
