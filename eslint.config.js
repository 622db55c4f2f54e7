/** How this project lints itself: strict TypeScript and the house's own rules. (`npm run lint` runs the plugin itself beside it.) */

import { defineConfig, globalIgnores } from "eslint/config";
import eslint from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";
import house from "./tools/lint/house.mjs";

export default defineConfig([
  globalIgnores(["dist/", "coverage/", "examples/", "tests/specimens/", "tests/typed/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  {
    name: "scripts",
    files: ["**/*.{js,mjs}"],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly", performance: "readonly", Buffer: "readonly", setTimeout: "readonly", clearTimeout: "readonly", setInterval: "readonly", clearInterval: "readonly", structuredClone: "readonly", AbortSignal: "readonly", TextDecoder: "readonly", TextEncoder: "readonly" } },
  },
  {
    name: "typescript",
    files: ["**/*.ts"],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: "house",
    files: ["src/**/*.ts"],
    plugins: { house },
    rules: {
      "house/layers": "error",
      "house/one-idea": "error",
      "house/meaningful-file-name": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      // The engine, what it is asked about, and where: the questions of `flow` take five.
      "max-params": ["error", 5],
      "max-depth": ["error", 3],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    name: "rules",
    files: ["src/rules/*.ts"],
    ignores: ["src/rules/index.ts"],
    plugins: { house },
    extends: [eslintPlugin.configs["all-type-checked"]],
    rules: { "house/no-framework-names": "error", "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: "tests and tools",
    files: ["tests/**/*.ts", "tools/**/*.mjs", "*.{js,ts}"],
    plugins: { house },
    rules: { "house/one-idea": "error", "house/meaningful-file-name": "error" },
  },
  // What vitest's matchers stand for in an expected object is `any`.
  { name: "tests", files: ["tests/**/*.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
]);
