/** Odoo and Flectra: environments, records, fields, cursors, routes, composed SQL. */

import { ODOO_COMPOSED, PSYCOPG2, UNKNOWN_POSTGRES } from "../drivers.ts";
import { clean, entry, framework, name, own, role, rows, sink, source, step, stored, type Row, type TextAt } from "../schema.ts";

const SECURITY = "https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#sql-injections";
const ORM = "https://www.odoo.com/documentation/17.0/developer/reference/backend/orm.html";
const QUERY: readonly TextAt[] = [{ position: 0, keyword: "query" }];
const PARAMS = { kind: "argument", position: 1, keyword: "params" } as const;

const RECORD = "odoo:model";
const SAME_RECORDS = ["sudo()", "with_context()", "with_company()", "with_user()", "with_env()", "exists()", "ensure_one()", "filtered()", "filtered_domain()", "sorted()", "[]", "browse()", "with_prefetch()", "_origin", "with_for_update()"];
const OTHER_RECORDS = ["search()", "create()", "copy()", "mapped()", "*_id", "*_ids", "parent_id", "new()", "_read_group()"];

/** Records, and records that a caller chose: `!` stands for the latter. */
function recordRows(): readonly Row[] {
  return ["", "!"].flatMap((mark): readonly Row[] => [
    name(`${RECORD}${mark}`, SAME_RECORDS.map((step) => `${RECORD}${mark}.${step}`.replace(".[]", "[]"))),
    name(RECORD, OTHER_RECORDS.map((step) => `${RECORD}${mark}.${step}`)),
    name("odoo:env", [`${RECORD}${mark}.env`]),
    name("odoo:cr", [`${RECORD}${mark}._cr`, `${RECORD}${mark}.env.cr`]),
    name("odoo:env.context", [`${RECORD}${mark}._context`]),
    name("odoo:env.uid", [`${RECORD}${mark}._uid`]),
  ]);
}

export const odoo = framework({
  name: "Odoo and Flectra", language: "python", see: SECURITY,
  assumed: { modules: ["odoo", "flectra", "openerp"], driver: PSYCOPG2 },
  rows: [
    name("odoo.**", ["flectra.**", "openerp.**"]),
    role(RECORD, ["odoo.models.Model", "odoo.models.TransientModel", "odoo.models.AbstractModel", "odoo.models.BaseModel", "odoo.osv.osv.osv", "odoo.osv.osv.osv_memory", "odoo.osv.orm.Model", "odoo.osv.orm.TransientModel", "odoo.models.MetaModel"]),
    ...recordRows(),
    name("odoo:env", ["*.env", "odoo.http.request.env", "odoo.api.Environment()", "odoo:env()", "odoo:cr.env"]),
    name("odoo:cr", ["name:cr", "name:_cr", "name:*_cr", "name:cur", "name:cursor", "name:_cursor", "name:*_cursor", "*.cr", "*._cr", "*._cursor", "*.cursor()", "odoo:env.cr", "odoo.http.request.cr", "odoo.http.request._cr", "odoo:cr._obj", "odoo:cr._cnx", "odoo.registry().cursor()", "odoo:env.registry.cursor()", "odoo.sql_db.db_connect().cursor()", "odoo:pool.cursor()"]),
    name(RECORD, ["odoo:env[]", "odoo:env.ref()", "odoo:env.user", "odoo:env.company", "odoo:env.companies", "odoo:env.lang_id"]),
    source([`${RECORD}!.id`, `${RECORD}!.ids`, `${RECORD}!._ids`], "an id of the records that a public method runs on", { see: ORM }),
    own([`${RECORD}.id`, `${RECORD}.ids`, `${RECORD}._ids`, "odoo:env.uid", "odoo:env.company.id", "odoo.SUPERUSER_ID", "*.env.user.id", "*.env.company.id"], { trust: "typed", type: "integer", origin: "an id that the framework hands out" }, { see: ORM }),
    own(["odoo.fields.Date.today()", "odoo.fields.Date.context_today()", "odoo.fields.Datetime.now()", "odoo.fields.Datetime.today()", "odoo.fields.Date.to_string()", "odoo.fields.Datetime.to_string()", "odoo.fields.Date.from_string()", "odoo.fields.Date.to_date()"], { trust: "typed", type: "date", origin: "a date of the framework" }, { see: `${ORM}#odoo.fields.Date` }),
    source(["odoo:env.context", "*._context", "*.env.context"], "the context, which callers send along", { see: ORM }),
    source(["odoo.http.request.params", "odoo.http.request.jsonrequest", "odoo.http.request.httprequest", "odoo.http.request.get_json_data()", "odoo.http.request.get_http_params()"], "the request"),
    stored(["odoo.fields.Char().of", "odoo.fields.Text().of", "odoo.fields.Html().of", "odoo.fields.Json().of", "odoo.fields.Reference().of"], "a text field that users write", { see: `${ORM}#fields` }),
    own(["odoo.fields.Integer().of", "odoo.fields.Id().of"], { trust: "typed", type: "integer" }),
    own(["odoo.fields.Float().of", "odoo.fields.Monetary().of"], { trust: "typed", type: "number" }),
    own(["odoo.fields.Boolean().of", "odoo.fields.Date().of", "odoo.fields.Datetime().of", "odoo.fields.Selection().of"], { trust: "typed", type: "text" }),
    name(RECORD, ["odoo.fields.Many2one().of", "odoo.fields.One2many().of", "odoo.fields.Many2many().of"]),
    own(["*._table", "*._rec_name", "*._order", "*._parent_name", "*._name", "*._inherit_table", "*._sequence", "*._log_access", "*._table_query"], {}, { see: SECURITY }),
    own(["*._fields", "*.field_name", "*.column1", "*.column2", "*.relation_table"], { deep: true }),
    own(["*._fields.items()", "*._fields.values()", "*._fields.keys()", "*._fields[]", "*.get_sql()", "*.select()", "*.subselect()", "*.where_clause", "*.from_clause", "*.tables", "*.where_params", "*._where_calc()", "*._generate_order_by()", "*._apply_ir_rules()", "*._query_get()", "*._inherits_join_calc()", "*._inherits_join_add()", "*.get_unaccent_wrapper()", "odoo.osv.expression.get_unaccent_wrapper()", "odoo.osv.expression.get_unaccent_wrapper()()", "*.unaccent()", "*.to_sql()", "*.left_join()", "*.join_table()", "super().same()", "*._search()", "*._field_to_sql()", "*._get_query_currency_table()", "*.get_query()"], { deep: true }, { see: ORM }),
    own(["odoo.tools.config", "odoo.tools.config[]", "odoo.tools.config.get()", "*.dbname", "odoo:cr.dbname", "odoo.release.version", "odoo.tools.file_open()", "odoo.tools.misc.file_open()", "odoo.modules.get_module_resource()", "odoo.tools.misc.get_resource_path()"], { deep: true }),
    step(["odoo.api.model", "odoo.api.multi", "odoo.api.depends", "odoo.api.onchange", "odoo.api.constrains", "odoo.api.returns", "odoo.api.autovacuum", "odoo.api.model_create_multi", "odoo.api.depends_context", "odoo.api.private", "odoo.api.ondelete", "odoo.tools.ormcache", "odoo.tools.ormcache_context", "odoo.tools.conditional"], { does: "function", of: 0 }),
    step(["odoo.tools.escape_psql", "odoo.tools.misc.escape_psql", "odoo.tools.ustr", "odoo.tools.html2plaintext"], { does: "same", of: 0 }),
    own(["odoo.tools.sql.make_identifier()", "odoo.tools.sql.make_index_name()", "odoo.tools.make_identifier()", "odoo.tools.sql.table_kind()"]),
    entry([`${RECORD}.public`], { origin: "the public method {name}", parameters: "all", chooses: "self" }, { see: "https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#unsafe-public-methods" }),
    entry([`${RECORD}.init`], { origin: "{name}", parameters: [] }),
    entry([`${RECORD}(search)`, `${RECORD}(inverse)`, `${RECORD}(group_expand)`], { origin: "{name}, which a client's domain calls", parameters: "all" }),
    entry(["odoo.http.route()"], { origin: "the route {name}", parameters: "all" }, { see: "https://www.odoo.com/documentation/17.0/developer/reference/backend/http.html" }),
    ...cursorRows(),
    ...composedRows(),
  ],
});

function cursorRows(): readonly Row[] {
  return [
    sink(["odoo:cr.execute", "odoo:cr.mogrify"], { isAssumed: true, scope: "statement", text: QUERY, values: PARAMS, driver: PSYCOPG2 }),
    sink(["odoo:cr.executemany"], { isAssumed: true, scope: "statement", text: QUERY, values: null, driver: PSYCOPG2 }),
    sink(["odoo:cr.copy_expert"], { scope: "statement", text: [{ position: 0, keyword: "sql" }], values: null, driver: PSYCOPG2 }),
    sink(["odoo:env.execute_query", "odoo:env.execute_query_dict"], { scope: "statement", text: QUERY, values: null, driver: PSYCOPG2 }),
    sink(["*.execute", "*.executemany", "*.executescript", "*.mogrify"], { scope: "statement", text: [{ position: 0, keyword: "query" }], values: null, driver: UNKNOWN_POSTGRES, byConvention: true }),
    clean(["odoo:cr.mogrify()"], "literal"),
    rows("receiver", ["odoo:cr.fetchall()", "odoo:cr.fetchone()", "odoo:cr.fetchmany()", "odoo:cr.dictfetchall()", "odoo:cr.dictfetchone()", "odoo:cr.dictfetchmany()", "odoo:cr[]"]),
    name("odoo:cr.mogrify()", ["odoo:cr.mogrify().decode()"]),
  ];
}

function composedRows(): readonly Row[] {
  return [
    name("odoo.tools.SQL", ["odoo.tools.sql.SQL", "odoo.sql_db.SQL"]),
    sink(["odoo.tools.SQL"], { scope: "fragment", text: [{ position: 0, keyword: "code" }], values: { kind: "arguments", position: 1 }, driver: ODOO_COMPOSED }),
    clean(["odoo.tools.SQL()", "odoo.tools.SQL.identifier()", "odoo.tools.SQL().join()"], "fragment", { see: "https://www.odoo.com/documentation/17.0/developer/reference/backend/orm.html#odoo.tools.SQL" }),
  ];
}
