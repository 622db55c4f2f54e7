import express from "express";
import { Pool } from "pg";
import { Bookings } from "./bookings.ts";

const app = express();
const pool = new Pool();
const bookings = new Bookings(pool);

app.get("/bookings", async (request, response) => {
  response.json(await bookings.ofCustomer(String(request.query.customer)));
});

app.get("/report", async (request, response) => {
  const group = request.query.by ?? "day";
  const { rows } = await pool.query("SELECT " + group + ", count(*) FROM booking GROUP BY 1");
  response.json(rows);
});

app.get("/bookings/:id", async (request, response) => {
  const { rows } = await pool.query("SELECT id, customer, day FROM booking WHERE id = $1", [request.params.id]);
  response.json(rows[0] ?? null);
});

app.listen(8080);
