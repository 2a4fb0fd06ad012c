//! Dates, times and sequence numbers in the schema.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{NaiveDate, SecondsFormat};
use entities::instant::Instant;

/// Calendar date, ISO 8601, such as `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

/// Calendar date, ISO 8601, such as `2026-11-23`.
#[Scalar(name = "Date", specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        match text.parse() {
            Ok(date) if text.len() == 10 => Ok(Self(date)),
            _ => Err(InputValueError::custom("enter a date such as 2026-11-23")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// Point in time, ISO 8601 in UTC, such as `2026-11-23T14:05:00Z`. Any offset is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime(pub Instant);

/// Point in time, ISO 8601 in UTC, such as `2026-11-23T14:05:00Z`. Any offset is accepted.
#[Scalar(name = "DateTime", specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        chrono::DateTime::parse_from_rfc3339(text).map(|at| Self(at.to_utc().into())).map_err(|error| {
            InputValueError::custom(format!("enter a time such as 2026-11-23T14:05:00Z ({error})"))
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// Sequence number of an event in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceNumber(pub i64);

/// Sequence number of an event in the audit log: a whole number that only grows and may exceed `Int`. It is output as
/// a number; a string of digits is accepted too.
#[Scalar]
impl ScalarType for SequenceNumber {
    fn parse(value: Value) -> InputValueResult<Self> {
        let position = match &value {
            Value::Number(number) => number.as_i64(),
            Value::String(digits) => digits.parse().ok(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        position
            .filter(|position| *position >= 0)
            .map(Self)
            .ok_or_else(|| InputValueError::custom("enter a whole number of at least 0"))
    }

    fn to_value(&self) -> Value {
        Value::Number(self.0.into())
    }
}
