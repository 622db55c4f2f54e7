/** From costs to numbers that say something: medians, ratios, shares, growth, and whether each target is met. */

/** What the project promises. JavaScript's rules are also held to a share of ESLint's own time. */
const TARGETS = { cpu: 1.5, memory: 1.3, exponent: 1.05, share: 0.1 };

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The slope of a straight line through the logarithms, by least squares: 1 when twice the input costs twice as much. */
export function exponentOf(points) {
  const logs = points.map(({ x, y }) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

const sumOf = (rules) => Object.values(rules).reduce((sum, seconds) => sum + seconds, 0);
const spread = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values) });

/** A language's numbers; `language` is its name, `measured` what `measure` gave. */
export function summaryOf(language, { rounds, files, bytes }) {
  const of = (name, read) => rounds.map((round) => read(round[name]));
  const ratio = (what) => spread(rounds.map(({ lint, parse }) => lint[what] / parse[what]));
  const costs = (name) => Object.fromEntries(["cpu", "wall", "memory"].map((what) => [what, median(of(name, (cost) => cost[what]))]));
  const growthOf = (read) => exponentOf(["quarter", "half", "lint"].map((name) => ({ x: bytes[name], y: median(of(name, read)) })));
  const [{ lint: first }] = rounds;
  const summary = {
    language, files, bytes, runs: rounds.length,
    unreadable: first.unreadable,
    findings: first.findings,
    lint: costs("lint"),
    parse: costs("parse"),
    ratios: { cpu: ratio("cpu"), wall: ratio("wall"), memory: ratio("memory") },
    rules: Object.fromEntries(Object.keys(first.rules).map((rule) => [rule, median(of("lint", (cost) => cost.rules[rule]))])),
    share: spread(of("lint", (cost) => sumOf(cost.rules) / cost.eslint)),
    growth: { cpu: ["quarter", "half", "lint"].map((name) => median(of(name, ({ cpu }) => cpu))), exponent: growthOf(({ cpu }) => cpu), exponentOfRules: growthOf(({ rules }) => sumOf(rules)) },
    slowest: first.slowest,
  };
  return { ...summary, targets: targetsOf(summary) };
}

function targetsOf({ language, ratios, growth, share }) {
  const target = (what, value, most) => ({ what, value, most, isMet: value <= most });
  return [
    target("CPU time, of parsing alone", ratios.cpu.median, TARGETS.cpu),
    target("peak memory, of parsing alone", ratios.memory.median, TARGETS.memory),
    target("exponent of CPU time", growth.exponent, TARGETS.exponent),
    ...(language === "javascript" ? [target("rules' share of ESLint's time", share.median, TARGETS.share)] : []),
  ];
}
