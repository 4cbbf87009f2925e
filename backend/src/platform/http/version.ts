/** The greatest version a row can have: the column is a PostgreSQL integer. */
export const MAX_VERSION = 2_147_483_647;
