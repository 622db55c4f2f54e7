/** The lines that differ between two texts, as a person compares them. */

/** Longer stretches are shown whole instead of compared line by line. */
const MOST_LINES = 400;

/**
 * The changed lines, each with its sign; "…" where unchanged lines lie between them.
 * @returns {readonly string[]}
 */
export function differenceOf(before, after) {
  const [old, now] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  return changes(old.slice(start, oldEnd), now.slice(start, nowEnd));
}

function changes(old, now) {
  if (old.length > MOST_LINES || now.length > MOST_LINES) return [...old.map((line) => `- ${line}`), ...now.map((line) => `+ ${line}`)];
  const common = commonLengths(old, now);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      if (lines.at(-1) !== "…") lines.push("…");
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) lines.push(`- ${old[i++]}`);
    else lines.push(`+ ${now[j++]}`);
  }
  return lines;
}

/** How many lines the rests of both lists have in common, for each pair of places. */
function commonLengths(old, now) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) lengths[i][j] = old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  }
  return lengths;
}
