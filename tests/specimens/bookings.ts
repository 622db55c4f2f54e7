/** Bookings of a small hotel: every statement and most expressions of TypeScript, in one realistic file. */

import * as path from "node:path";
import fs, { type PathLike, readFileSync as readText } from "node:fs";
import { Pool, type PoolClient } from "pg";
import type { Request, Response } from "express";

export type Direction = "asc" | "desc";
export interface Page { readonly column: Column; direction?: Direction; size: number | null }

enum Column { Name = "name", Price = "price" }
declare const BUILD: string;
namespace Tables { export const ROOMS = "rooms"; }
abstract class Base<T> {
  static readonly #made = new Map<string, unknown>();
  protected constructor(protected readonly pool: Pool, private readonly label = "base") {}
  abstract find(id: T): Promise<unknown>;
  get name(): string { return this.label; }
  set name(value) { Base.#made.set(value, this); }
  static { Base.#made.clear(); }
}

const ORDERS = { newest: "id DESC", "by price": `price, ${"id"}`, ...{ oldest: "id" } } as const satisfies Record<string, string>;
const PAGE = 4 * 20 + -1, HEX = 0xff, BIG = 10n, WORD = /^[a-z]\w{0,62}$/iu;
let count = 0, nothing: undefined;

export class Bookings extends Base<number> {
  #client?: PoolClient;
  ["computed" + 1] = [, 1, ...[2, 3]];

  constructor(pool: Pool) {
    super(pool);
    this.name = path.join("é", "𝄞");
  }

  override async find(id: number, { column, direction = "asc", size }: Page = { column: Column.Name, size: null }) {
    let text = `SELECT ${ORDERS.newest.length ? "id" : `"${column}"`} FROM rooms`;
    const values: unknown[] = [];
    if (size !== null && size > 0) {
      values.push(size);
      text += ` LIMIT $${values.length}`;
    } else if (!direction) text += "";
    else {
      text = text.concat(" ORDER BY ", column, " ", direction === "desc" ? "DESC" : "ASC");
    }
    outer: for (let index = 0; index < 3; index++) {
      for (const key in ORDERS) {
        if (key === "oldest") continue outer;
        if (count-- > PAGE) break outer;
      }
    }
    do count **= 2; while (count < 0 && (count ||= 1));
    while (nothing) { void 0; debugger; }
    switch (column) {
      case Column.Name:
      case Column.Price: {
        text += " -- checked";
        break;
      }
      default:
        throw new RangeError(`no column ${column satisfies never}`);
    }
    try {
      const { rows: [first, , ...rest], ...others } = await this.pool.query<{ id: number }>({ text, values });
      return [first!.id, rest.at(-1)?.id ?? others.rowCount, <unknown>HEX, BIG];
    } catch {
      return null;
    } finally {
      (this.#client as PoolClient | undefined)?.release();
    }
  }

  *ids(...more: readonly number[]): Generator<number> {
    yield* more;
    const done = yield 1;
    return done;
  }
}

function isColumn(name: unknown): name is Column {
  return typeof name === "string" && name in Column && Object.values(Column).includes(name as Column);
}

export const list = async (req: Request, res: Response) => {
  const { sort, way: direction = "asc" } = req.query;
  if (!isColumn(sort)) return res.sendStatus(400);
  const pool = new Pool();
  const sql = `SELECT id, '\x41\u{1F600}\n\'' || "n" FROM rooms
    WHERE "a" IN (${["1", '2'].map((one) => `'${one}'`).join(", ")})` + ' ORDER BY ' + sort;
  for await (const row of (await pool.query(sql)).rows) delete row.secret, res.write(JSON.stringify(row) + '\
');
  const tagged = String.raw`\d${direction}`, module = await import("./other.js"), maker = new.target;
  return (function named(this: void) { return [tagged, module, maker, WORD.test(tagged), import.meta.url, fs.existsSync, readText(BUILD as PathLike)]; })();
};

export default class { accessor held = 1; }
export { list as all };
export * from "./other.js";
