/** The bundled facts: known ones are found, soon, and they are those of the knowledge that they were packed from. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IndexData } from "../../../src/workspace/framework/data.ts";
import { Framework, frameworkOf } from "../../../src/workspace/framework/index.ts";
import { packed } from "../../../src/workspace/framework/pack.ts";
import { PackedIndex, type Family } from "../../../src/workspace/framework/packed.ts";

const SERIES = [11, 12, 13, 14, 15, 16, 17, 18];
const DATA = new URL("../../../data/framework/", import.meta.url);
/** Where the facts come from; beside the repository on the machines of those who make them. */
const KNOWLEDGE = new URL("../../../../shared/knowledge/data/framework/", import.meta.url);

function of(series: number): Framework {
  const framework = frameworkOf(series);
  if (!framework) throw new Error(`Series ${series} is not bundled.`);
  return framework;
}

describe("series", () => {
  it.each([10, 19, 18.1, NaN])("%s is not bundled", (series) => {
    expect(frameworkOf(series)).toBeNull();
  });

  it("is read once", () => {
    expect(frameworkOf(18)).toBe(frameworkOf(18));
  });
});

describe.each(SERIES)("series %i", (series) => {
  it("bears its own number", () => {
    expect(of(series).series).toBe(String(series));
  });

  it("knows a partner's fields: its own, a mixin's, every model's", () => {
    const field = (name: string) => of(series).fieldOf("res.partner", name);
    expect(field("parent_id")).toMatchObject({ model: "res.partner", type: "many2one", options: { comodel: "res.partner" } });
    expect(field("message_ids")).toMatchObject({ model: "mail.thread", type: "one2many", options: { comodel: "mail.message" } });
    expect(field("create_uid")).toMatchObject({ model: "base", type: "many2one", options: { comodel: "res.users" } });
    expect(field("no_such_field")).toBeNull();
  });

  it("reaches a user's city through the partner", () => {
    expect(of(series).fieldOf("res.users", "city")).toMatchObject({ model: "res.partner", type: "char", through: ["partner_id"] });
  });

  it("knows that a record rule's model is a model, by name and by external id", () => {
    expect(of(series).fieldOf("ir.rule", "model_id")?.options.comodel).toBe("ir.model");
    expect(of(series).modelOfId("base.model_ir_rule")).toBe("ir.rule");
  });

  it("knows the methods of threads and of the ORM, for those who see them", () => {
    const framework = of(series);
    expect(framework.hasMethod("res.partner", "message_post", framework.visibleFrom(["mail"]))).toBe(true);
    expect(framework.hasMethod("res.partner", "message_post", framework.visibleFrom([]))).toBe(false);
    expect(framework.hasMethod("res.country", "write", framework.visibleFrom([]))).toBe(true);
  });

  it("knows that administrators have erp managers' rights, and employees the technical features'", () => {
    const framework = of(series);
    const base = framework.visibleFrom([]);
    expect(framework.groupImplies("base.group_system", base)).toContain("base.group_erp_manager");
    expect(framework.group("base.group_user", base)?.implied).toEqual(["base.group_no_one"]);
  });

  it("knows who may read a partner, and which of them", () => {
    const framework = of(series);
    const base = framework.visibleFrom([]);
    expect(framework.accessOf("res.partner", base)).toContainEqual({ id: "base.access_res_partner_portal", model: "res.partner", perms: "r", group: "base.group_portal", isActive: true });
    expect(framework.rulesOf("res.partner", base)).toContainEqual(expect.objectContaining({ id: "base.res_partner_portal_public_rule", groups: ["base.group_portal", "base.group_public"], domain: expect.stringContaining("commercial_partner_id") }));
  });

  it("knows what sales depends on", () => {
    expect([...of(series).visibleFrom(["sale"])]).toEqual(expect.arrayContaining(["base", "web", "mail", "account", "product"]));
  });
});

describe("what differs", () => {
  it("a partner's notes became HTML with 15", () => {
    expect(SERIES.map((series) => of(series).fieldOf("res.partner", "comment")?.type)).toEqual(["text", "text", "text", "text", "html", "html", "html", "html"]);
  });

  it("a job's description is cleaned otherwise where the website's recruitment is installed", () => {
    const framework = of(18);
    expect(framework.fieldOf("hr.job", "description", framework.visibleFrom(["hr"]))).toMatchObject({ type: "html", options: { sanitize_attributes: false } });
    expect(framework.fieldOf("hr.job", "description", framework.visibleFrom(["website_hr_recruitment"]))?.options).toMatchObject({ sanitize_attributes: false, sanitize_form: false, sanitize_overridable: true });
  });

  it("recruitment gives away the right to jobs", () => {
    const framework = of(18);
    const perms = (modules: readonly string[]) => framework.accessOf("hr.job", framework.visibleFrom(modules)).find(({ id }) => id === "hr.access_hr_job_user")?.perms;
    expect([perms(["hr"]), perms(["hr_recruitment"])]).toEqual(["rwcu", "r"]);
  });

  it("website makes a price list's company rule inactive", () => {
    const framework = of(17);
    const isActive = (modules: readonly string[]) => framework.rulesOf("product.pricelist", framework.visibleFrom(modules)).find(({ id }) => id === "product.product_pricelist_comp_rule")?.isActive;
    expect([isActive(["product"]), isActive(["website_sale"])]).toEqual([true, false]);
  });
});

it("opens and answers soon", () => {
  const start = performance.now();
  const framework = new Framework(readFileSync(new URL("18.bin", DATA)));
  expect(framework.fieldOf("account.move", "partner_id")?.type).toBe("many2one");
  // Cold in a process of its own this takes 10 ms; the bound is for machines that do much else.
  expect(performance.now() - start).toBeLessThan(250);
});

describe.runIf(existsSync(KNOWLEDGE))("the knowledge that it was packed from (where it lies beside the repository)", () => {
  const families: readonly Family[] = ["modules", "models", "groups", "access", "rules"];
  const textOf = (index: PackedIndex) => families.map((family) => [...index.lines(family)].map((line) => JSON.stringify(line)).join("\n"));

  it.each(SERIES)("says the same of series %i (else: npm run index)", (series) => {
    const known = JSON.parse(readFileSync(new URL(`${series}.json`, KNOWLEDGE), "utf8")) as IndexData;
    expect(textOf(new PackedIndex(readFileSync(new URL(`${series}.bin`, DATA)))).join("\n") === textOf(new PackedIndex(packed(known))).join("\n")).toBe(true);
  });
});
