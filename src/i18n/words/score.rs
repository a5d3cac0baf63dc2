//! Words of: how services were: a card before a visit, marks at the counter, the rating after it, what several ratings say together.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Score {
    pub title: &'static str,
}

pub const KM: Score = Score { title: "វាយតម្លៃសេវា" };

pub const EN: Score = Score { title: "Judge a service" };
