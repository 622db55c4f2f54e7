/** Odoo and Flectra: environments, records, fields, cursors, routes, composed SQL. */

import { ODOO_COMPOSED, PSYCOPG2 } from "../drivers.ts";
import { clean, entry, framework, guard, name, own, role, rows, sink, source, step, stored, type Row, type TextAt } from "../schema.ts";

const SECURITY = "https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#sql-injections";
const ORM = "https://www.odoo.com/documentation/17.0/developer/reference/backend/orm.html";
const HTTP = "https://www.odoo.com/documentation/17.0/developer/reference/backend/http.html";
const SQL = `${ORM}#odoo.tools.SQL`;
const CURSOR = "https://github.com/odoo/odoo/blob/17.0/odoo/sql_db.py";
const QUERY: readonly TextAt[] = [{ position: 0, keyword: "query" }];
const PARAMS = { kind: "argument", position: 1, keyword: "params" } as const;

const RECORD = "odoo:model";
const SAME_RECORDS = ["sudo()", "with_context()", "with_company()", "with_user()", "with_env()", "exists()", "ensure_one()", "filtered()", "filtered_domain()", "sorted()", "browse()", "with_prefetch()", "with_for_update()", "_origin"];
const OTHER_RECORDS = ["search()", "_get()", "create()", "copy()", "mapped()", "new()", "*_id", "*_ids"];

/** Records, and records that a caller chose: `!` stands for the latter. */
function recordRows(): readonly Row[] {
  return ["", "!"].flatMap((mark): readonly Row[] => [
    name(`${RECORD}${mark}`, [...SAME_RECORDS.map((step) => `${RECORD}${mark}.${step}`), `${RECORD}${mark}[]`], { see: `${ORM}#common-orm-methods` }),
    name(RECORD, OTHER_RECORDS.map((step) => `${RECORD}${mark}.${step}`), { see: `${ORM}#common-orm-methods` }),
    name("odoo:env", [`${RECORD}${mark}.env`], { see: `${ORM}#environment` }),
    name("odoo:cr", [`${RECORD}${mark}._cr`], { see: `${ORM}#environment` }),
    name(`${RECORD}${mark}.ids`, [`${RECORD}${mark}._ids`], { see: `${ORM}#common-orm-methods` }),
    name("odoo:env.uid", [`${RECORD}${mark}._uid`], { see: `${ORM}#environment` }),
    name("odoo:registry", [`${RECORD}${mark}.pool`]),
    name("odoo:query", [`${RECORD}${mark}._search()`], { see: ORM }),
  ]);
}

export const odoo = framework({
  name: "Odoo and Flectra", language: "python", see: SECURITY,
  assumed: { modules: ["odoo", "flectra", "openerp"], driver: PSYCOPG2 },
  rows: [
    name("odoo", ["flectra", "openerp"]),
    name("odoo.**", ["flectra.**", "openerp.**"]),
    role(RECORD, ["Model", "TransientModel", "AbstractModel", "BaseModel"].map((one) => `odoo.models.${one}`), { see: `${ORM}#models` }),
    role(RECORD, ["osv", "osv_memory", "osv_abstract", "Model", "TransientModel", "AbstractModel"].map((one) => `odoo.osv.osv.${one}`)),
    role(RECORD, ["Model", "TransientModel", "AbstractModel"].map((one) => `odoo.osv.orm.${one}`)),
    ...recordRows(),
    ...environmentRows(),
    ...valueRows(),
    ...queryRows(),
    step(["model", "multi", "one", "depends", "onchange", "constrains", "returns", "autovacuum", "model_create_multi", "depends_context", "private", "ondelete", "readonly"].map((one) => `odoo.api.${one}`), { does: "function", of: 0 }, { see: `${ORM}#method-decorators` }),
    step(["odoo.tools.ormcache", "odoo.tools.ormcache_context", "odoo.tools.lazy_property", "odoo.tools.func.lazy_property"], { does: "function", of: 0 }, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/cache.py" }),
    step(["odoo.tools.escape_psql", "odoo.tools.misc.escape_psql", "odoo.tools.sql.escape_psql", "odoo.tools.ustr", "odoo.tools.html2plaintext"], { does: "same", of: 0 }),
    entry([`${RECORD}.public`], { origin: "the public method {name}", parameters: "all", chooses: "self" }, { see: "https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#unsafe-public-methods" }),
    entry([`${RECORD}(search)`, `${RECORD}(inverse)`, `${RECORD}(group_expand)`], { origin: "{name}, which a client's domain calls", parameters: "all" }, { see: `${ORM}#fields` }),
    entry(["odoo.http.route()"], { origin: "the route {name}", parameters: "all" }, { see: HTTP }),
    entry(["odoo.addons.base_rest.restapi.method()"], { origin: "the route {name}", parameters: "all" }, { see: "https://github.com/OCA/rest-framework/tree/17.0/base_rest" }),
    ...cursorRows(),
    ...composedRows(),
  ],
});

/** Environments, registries and the cursors that they lend. */
function environmentRows(): readonly Row[] {
  return [
    name("odoo:env", ["*.env", "odoo.api.Environment()", "odoo:env()"], { see: `${ORM}#environment` }),
    name("odoo:context", ["odoo:env.context"], { see: `${ORM}#environment` }),
    name("odoo:registry", ["odoo:env.registry"], { see: "https://github.com/odoo/odoo/blob/17.0/odoo/modules/registry.py" }),
    name("odoo:cr", ["name:cr", "name:*_cr", "name:cur", "name:cursor", "name:*_cursor", "*.cr", "*._cr", "*._cursor", "*.cursor()"]),
    name("odoo:cr", ["odoo.sql_db.Cursor()", "odoo.sql_db.BaseCursor()", "odoo.sql_db.TestCursor()"], { see: CURSOR }),
    name("odoo:cr", ["odoo:env.cr", "odoo:registry.cursor()", "odoo:cr._obj", "odoo:cr._cnx.cursor()"], { see: CURSOR }),
    name(RECORD, ["odoo:env[]", "odoo:env.ref()", "odoo:env.user", "odoo:env.company", "odoo:env.companies"], { see: `${ORM}#environment` }),
  ];
}

/** What the framework hands out, and what users and callers bring in. */
function valueRows(): readonly Row[] {
  const field = (...kinds: readonly string[]) => kinds.map((kind) => `odoo.fields.${kind}().of`);
  const dates = (kind: string, ...methods: readonly string[]) => methods.map((method) => `odoo.fields.${kind}.${method}()`);
  return [
    source([`${RECORD}!.id`, `${RECORD}!.ids`], "an id of the records that a public method runs on", { see: ORM }),
    own([`${RECORD}.id`, `${RECORD}.ids`, "odoo:env.uid", "odoo.SUPERUSER_ID"], { trust: "typed", type: "integer", origin: "an id that the framework hands out" }, { see: ORM }),
    own([...dates("Date", "today", "context_today", "to_string", "from_string", "to_date"), ...dates("Datetime", "now", "today", "to_string", "from_string", "to_datetime", "context_timestamp")], { trust: "typed", type: "date", origin: "a date of the framework" }, { see: `${ORM}#odoo.fields.Date` }),
    own(["start_of", "end_of", "add", "subtract"].map((one) => `odoo.tools.date_utils.${one}()`), { trust: "typed", type: "date" }, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/date_utils.py" }),
    own(["odoo.http.request.uid", "odoo.http.request.session.uid"], { trust: "typed", type: "integer" }, { see: HTTP }),
    own(["TERM_OPERATORS", "NEGATIVE_TERM_OPERATORS", "DOMAIN_OPERATORS"].map((one) => `odoo.osv.expression.${one}`), { deep: true }, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/osv/expression.py" }),
    own([`${RECORD}.search_count()`], { trust: "typed", type: "integer" }, { see: `${ORM}#search-read` }),
    own([`${RECORD}.fields_get()`, `${RECORD}!.fields_get()`], { deep: true }, { see: `${ORM}#fields` }),
    guard([`${RECORD}._fields.get`, `${RECORD}!._fields.get`], { item: 0, of: { kind: "list", at: "receiver" } }, { see: `${ORM}#fields` }),
    source(["odoo:context", "*._context"], "the context, which callers send along", { see: `${ORM}#environment` }),
    source(["params", "jsonrequest", "httprequest", "get_json_data()", "get_http_params()"].map((one) => `odoo.http.request.${one}`), "the request", { see: HTTP }),
    stored(field("Char", "Text"), "a text field that users write", { content: "text", see: `${ORM}#fields` }),
    stored(field("Html"), "a text field that users write", { content: "markup", see: `${ORM}#fields` }),
    stored(field("Json", "Reference"), "a text field that users write", { see: `${ORM}#fields` }),
    own(field("Integer", "Id", "Many2oneReference"), { trust: "typed", type: "integer" }, { see: `${ORM}#fields` }),
    own(field("Float", "Monetary"), { trust: "typed", type: "number" }, { see: `${ORM}#fields` }),
    own(field("Boolean", "Date", "Datetime"), { trust: "typed", type: "text" }, { see: `${ORM}#fields` }),
    own(field("Selection"), { trust: "typed", type: "text", isNullable: true, content: "text" }, { see: `${ORM}#fields` }),
    // A field that another file declares.
    own([`${RECORD}.*`, `${RECORD}!.*`], { trust: "unknown", isNullable: true }, { see: `${ORM}#fields` }),
    name(RECORD, field("Many2one", "One2many", "Many2many"), { see: `${ORM}#fields` }),
    own(["*._table", "*._rec_name", "*._order", "*._parent_name", "*._name", "*._sequence"], {}, { see: `${ORM}#models` }),
    own(["*._fields", "?field.name"], { deep: true }, { see: `${ORM}#fields` }),
    own(["odoo.tools.config", "odoo:cr.dbname", "odoo.release.version", "odoo.tools.file_open()", "odoo.tools.misc.file_open()"], { deep: true }, { see: "https://www.odoo.com/documentation/17.0/developer/reference/cli.html" }),
  ];
}

/** Parts of statements that the framework has composed. */
function queryRows(): readonly Row[] {
  return [
    name("odoo:query", ["odoo.osv.query.Query()", "odoo.tools.query.Query()", "odoo.tools.Query()", "odoo.osv.expression.expression().query"], { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/query.py" }),
    own(["odoo:query", "odoo.osv.expression.expression().to_sql()", "?query.select()", "?query.subselect()", "?query.tables", "?query.left_join()"], { deep: true }, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/query.py" }),
    own(["get_sql()", "where_clause", "from_clause", "_where_calc()", "_generate_order_by()", "_apply_ir_rules()", "_query_get()", "_inherits_join_calc()", "_field_to_sql()", "_get_query_currency_table()"].map((one) => `*.${one}`), { deep: true }, { see: ORM }),
    own(["*.get_unaccent_wrapper()", "odoo.osv.expression.get_unaccent_wrapper()()", "odoo:registry.unaccent()"], { deep: true }, { see: "https://github.com/odoo/odoo/blob/16.0/odoo/osv/expression.py" }),
    own(["super().same()"], { deep: true }, { see: ORM }),
    own(["make_identifier()", "make_index_name()"].flatMap((one) => [`odoo.tools.sql.${one}`, `odoo.tools.${one}`]), {}, { see: "https://github.com/odoo/odoo/blob/17.0/odoo/tools/sql.py" }),
  ];
}

function cursorRows(): readonly Row[] {
  return [
    sink(["odoo:cr.execute", "odoo:cr.mogrify"], { isAssumed: true, scope: "statement", text: QUERY, values: PARAMS, driver: PSYCOPG2 }),
    sink(["odoo:cr.executemany", "odoo:cr.execute_values"], { isAssumed: true, scope: "statement", text: QUERY, values: null, driver: PSYCOPG2, see: CURSOR }),
    sink(["odoo:cr.copy_expert"], { scope: "statement", text: [{ position: 0, keyword: "sql" }], values: null, driver: PSYCOPG2, see: "https://www.psycopg.org/docs/cursor.html#cursor.copy_expert" }),
    sink(["odoo:env.execute_query", "odoo:env.execute_query_dict"], { scope: "statement", text: QUERY, values: null, driver: PSYCOPG2, see: `${ORM}#odoo.api.Environment` }),
    clean(["odoo:cr.mogrify()"], "literal", { see: "https://www.psycopg.org/docs/cursor.html#cursor.mogrify" }),
    rows("receiver", ["fetchall", "fetchone", "fetchmany", "dictfetchall", "dictfetchone", "dictfetchmany"].map((one) => `odoo:cr.${one}()`), { see: CURSOR }),
    rows("call", ["odoo:env.execute_query()", "odoo:env.execute_query_dict()"], { see: `${ORM}#odoo.api.Environment` }),
  ];
}

function composedRows(): readonly Row[] {
  return [
    name("odoo.tools.SQL", ["odoo.tools.sql.SQL", "odoo.sql_db.SQL"], { see: SQL }),
    sink(["odoo.tools.SQL"], { scope: "fragment", text: [{ position: 0, keyword: "code" }], values: { kind: "arguments", position: 1 }, driver: ODOO_COMPOSED, see: SQL }),
    clean(["odoo.tools.SQL()", "odoo.tools.SQL.identifier()"], "fragment", { see: SQL }),
  ];
}
