/** The tables and rows that every program runs on, in words that Postgres and SQLite both know. */

const text = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);

const PETS: readonly (readonly [id: number, name: string, kind: string | null, age: number | null, weight: string, born: string, note: string | null])[] = [
  [1, "Rex", "dog", 3, "12.5", "2020-02-29", "100%"],
  [2, "", "cat", 0, "2.5", "2024-01-31", "50% off"],
  [3, "Zoë Grün", "dog", -1, "0.5", "1999-12-31", "what?"],
  [4, "two words", "bird", 7, "1", "2024-01-31", "12:30 :x"],
  [5, "100%", "50% off", 42, "7", "2020-02-29", ""],
  [6, "a_b", "Rex", 1, "0", "2021-06-01", null],
  [7, "what?", null, null, "30", "2024-02-01", "$1"],
  [8, "$1", "$1", 3, "3", "2024-01-31", "%s"],
  [9, ":x", "dog", 7, "2.5", "2020-02-29", "a%%b"],
  [10, "%s", "cat", 1000000, "8.25", "2024-01-31", "{0}"],
  [11, "名前", "cat", 3, "5", "1999-12-31", "名前"],
  [12, "5", "dog", 5, "5", "2022-05-05", "5"],
  [13, "true", "cat", 2, "4", "2022-05-05", "dog"],
];

const VISITS: readonly (readonly [id: number, pet: number, day: string, state: string, fee: string, note: string])[] = [
  [1, 1, "2024-01-31", "open", "10.5", "Rex"],
  [2, 1, "2024-02-01", "closed", "0", "100%"],
  [3, 3, "2020-02-29", "open", "7", "two words"],
  [4, 7, "1999-12-31", "late", "2.5", "what?"],
  [5, 12, "2022-05-05", "closed", "5", ""],
];

const TABLES = `
CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT, age INTEGER, weight NUMERIC(8, 2), born DATE, note TEXT);
CREATE TABLE visit (id INTEGER PRIMARY KEY, pet_id INTEGER NOT NULL, day DATE, state TEXT, fee NUMERIC(8, 2), note TEXT);
`;

const rows = (table: string, values: readonly (readonly string[])[]): string => `INSERT INTO ${table} VALUES ${values.map((one) => `(${one.join(", ")})`).join(", ")};\n`;

/** For both databases. */
export const SCHEMA =
  TABLES +
  rows("pet", PETS.map(([id, name, kind, age, weight, born, note]) => [String(id), text(name), text(kind), String(age ?? "NULL"), weight, text(born), text(note)])) +
  rows("visit", VISITS.map(([id, pet, day, state, fee, note]) => [String(id), String(pet), text(day), text(state), fee, text(note)]));

/** What only Postgres has. */
export const POSTGRES_SCHEMA = `${SCHEMA}
CREATE TABLE doc (id INTEGER PRIMARY KEY, data JSONB, tags TEXT[], done BOOLEAN, at TIMESTAMP, code VARCHAR(20), big BIGINT);
INSERT INTO doc VALUES
  (1, '{"name": "Rex", "sizes": [1, 2], "1": "one"}', '{Rex,"two words"}', true, '2024-01-31 10:00:00', 'Rex', 9007199254740991),
  (2, '{"name": "100%"}', '{100%}', false, '2020-02-29 00:00:00', '100%', 3),
  (3, '{"name": ""}', '{}', NULL, '1999-12-31 23:59:59', '', -1);
`;
