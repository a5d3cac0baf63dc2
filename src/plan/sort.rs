//! Sorting of short lists. The one of std is half a kilobyte of WASM for each type, this one a tenth of that.

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
