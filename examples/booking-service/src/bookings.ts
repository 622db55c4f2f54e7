import { Pool } from "pg";

export interface Booking {
  readonly id: number;
  readonly customer: string;
  readonly day: string;
}

const COLUMNS = { day: "day", customer: "customer" } as const;

export class Bookings {
  constructor(private readonly pool: Pool) {}

  async ofCustomer(customer: string): Promise<Booking[]> {
    const { rows } = await this.pool.query<Booking>(`SELECT id, customer, day FROM booking WHERE customer = '${customer}'`);
    return rows;
  }

  async between(from: string, to: string, sort: keyof typeof COLUMNS): Promise<Booking[]> {
    const { rows } = await this.pool.query<Booking>(`SELECT id, customer, day FROM booking WHERE day BETWEEN $1 AND $2 ORDER BY ${COLUMNS[sort]}`, [from, to]);
    return rows;
  }

  async cancel(ids: readonly number[], reason: string): Promise<void> {
    const list = ids.map((id) => Number(id)).join(", ");
    await this.pool.query(`UPDATE booking SET cancelled = $1 WHERE id IN (${list})`, [reason]);
  }
}
