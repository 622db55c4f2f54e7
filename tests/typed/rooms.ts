/** A service whose receivers and numbers only the type checker knows. */

import { db, nights, rooms } from "./db.js";

export const find = (name: string) => db.query(`SELECT id FROM room WHERE name = '${name}'`);
export const free = (from: Date, to: Date) => db.query(`SELECT id FROM room WHERE nights > ${nights(from, to)}`);
export const known = (name: string) => rooms.get(`SELECT id FROM room WHERE name = '${name}'`);
