/** A notice board: what only plain JavaScript and JSX have. */

"use strict";
const mysql = require("mysql2/promise");
const { promisify: promised, format } = require("node:util");

var pool = mysql.createPool({ host: "db" }), old = function named(a, b) { return arguments.length; };
module.exports = { notices, archive: async (id) => { await pool.query("DELETE FROM notice WHERE id = ?", [id]); } };
exports.count = () => pool.query('SELECT count(*) FROM notice');

async function notices(owner, { sort = "id", ...rest } = {}, ...words) {
  var where = ["shown"], i, late;
  for (i = 0; i < words.length; i += 1) where.push("body LIKE " + pool.escape("%" + words[i] + "%"));
  if (owner) where.push(`owner = ${mysql.escape(owner)}`); else late = format("%s", sort);
  with_label: { if (!late) break with_label; where[0] = late; }
  const [rows] = await pool.query("SELECT * FROM notice WHERE " + where.join(" AND "));
  return <ul {...rest} title={sort}>{rows.map(({ id, body }) => <li key={id}>{body || <></>} {/* shown as text */}</li>)}</ul>;
}

const Class = class Board extends Object { static of(x) { return new this(x); } get [Symbol.iterator]() { return super.valueOf; } };
old?.(Class.of?.(1)?.[0], new Class, typeof old === "function", !!(1, 2), (-1) ** 0 || 1, promised?.(old));
