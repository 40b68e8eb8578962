import type pg from "pg";

/**
 * A statement that PostgreSQL keeps under a name. The driver copies what a statement has of its own each time, property
 * by property; what it inherits is only read.
 */
export const named = (name: string, text: string): pg.QueryConfig => Object.create({ name, text }) as pg.QueryConfig;
