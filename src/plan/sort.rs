//! Sorting. The one of std is half a kilobyte of WASM for each type, this one a tenth of that.

/// Sorts by `key`; equals stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let order = merged(items.len(), &|one, other| items.get(one).map(&key) < items.get(other).map(&key));
    put(order, &mut |one, other| items.swap(one, other));
}

/// Puts each where it belongs, round by round; what stood there moves on.
fn put(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut here = start;
        while let Some(from) = order.get_mut(here).map(|from| std::mem::replace(from, here)) {
            if from == start || from == here {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

/// The places of so many things in order: pairs, fours, eights and so on are merged. The code for all types.
fn merged(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut next = Vec::with_capacity(count);
        for pair in order.chunks(2 * width) {
            let (mut one, mut other) = pair.split_at(width.min(pair.len()));
            while let ([a, rest @ ..], [b, others @ ..]) = (one, other) {
                if before(*b, *a) {
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
        order = next;
        width *= 2;
    }
    order
}
