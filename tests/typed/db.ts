/** What other files of a typed project give away. */

import { createPool } from "mysql2/promise";

export const db = createPool({ host: "db" });
export const rooms = new Map<string, string>();
export const nights = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 86_400_000);
