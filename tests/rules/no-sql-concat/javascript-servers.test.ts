/** Edits for SQL Server, Oracle and the warehouses. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  javascript: {
    invalid: [
      {
        name: "mssql: a request in a variable",
        code: code`
          import sql from "mssql";
          export async function f(a) {
            const pool = await sql.connect("Server=db");
            const request = pool.request();
            return request.query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          }
        `,
        output: code`
          import sql from "mssql";
          export async function f(a) {
            const pool = await sql.connect("Server=db");
            const request = pool.request();
            return request.input("p1", a).query("SELECT 1 FROM t WHERE a = @p1");
          }
        `,
      },
      {
        name: "mssql: a request that is made for the call",
        code: code`
          const sql = require("mssql");
          exports.f = (a) => new sql.Request().query("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const sql = require("mssql");
          exports.f = (a) => new sql.Request().input("p1", a).query("SELECT 1 FROM t WHERE a = @p1");
        `,
      },
      {
        name: "mssql: the name that is free",
        code: code`
          import sql from "mssql";
          const pool = new sql.ConnectionPool({});
          export const f = (a, b) => pool.request().input("p1", sql.Int, b).query("SELECT 1 FROM t WHERE a = '" + a + "' AND b = @p1");
                                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import sql from "mssql";
          const pool = new sql.ConnectionPool({});
          export const f = (a, b) => pool.request().input("p1", sql.Int, b).input("p2", a).query("SELECT 1 FROM t WHERE a = @p2 AND b = @p1");
        `,
      },
      {
        name: "mssql: one input for each value",
        code: [
          'import sql from "mssql";',
          "const pool = new sql.ConnectionPool({});",
          "export const f = (a, b) => pool.request().query(`SELECT 1 FROM t WHERE a = '${a}' AND b LIKE '${b}%'`);",
          '                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import sql from "mssql";',
          "const pool = new sql.ConnectionPool({});",
          'export const f = (a, b) => pool.request().input("p1", a).input("p2", `${b}%`).query(`SELECT 1 FROM t WHERE a = @p1 AND b LIKE @p2`);',
          "",
        ].join("\n"),
      },
      {
        name: "mssql: a prefix before the literal: explained only",
        code: code`
          import sql from "mssql";
          const pool = new sql.ConnectionPool({});
          export const f = (a) => pool.request().query("SELECT 1 FROM t WHERE a = N'" + a + "'");
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "mssql: the quotes around a tag's hole",
        code: [
          'import sql from "mssql";',
          "export const f = (a) => sql.query`SELECT 1 FROM t WHERE a LIKE '%${a}%'`;",
          '                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        output: [
          'import sql from "mssql";',
          "export const f = (a) => sql.query`SELECT 1 FROM t WHERE a LIKE ${`%${a}%`}`;",
          "",
        ].join("\n"),
      },
      {
        name: "mssql: the call becomes a tag",
        code: [
          'import sql from "mssql";',
          "export const f = (a) => sql.query(`SELECT 1 FROM t WHERE a = ${a}`);",
          '                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "`a`"',
          "",
        ].join("\n"),
        suggestions: [[
          'import sql from "mssql";',
          "export const f = (a) => sql.query`SELECT 1 FROM t WHERE a = ${a}`;",
          "",
        ].join("\n")],
      },
      {
        name: "tedious: explained only",
        code: code`
          import { Request } from "tedious";
          export const f = (connection, a, done) => connection.execSql(new Request("SELECT 1 FROM t WHERE a = '" + a + "'", done));
                                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
      },
      {
        name: "oracledb: the name of the last part",
        code: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (req) => connection.execute("SELECT 1 FROM t WHERE a = '" + req.body.name + "'");
                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "${"`req.body.name`"}" "the request"
        `,
        output: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (req) => connection.execute("SELECT 1 FROM t WHERE a = :name", { name: req.body.name });
        `,
      },
      {
        name: "oracledb: at the end of the object",
        code: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (a, b) => connection.execute("SELECT 1 FROM t WHERE a = '" + a + "' AND b = :b", { b });
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (a, b) => connection.execute("SELECT 1 FROM t WHERE a = :a AND b = :b", { b, a });
        `,
      },
      {
        name: "oracledb: a name that is taken",
        code: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (one, other) => connection.execute("SELECT 1 FROM t WHERE a = '" + one.id + "' AND b = '" + other.id + "'");
                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`one.id`"}"
        `,
        output: code`
          import oracledb from "oracledb";
          const connection = await oracledb.getConnection();
          export const f = (one, other) => connection.execute("SELECT 1 FROM t WHERE a = :id AND b = :id2", { id: one.id, id2: other.id });
        `,
      },
      {
        name: "oracledb: before the callback of a connection by callback",
        code: code`
          const oracledb = require("oracledb");
          exports.f = (a, done) => oracledb.getConnection((error, connection) => connection.execute("SELECT 1 FROM t WHERE a = '" + a + "'", (failure, result) => done(result)));
                                                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          const oracledb = require("oracledb");
          exports.f = (a, done) => oracledb.getConnection((error, connection) => connection.execute("SELECT 1 FROM t WHERE a = :a", { a }, (failure, result) => done(result)));
        `,
      },
      {
        name: "oracledb: a connection of a pool",
        code: code`
          import oracledb from "oracledb";
          const pool = await oracledb.createPool({});
          export const f = async (a) => (await pool.getConnection()).execute("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import oracledb from "oracledb";
          const pool = await oracledb.createPool({});
          export const f = async (a) => (await pool.getConnection()).execute("SELECT 1 FROM t WHERE a = :a", { a });
        `,
      },
      {
        name: "BigQuery: into the object of the query",
        code: code`
          import { BigQuery } from "@google-cloud/bigquery";
          const bigquery = new BigQuery();
          export const f = (a) => bigquery.query({ query: "SELECT 1 FROM t WHERE a = '" + a + "'" });
                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a, b) => bigquery.createQueryJob({ query: "SELECT 1 FROM t WHERE a = '" + a + "' AND b = @b", params: { b } });
                                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { BigQuery } from "@google-cloud/bigquery";
          const bigquery = new BigQuery();
          export const f = (a) => bigquery.query({ query: "SELECT 1 FROM t WHERE a = @a", params: { a } });
          export const g = (a, b) => bigquery.createQueryJob({ query: "SELECT 1 FROM t WHERE a = @a AND b = @b", params: { b, a } });
        `,
      },
      {
        name: "BigQuery: an object that is built before the call: explained only",
        code: code`
          import { BigQuery } from "@google-cloud/bigquery";
          const bigquery = new BigQuery();
          export function f(a) {
            const options = { query: "SELECT 1 FROM t WHERE a = '" + a + "'", location: "EU" };
            return bigquery.query(options);
                                  ~~~~~~~ unknown "${"`a`"}"
          }
        `,
      },
      {
        name: "Snowflake: behind the text, or at its place in the binds",
        code: code`
          import snowflake from "snowflake-sdk";
          const connection = snowflake.createConnection({});
          export const f = (a, complete) => connection.execute({ sqlText: "SELECT 1 FROM t WHERE a = '" + a + "'", complete });
                                                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a, b, complete) => connection.execute({ sqlText: "SELECT 1 FROM t WHERE a = '" + a + "' AND b = ?", binds: [b], complete });
                                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import snowflake from "snowflake-sdk";
          const connection = snowflake.createConnection({});
          export const f = (a, complete) => connection.execute({ sqlText: "SELECT 1 FROM t WHERE a = ?", binds: [a], complete });
          export const g = (a, b, complete) => connection.execute({ sqlText: "SELECT 1 FROM t WHERE a = ? AND b = ?", binds: [a, b], complete });
        `,
      },
      {
        name: "DuckDB: a connection of an instance",
        code: code`
          import { DuckDBInstance } from "@duckdb/node-api";
          const instance = await DuckDBInstance.create(":memory:");
          export const f = async (a) => (await instance.connect()).runAndReadAll("SELECT 1 FROM t WHERE a = '" + a + "'");
                                                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { DuckDBInstance } from "@duckdb/node-api";
          const instance = await DuckDBInstance.create(":memory:");
          export const f = async (a) => (await instance.connect()).runAndReadAll("SELECT 1 FROM t WHERE a = $1", [a]);
        `,
      },
      {
        name: "ClickHouse: its placeholders have types, so explained only",
        code: code`
          import { createClient } from "@clickhouse/client";
          const client = createClient();
          export const f = (a) => client.query({ query: "SELECT 1 FROM t WHERE a = '" + a + "'", format: "JSON" });
                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
          export const g = (a) => client.query({ query: "SELECT 1 FROM t WHERE a = {a: String}", query_params: { a } });
        `,
      },
      {
        name: "Cassandra",
        code: code`
          import { Client } from "cassandra-driver";
          const client = new Client({});
          export const f = (a) => client.execute("SELECT b FROM t WHERE a = '" + a + "'");
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "${"`a`"}"
        `,
        output: code`
          import { Client } from "cassandra-driver";
          const client = new Client({});
          export const f = (a) => client.execute("SELECT b FROM t WHERE a = ?", [a]);
        `,
      },
    ],
  },
});
