//! A set of codes, stored as the bits of one integer.

use std::{fmt, marker::PhantomData};

use sea_orm::{
    ColIdx, QueryResult, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr},
};

use super::Code;

/// A set of codes. Bit `n` stands for the `n`th member as declared, so members are only ever appended to a code that
/// is stored in sets.
pub struct Set<T>(i32, PhantomData<T>);

impl<T: Code> Set<T> {
    /// The empty set.
    pub const EMPTY: Self = Self(0, PhantomData);

    /// The set with the given bits; bits that stand for no member are dropped.
    pub fn from_bits(bits: i32) -> Self {
        Self(bits & Self::all().0, PhantomData)
    }

    /// Every member.
    pub fn all() -> Self {
        Self((1 << T::ITEMS.len()) - 1, PhantomData)
    }

    /// The bit of one member.
    pub fn bit(item: T) -> i32 {
        let place = T::ITEMS.iter().position(|each| each.0 == item).unwrap_or(31);
        1 << place
    }

    /// The bits, as stored.
    pub fn bits(self) -> i32 {
        self.0
    }

    pub fn contains(self, item: T) -> bool {
        self.0 & Self::bit(item) != 0
    }

    /// Whether every member of `other` is in this set.
    pub fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    pub fn with(self, item: T) -> Self {
        Self(self.0 | Self::bit(item), PhantomData)
    }

    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0, PhantomData)
    }

    pub fn intersect(self, other: Self) -> Self {
        Self(self.0 & other.0, PhantomData)
    }

    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0, PhantomData)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The members, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::all().filter(move |item| self.contains(*item))
    }
}

impl<T: Code> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        items.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T: Code> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Code::code)).finish()
    }
}

impl<T> From<Set<T>> for Value {
    fn from(set: Set<T>) -> Self {
        Value::Int(Some(set.0))
    }
}

impl<T: Code> TryGetable for Set<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        i32::try_get_by(row, index).map(Self::from_bits)
    }
}

impl<T: Code> ValueType for Set<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <i32 as ValueType>::try_from(value).map(Self::from_bits)
    }

    fn type_name() -> String {
        format!("Set<{}>", T::NAME)
    }

    fn array_type() -> ArrayType {
        ArrayType::Int
    }

    fn column_type() -> ColumnType {
        ColumnType::Integer
    }
}

impl<T> Nullable for Set<T> {
    fn null() -> Value {
        Value::Int(None)
    }
}

impl<T: Code> sea_orm::IntoActiveValue<Set<T>> for Set<T> {
    fn into_active_value(self) -> sea_orm::ActiveValue<Set<T>> {
        sea_orm::ActiveValue::Set(self)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Scope;
    use super::*;

    #[test]
    fn a_set_keeps_its_members_and_nothing_else() {
        let set: Set<Scope> = [Scope::Needs, Scope::Health].into_iter().collect();
        assert!(set.contains(Scope::Health) && !set.contains(Scope::Identity));
        assert_eq!(set.iter().collect::<Vec<_>>(), [Scope::Needs, Scope::Health]);
        assert!(Set::<Scope>::all().covers(set) && !set.covers(Set::all()));
        assert_eq!(Set::<Scope>::from_bits(-1), Set::all());
    }
}
