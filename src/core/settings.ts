/** What a team sets once for all rules in `settings.pitfalls`. */

import { framework, own, step, type Framework, type Language } from "../catalog/schema.ts";

export interface Settings {
  readonly preset: "recommended" | "strict";
  /** The series of addons whose version does not say it. */
  readonly series: number | null;
  /** Further folders with addons. */
  readonly addonsPath: readonly string[];
  /** An index of the framework that takes the place of the bundled one: what `pitfalls index` wrote. */
  readonly framework: string | null;
  readonly options: RuleOptions;
  frameworks(language: Language): readonly Framework[];
}

/** A rule's own options, with what `settings.pitfalls` says under the same names. */
export interface RuleOptions {
  strings(name: string): readonly string[];
}

export interface OwnNames {
  /** Names of variables and fields that hold a cursor. */
  readonly cursors?: readonly string[];
  /** Functions, methods and fields whose result is a trusted fragment. */
  readonly safe?: readonly string[];
  readonly catalog?: readonly Framework[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** Reads the settings and the rule's options; options win, lists add up. */
export function settingsOf(settings: unknown, options: OwnNames): Settings {
  const own = isObject(settings) && isObject(settings.pitfalls) ? settings.pitfalls : {};
  const names = {
    cursors: [...strings(own.cursors), ...(options.cursors ?? [])],
    safe: [...strings(own.safe), ...(options.safe ?? [])],
  };
  // Rows of a team's own come in the same form; a wrong one fails where it is used, with its name.
  const catalog = Array.isArray(own.catalog) ? (own.catalog as readonly Framework[]) : [];
  return {
    preset: own.preset === "strict" ? "strict" : "recommended",
    series: typeof own.series === "number" || typeof own.series === "string" ? Math.trunc(Number(own.series)) || null : null,
    addonsPath: strings(own.addonsPath),
    framework: typeof own.framework === "string" ? own.framework : null,
    options: { strings: (name) => [...strings(own[name]), ...strings((options as Record<string, unknown>)[name])] },
    frameworks: (language) => [...catalog.filter((one) => one.language === language), ...ownFramework(language, names)],
  };
}

function ownFramework(language: Language, { cursors, safe }: Required<Pick<OwnNames, "cursors" | "safe">>): readonly Framework[] {
  if (cursors.length + safe.length === 0) return [];
  return [framework({
    name: "settings", language, see: "https://eslint.org/docs/latest/use/configure/configuration-files#configuring-shared-settings",
    rows: [
      ...(cursors.length > 0 ? [{ family: "name" as const, to: language === "python" ? "odoo:cr" : "pg:client", from: cursors.flatMap((one) => [`name:${one}`, `*.${one}`]) }] : []),
      own(safe.flatMap((one) => [one, `?${one}`, `*.${one}`, `${one}()`, `?${one}()`, `*.${one}()`])),
      step([], { does: "unchanged" }),
    ],
  })];
}
