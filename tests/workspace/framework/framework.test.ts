/** What a framework answers about its models: inheritance is walked, redefinitions count where they are seen. */

import { describe, expect, it } from "vitest";
import type { IndexData } from "../../../src/workspace/framework/data.ts";
import { Framework } from "../../../src/workspace/framework/index.ts";
import { packed } from "../../../src/workspace/framework/pack.ts";

const NOTHING: IndexData = { series: "99", modules: { base: [] }, models: {}, groups: {}, access: {}, rules: {} };

const framework = (data: Partial<IndexData>): Framework => new Framework(packed({ ...NOTHING, ...data }));

describe("modules", () => {
  const { modules } = { modules: { base: [], web: ["base"], mail: ["web"], sale: ["mail"], stock: ["base"] } };

  it("depend on what they name", () => {
    expect(framework({ modules }).depends("sale")).toEqual(["mail"]);
  });

  it("that are unknown depend on nothing known", () => {
    expect(framework({ modules }).depends("my_addon")).toBeNull();
  });

  it("see what they depend on, and that what it depends on", () => {
    expect([...framework({ modules }).visibleFrom(["sale", "my_addon"])].sort()).toEqual(["base", "mail", "sale", "web"]);
  });

  it("see `base` in any case", () => {
    expect([...framework({ modules }).visibleFrom([])]).toEqual(["base"]);
  });

  it("in a circle are seen once", () => {
    expect([...framework({ modules: { base: [], a: ["b"], b: ["a"] } }).visibleFrom(["a"])].sort()).toEqual(["a", "b", "base"]);
  });

  it("give one set for the same question, by which answers are remembered", () => {
    const one = framework({ modules });
    expect(one.visibleFrom(["sale", "stock"])).toBe(one.visibleFrom(["stock", "sale", "sale"]));
  });
});

describe("a model", () => {
  const models: IndexData["models"] = {
    base: { kind: "abstract", module: "base", methods: ["search"], fields: { id: ["id"] } },
    "res.partner": { kind: "model", module: "base", extended: ["mail", "sale"], by: { mail: { inherit: ["mail.thread"] }, sale: { inherit: ["sale.mixin"] } }, fields: { name: ["char"] } },
    "mail.thread": { kind: "abstract", module: "mail", methods: ["message_post"], fields: { message_ids: ["one2many", { comodel: "mail.message" }] } },
    "sale.mixin": { kind: "abstract", module: "sale" },
  };
  const modules = { base: [], mail: ["base"], sale: ["mail"] };
  const one = framework({ modules, models });

  it("is what it is, where it is", () => {
    expect(one.model("mail.thread")).toMatchObject({ name: "mail.thread", kind: "abstract", module: "mail", methods: ["message_post"] });
  });

  it("inherits what any module adds when nothing is said of modules", () => {
    expect(one.model("res.partner")?.inherit).toEqual(["mail.thread", "sale.mixin"]);
  });

  it("inherits only what seen modules add", () => {
    expect(one.model("res.partner", one.visibleFrom(["mail"]))).toMatchObject({ inherit: ["mail.thread"], extended: ["mail"] });
  });

  it("is not seen where its module is not", () => {
    expect(one.model("mail.thread", one.visibleFrom([]))).toBeNull();
  });

  it("without a known definition is seen where an extension of it is", () => {
    const odd = framework({ modules, models: { x: { kind: "model", module: null, extended: ["mail"] } } });
    expect([odd.model("x", odd.visibleFrom(["sale"]))?.name, odd.model("x", odd.visibleFrom([]))]).toEqual(["x", null]);
  });

  it("is found by its external id", () => {
    expect([one.modelOfId("mail.model_mail_thread"), one.modelOfId("model_res_partner"), one.modelOfId("base.res_partner")]).toEqual(["mail.thread", "res.partner", null]);
  });

  it("is not found by another's name with an underscore", () => {
    expect(one.model("res_partner")).toBeNull();
  });

  it("has the methods of what it inherits, and of the ORM", () => {
    expect([one.hasMethod("res.partner", "message_post"), one.hasMethod("res.partner", "search"), one.hasMethod("res.partner", "nothing")]).toEqual([true, true, false]);
  });

  it("has no methods of what only unseen modules make it inherit", () => {
    expect(one.hasMethod("res.partner", "message_post", one.visibleFrom([]))).toBe(false);
  });

  it("that is unknown has no methods, not even the ORM's", () => {
    expect(one.hasMethod("my.model", "search")).toBe(false);
  });

  it("stands before all that it inherits, what several inherit behind all of them", () => {
    const kind = "abstract" as const;
    const diamond = framework({ models: { base: { kind, module: "base" }, top: { kind, module: "base" }, left: { kind, module: "base", inherit: ["top"] }, right: { kind, module: "base", inherit: ["top"] }, x: { kind, module: "base", inherit: ["left", "right"] } } });
    expect(diamond.lineage("x").map(({ name }) => name)).toEqual(["x", "left", "right", "top", "base"]);
  });
});

describe("a field", () => {
  const of = (models: IndexData["models"]) => framework({ modules: { base: [], sale: ["base"], website: ["base"] }, models });
  const model = { kind: "model", module: "base" } as const;

  it("is of the model that states it", () => {
    expect(of({ a: { ...model, inherit: ["b"] }, b: { ...model, fields: { x: ["html", { sanitize: false }] } } }).fieldOf("a", "x")).toEqual({ model: "b", name: "x", type: "html", options: { sanitize: false }, through: [] });
  });

  it("that redefines keeps what it does not state", () => {
    const one = of({ a: { ...model, inherit: ["b"], fields: { x: ["many2one", { store: true }] } }, b: { ...model, fields: { x: ["many2one", { comodel: "c", groups: "base.group_user" }] } } });
    expect(one.fieldOf("a", "x")).toMatchObject({ model: "a", options: { comodel: "c", groups: "base.group_user", store: true } });
  });

  it("of another class keeps nothing", () => {
    const one = of({ a: { ...model, inherit: ["b"], fields: { x: ["char"] } }, b: { ...model, fields: { x: ["html", { sanitize: false }] } } });
    expect(one.fieldOf("a", "x")).toMatchObject({ type: "char", options: {} });
  });

  it("of every model are those of `base`", () => {
    expect(of({ base: { kind: "abstract", module: "base", fields: { create_uid: ["many2one", { comodel: "res.users" }] } }, a: model }).fieldOf("a", "create_uid")).toMatchObject({ model: "base", options: { comodel: "res.users" } });
  });

  it("of a linked model is reached through the link", () => {
    const one = of({ user: { ...model, inherits: { partner: "partner_id" } }, partner: { ...model, inherits: { address: "address_id" } }, address: { ...model, fields: { city: ["char"] } } });
    expect(one.fieldOf("user", "city")).toMatchObject({ model: "address", type: "char", through: ["partner_id", "address_id"] });
  });

  it("of its own comes before a linked model's", () => {
    const one = of({ user: { ...model, inherits: { partner: "partner_id" }, fields: { name: ["text"] } }, partner: { ...model, fields: { name: ["char"] } } });
    expect(one.fieldOf("user", "name")).toMatchObject({ model: "user", type: "text", through: [] });
  });

  const redefined = of({ a: { ...model, extended: ["sale", "website"], fields: { x: ["html", { sanitize: true, by: { sale: { sanitize: false }, website: { type: "text", groups: "base.group_user" } } }] } } });

  it("is as any module redefines it when nothing is said of modules", () => {
    expect(redefined.fieldOf("a", "x")).toMatchObject({ type: "text", options: { sanitize: false, groups: "base.group_user" } });
  });

  it("is as seen modules redefine it", () => {
    expect(redefined.fieldOf("a", "x", redefined.visibleFrom(["sale"]))).toMatchObject({ type: "html", options: { sanitize: false } });
    expect(redefined.fieldOf("a", "x", redefined.visibleFrom([]))).toEqual({ model: "a", name: "x", type: "html", options: { sanitize: true }, through: [] });
  });

  it("is not found in a circle, which ends", () => {
    const circle = of({ a: { ...model, inherit: ["b"], inherits: { c: "c_id" } }, b: { ...model, inherit: ["a"] }, c: { ...model, inherits: { a: "a_id" } } });
    expect(circle.fieldOf("a", "x")).toBeNull();
  });

  it("that bears the name of something of JavaScript's is none", () => {
    expect(of({ a: { ...model, fields: { x: ["char"] } } }).fieldOf("a", "constructor")).toBeNull();
  });
});

describe("rights", () => {
  const one = framework({
    modules: { base: [], sale: ["base"], website: ["base"] },
    groups: {
      "base.user": { category: "base.human", implied: ["base.everyone"], by: { sale: { implied: ["sale.reader"] } } },
      "base.everyone": { category: null, implied: ["base.user"] },
      "sale.reader": { category: null },
      "website.editor": { absent: true, by: { sale: { implied: ["base.user"] } } },
    },
    access: {
      "base.a": { model: "a", perms: "rwcu", group: null, by: { sale: { perm_write: false, perm_unlink: false, group: "base.user" } } },
      "sale.a": { model: "a", perms: "r", group: "sale.reader", active: false },
      "base.gone": { absent: true, by: { sale: { group: null } } },
      "base.moved": { model: "b", perms: "r", group: null, by: { website: { model: "c" } } },
    },
    rules: { "base.r": { model: "a", perms: "rw", groups: [], global: true, domain: "[(1, '=', 1)]", by: { sale: { groups: ["base.user"], domain: "[]" } } } },
  });
  const [base, sale, website] = [one.visibleFrom([]), one.visibleFrom(["sale"]), one.visibleFrom(["website"])];

  it("a group implies what seen modules add as well", () => {
    expect([one.group("base.user", base)?.implied, one.group("base.user", sale)?.implied]).toEqual([["base.everyone"], ["base.everyone", "sale.reader"]]);
  });

  it("what groups imply is followed, in a circle too", () => {
    expect([...one.groupImplies("base.everyone", sale)].sort()).toEqual(["base.user", "sale.reader"]);
  });

  it("a group of a module that is not seen is none", () => {
    expect([one.group("sale.reader", base), one.group("nobody.knows")]).toEqual([null, null]);
  });

  it("a group that is only changed implies what it is known to", () => {
    expect(one.group("website.editor")).toEqual({ id: "website.editor", category: null, implied: ["base.user"] });
  });

  it("access is as stated where nobody changes it", () => {
    expect(one.accessOf("a", base)).toEqual([{ id: "base.a", model: "a", perms: "rwcu", group: null, isActive: true }]);
  });

  it("access is as seen modules change it", () => {
    expect(one.accessOf("a", sale)).toEqual([
      { id: "base.a", model: "a", perms: "rc", group: "base.user", isActive: true },
      { id: "sale.a", model: "a", perms: "r", group: "sale.reader", isActive: false },
    ]);
  });

  it("access that another module gives to another model is that model's", () => {
    expect([one.accessOf("b", website), one.accessOf("c", website).map(({ id }) => id), one.accessOf("b", base).map(({ id }) => id)]).toEqual([[], ["base.moved"], ["base.moved"]]);
  });

  it("a rule is for everyone until a seen module adds a group", () => {
    expect(one.rulesOf("a", base)).toMatchObject([{ id: "base.r", perms: "rw", groups: [], domain: "[(1, '=', 1)]" }]);
    expect(one.rulesOf("a", sale)).toMatchObject([{ id: "base.r", perms: "rw", groups: ["base.user"], domain: "[]" }]);
  });
});
