/**
 * The same function, which gives its last answer again while all that `madeOf` names is the same as then. The first of them is what the
 * answer is kept for, and kept with: best what lasts as long as a check, since one that is new with every fact leaves an entry for each
 * until garbage is collected. Only for answers that depend on nothing else, of values that are never changed.
 */
export function remembered<S, T>(
  make: (from: S) => T,
  madeOf: (from: S) => readonly [object, ...unknown[]],
): (from: S) => T {
  const last = new WeakMap<object, { readonly values: readonly unknown[]; readonly answer: T }>();
  return (from) => {
    const [keeper, ...values] = madeOf(from);
    const known = last.get(keeper);
    if (known?.values.every((value, index) => Object.is(value, values[index]))) return known.answer;
    const answer = make(from);
    last.set(keeper, { values, answer });
    return answer;
  };
}
