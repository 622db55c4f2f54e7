/** The plugin's types as a user's configuration meets them: those of the built package. */

import { defineConfig } from "eslint/config";
import type { ESLint, Linter } from "eslint";
import pitfalls from "eslint-plugin-pitfalls";
import { expectTypeOf, test } from "vitest";

test("the plugin is an ESLint plugin", () => {
  pitfalls satisfies ESLint.Plugin;
  expectTypeOf(pitfalls).toExtend<ESLint.Plugin>();
});

test("every configuration is an array of ESLint's", () => {
  expectTypeOf(pitfalls.configs.recommended).toExtend<Linter.Config[]>();
  expectTypeOf(pitfalls.configs.strict).toExtend<Linter.Config[]>();
  expectTypeOf(pitfalls.configs.odoo).toExtend<Linter.Config[]>();
  expectTypeOf(pitfalls.configs.flectra).toExtend<Linter.Config[]>();
  expectTypeOf(pitfalls.configs.typescript).toExtend<Linter.Config[]>();
});

test("defineConfig takes them as they are, and to extend", () => {
  expectTypeOf(defineConfig(pitfalls.configs.recommended)).toExtend<Linter.Config[]>();
  expectTypeOf(defineConfig([pitfalls.configs.recommended, { rules: { "pitfalls/no-sql-concat": ["error", { safe: ["build_where"] }] } }])).toExtend<Linter.Config[]>();
  expectTypeOf(defineConfig([{ files: ["addons/**"], plugins: { pitfalls }, extends: ["pitfalls/strict"] }])).toExtend<Linter.Config[]>();
});

test("a configuration that does not exist is a mistake", () => {
  // @ts-expect-error there is no such configuration
  pitfalls.configs.everything satisfies Linter.Config[];
});
