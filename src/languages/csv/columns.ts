/** What a column's name says of its cells, as the loader takes it. */

export interface Column {
  /** The field of the record; empty for a cell beyond the header. */
  readonly field: string;
  /** `value`: what the field's type makes of text; `ref`: external ids; `key`: a number of the database; `nested`: a field of a record inside of the record. */
  readonly holds: "value" | "ref" | "key" | "nested";
}

/** The column of a name; null for a translation (`name@fr`), which the loader leaves to another one. */
export function columnOf(name: string): Column | null {
  if (name.includes("@")) return null;
  const [field = "", ...path] = pathOf(name);
  const [first] = path;
  if (first === undefined) return { field, holds: field === ".id" ? "key" : "value" };
  if (path.length > 1) return { field, holds: "nested" };
  return { field, holds: first === "id" ? "ref" : first === ".id" ? "key" : "nested" };
}

// odoo/models.py, fix_import_export_id_paths: `group_id:id` and `group_id.id` are spellings of `group_id/id` and `group_id/.id`.
const pathOf = (name: string): readonly string[] => name.replace(/([^/])\.id/g, "$1/.id").replace(/([^/]):id/g, "$1/id").split("/");
