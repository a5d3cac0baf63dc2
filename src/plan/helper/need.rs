//! What may leave a phone of one plan: a need without a name.
