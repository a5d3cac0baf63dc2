//! How a service was: a typed view over sheets of [`What::Score`](super::What::Score).
