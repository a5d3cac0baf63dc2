//! Her business and the duties she has done: a typed view over sheets of [`What::Business`](super::What::Business).
