//! Sorting: of short lists, and of those that may hold ten thousand sheets. The one of std is half a kilobyte of WASM for each type, the
//! first one here a tenth of that.

/// Sorts by `key`; equals stay in their order. For some hundred things: each goes up past those that come after it, and most
/// lists are nearly in order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && items.get(at).map(&key) < items.get(at - 1).map(&key) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Sorts a list that may be long; equals stay in their order. Pairs, fours, eights and so on are merged.
pub fn sort_many<T: Copy>(items: &mut Vec<T>, before: &dyn Fn(&T, &T) -> bool) {
    let mut width = 1;
    while width < items.len() {
        let mut next = Vec::with_capacity(items.len());
        for pair in items.chunks(2 * width) {
            let (mut one, mut other) = pair.split_at(width.min(pair.len()));
            while let ([a, rest @ ..], [b, others @ ..]) = (one, other) {
                if before(b, a) {
                    next.push(*b);
                    other = others;
                } else {
                    next.push(*a);
                    one = rest;
                }
            }
            next.extend_from_slice(one);
            next.extend_from_slice(other);
        }
        *items = next;
        width *= 2;
    }
}
