/** The words in which a framework writes down who may do what. */

export type Operation = "read" | "write" | "create" | "unlink";

/** Fields of the records that grant rights or narrow them, by what they are for. */
interface Fields {
  /** The model of these records, and the field that names the model they are about. */
  readonly model: string;
  readonly of: string;
  readonly active: string;
  readonly operations: Readonly<Record<Operation, string>>;
}

export interface RightsVocabulary {
  /** Records that grant operations on a model to a group, or to everyone. */
  readonly access: Fields & { readonly group: string };
  /** Records that narrow a model to those of a domain, for groups or for all. */
  readonly rules: Fields & { readonly groups: string; readonly domain: string };
  /** The external id of a model, without its module. */
  readonly idOfModel: (model: string) => string;
  /** External ids of the groups of employees, of customers with a login, and of visitors. */
  readonly groups: Readonly<Record<"internal" | "portal" | "public", string>>;
  /** Models that hold secrets or are about people. */
  readonly sensitive: readonly string[];
}
