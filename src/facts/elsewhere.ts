/** What other files of the same program say, as far as they are in sight. */

export interface Elsewhere {
  /** The canonical path of the call that declares a field of one of these models (`odoo.fields.Char`); null when no file in sight does. */
  fieldOf(models: readonly string[], name: string): string | null;
}
