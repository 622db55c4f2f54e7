/** Which fields of a CSV node hold its children. */

export const visitorKeys = { CSVDocument: ["header", "rows"], CSVHeader: ["cells"], CSVRow: ["cells"], CSVCell: [] };
