//! How old a claim is. Money is checked again after six months, everything else after twelve
//! (CONTENT: "a claim older than its review period is shown in amber").

use super::schema::Claim;
use crate::dates::Date;

/// True when the claim should be asked for again before she relies on it.
pub fn is_due(claim: &Claim, today: Date) -> bool {
    months_since(claim.checked.str(), today).is_none_or(|months| months >= i32::from(claim.review_months()))
}

/// Whole months between an ISO day and today; `None` when the day cannot be read.
fn months_since(checked: &str, today: Date) -> Option<i32> {
    let then = Date::parse(checked)?;
    let months = (today.year() - then.year()) * 12 + i32::from(today.month()) - i32::from(then.month());
    Some(if today.day() < then.day() { months - 1 } else { months })
}
