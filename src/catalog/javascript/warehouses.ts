/** Drivers of SQL Server, Oracle, HANA and the warehouses. */

import * as D from "../drivers.ts";
import { framework, name, rows, sink, type TextAt, type ValuesAt } from "../schema.ts";

const FIRST: readonly TextAt[] = [{ position: 0 }];
const SECOND: ValuesAt = { kind: "argument", position: 1 };

export const mssql = framework({
  name: "mssql, tedious", language: "javascript", see: "https://github.com/tediousjs/node-mssql#sql-injection",
  rows: [
    name("mssql", ["mssql/msnodesqlv8", "mssql.default"]),
    name("mssql.**", ["mssql/msnodesqlv8.**"]),
    name("mssql:pool", ["mssql.connect()", "mssql.ConnectionPool()", "mssql:pool.connect()", "mssql.Transaction()", "mssql:pool.transaction()"]),
    name("mssql:request", ["mssql:pool.request()", "mssql.Request()", "mssql:request.input()", "mssql:request.output()"]),
    sink(["mssql:request.query", "mssql:request.batch"], { scope: "statement", text: FIRST, values: { kind: "input", call: "input" }, driver: D.MSSQL_REQUEST }),
    sink(["mssql:pool.query", "mssql:pool.batch", "mssql.query", "mssql.batch"], { scope: "statement", text: FIRST, values: null, driver: D.MSSQL }),
    sink(["mssql:pool", "mssql:request", "mssql"].flatMap((one) => [`${one}.query\`\``, `${one}.batch\`\``]), { scope: "statement", text: FIRST, values: null, driver: D.MSSQL, isTag: "binds", see: "https://github.com/tediousjs/node-mssql#es6-tagged-template-literals" }),
    sink(["mssql.PreparedStatement().prepare"], { scope: "statement", text: FIRST, values: null, driver: D.MSSQL_REQUEST, see: "https://github.com/tediousjs/node-mssql#prepared-statement" }),
    rows("call", ["mssql:request.query().recordset", "mssql:pool.query().recordset", "mssql.query().recordset"]),
    sink(["tedious.Request()", "tedious.Request"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://tediousjs.github.io/tedious/parameters.html" }),
  ],
});

export const oracledb = framework({
  name: "oracledb", language: "javascript", see: "https://node-oracledb.readthedocs.io/en/latest/user_guide/bind.html",
  rows: [
    name("oracledb:pool", ["oracledb.createPool()", "oracledb.getPool()", "oracledb.Pool()", "oracledb.createPool(#1)"]),
    name("oracledb:client", ["oracledb.getConnection()", "oracledb.getConnection(#1)", "oracledb:pool.getConnection()", "oracledb:pool.getConnection(#1)", "oracledb.Connection()"]),
    sink(["oracledb:client.execute", "oracledb:client.queryStream"], { scope: "statement", text: FIRST, values: SECOND, driver: D.ORACLE }),
    sink(["oracledb:client.executeMany"], { scope: "statement", text: FIRST, values: null, driver: D.ORACLE }),
    rows("call", ["oracledb:client.execute().rows"]),
  ],
});

const DUCKDB = "https://duckdb.org/docs/stable/clients/node_neo/overview";

export const duckdb = framework({
  name: "DuckDB", language: "javascript", see: DUCKDB,
  rows: [
    name("duckdb:client", ["@duckdb/node-api.DuckDBConnection.create()", "@duckdb/node-api.DuckDBConnection()", "@duckdb/node-api.DuckDBInstance.create().connect()", "@duckdb/node-api.DuckDBInstance().connect()"]),
    sink(["run", "runAndRead", "runAndReadAll", "stream", "streamAndRead", "streamAndReadAll", "start"].map((one) => `duckdb:client.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.DUCKDB }),
    sink(["duckdb:client.runAndReadUntil", "duckdb:client.streamAndReadUntil"], { scope: "statement", text: FIRST, values: { kind: "argument", position: 2 }, driver: D.DUCKDB }),
    sink(["duckdb:client.prepare", "duckdb:client.extractStatements"], { scope: "statement", text: FIRST, values: null, driver: D.DUCKDB }),
    name("duckdb:old", ["duckdb.Database()", "duckdb:old.connect()"], { see: "https://duckdb.org/docs/stable/clients/nodejs/overview" }),
    sink(["all", "each", "run", "exec", "prepare", "stream"].map((one) => `duckdb:old.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.DUCKDB, see: "https://duckdb.org/docs/stable/clients/nodejs/overview" }),
  ],
});

const BINDS: ValuesAt = { kind: "property", position: 0, name: "binds", before: "sqlText" };

export const warehouses = framework({
  name: "warehouses and their kin", language: "javascript", see: "https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-execute",
  rows: [
    name("snowflake:client", ["snowflake-sdk.createConnection()", "snowflake-sdk.createPool().use(#0)"]),
    sink(["snowflake:client.execute"], { scope: "statement", text: [{ position: 0, property: "sqlText" }], values: BINDS, driver: D.SNOWFLAKE }),
    name("bigquery:client", ["@google-cloud/bigquery.BigQuery()", "bigquery:client.dataset()"], { see: "https://cloud.google.com/bigquery/docs/parameterized-queries" }),
    sink(["query", "createQueryJob", "createQueryStream"].map((one) => `bigquery:client.${one}`), {
      scope: "statement", text: [{ position: 0 }, { position: 0, property: "query" }], values: null, objectValues: { kind: "property", position: 0, name: "params", before: "query" }, driver: D.BIGQUERY, see: "https://cloud.google.com/bigquery/docs/parameterized-queries",
    }),
    rows("call", ["bigquery:client.query()"], { see: "https://cloud.google.com/nodejs/docs/reference/bigquery/latest" }),
    name("clickhouse:client", ["@clickhouse/client.createClient()", "@clickhouse/client-web.createClient()"], { see: "https://clickhouse.com/docs/integrations/javascript" }),
    sink(["clickhouse:client.query", "clickhouse:client.command", "clickhouse:client.exec"], { scope: "statement", text: [{ position: 0, property: "query" }], values: null, driver: D.UNKNOWN, see: "https://clickhouse.com/docs/integrations/javascript#queries-with-parameters" }),
    name("cassandra:client", ["cassandra-driver.Client()"], { see: "https://docs.datastax.com/en/developer/nodejs-driver/latest/" }),
    sink(["execute", "eachRow", "stream"].map((one) => `cassandra:client.${one}`), { scope: "statement", text: FIRST, values: SECOND, driver: D.POSITIONAL, see: "https://docs.datastax.com/en/developer/nodejs-driver/latest/" }),
    rows("call", ["cassandra:client.execute().rows"], { see: "https://docs.datastax.com/en/developer/nodejs-driver/latest/" }),
    name("hana:client", ["@sap/hana-client.createConnection()", "hdb.createClient()"], { see: "https://help.sap.com/docs/SAP_HANA_CLIENT" }),
    sink(["exec", "execute", "prepare"].map((one) => `hana:client.${one}`), { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://help.sap.com/docs/SAP_HANA_CLIENT" }),
    sink(["@databricks/sql.DBSQLClient().openSession().executeStatement"], { scope: "statement", text: FIRST, values: null, driver: D.UNKNOWN, see: "https://docs.databricks.com/en/dev-tools/nodejs-sql-driver.html" }),
    sink(["@aws-sdk/client-rds-data.ExecuteStatementCommand", "@aws-sdk/client-rds-data.ExecuteStatementCommand()"], { scope: "statement", text: [{ position: 0, property: "sql" }], values: null, driver: D.UNKNOWN, see: "https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html" }),
  ],
});
