/** A random order that is the same for the same seed. */

/** Numbers from 0 to 1 (a linear congruential generator, with the multiplier and increment of Knuth's MMIX). */
function* randomNumbers(seed) {
  const MASK = (1n << 64n) - 1n;
  let state = BigInt(seed) & MASK;
  for (;;) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & MASK;
    yield Number(state >> 11n) / 2 ** 53;
  }
}

/** The first `count` of a shuffled list; a larger count begins with the same ones. */
export function sampleOf(items, count, seed) {
  const rest = [...items];
  const sample = [];
  for (const random of randomNumbers(seed)) {
    if (sample.length >= count || rest.length === 0) return sample;
    sample.push(...rest.splice(Math.floor(random * rest.length), 1));
  }
  return sample;
}
