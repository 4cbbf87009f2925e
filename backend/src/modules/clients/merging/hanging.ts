/** A reference to a client: rows of `table` whose `column` names them. */
export interface Hanging {
  readonly table: string;
  readonly column: string;
  /** SQL of what makes two rows of one client the same, over an alias; null when each stands for itself. */
  readonly same: ((alias: string) => string) | null;
  /** The column that is true on a row that gives way to its twin; otherwise, and of two such, the loser's does. */
  readonly weaker: string | null;
  /** The column that keeps the order of the rows of one client. */
  readonly order: string | null;
  /** Rows people may take away: those missing when two clients are parted are made again. */
  readonly removable: boolean;
}

const list = (table: string, same: (alias: string) => string): Hanging => ({
  table,
  column: 'client_id',
  same,
  weaker: null,
  order: 'position',
  removable: true,
});
const contacts = { table: 'client_contacts', weaker: null, order: null, removable: true } as const;
const lasting = { same: null, weaker: null, order: null, removable: false } as const;

/**
 * Everything that goes to the winner of a merge and comes back when it is undone. A test compares it with the foreign keys
 * of the database: a new table that names clients fails it until it is told here what becomes of its rows.
 */
export const HANGING: readonly Hanging[] = [
  { ...list('client_phones', (t) => `${t}.number`), weaker: 'shared' },
  list('client_emails', (t) => `lower(${t}.email)`),
  list('client_addresses', (t) => `${t}.text`),
  { ...list('client_tags', (t) => `${t}.tag_id`), order: null },
  { ...contacts, column: 'company_id', same: (t) => `${t}.person_id` },
  { ...contacts, column: 'person_id', same: (t) => `${t}.company_id` },
  { ...lasting, table: 'consents', column: 'client_id' },
  { ...lasting, table: 'orders', column: 'client_id' },
];

/** References that stay with the client they name: where a merged one went, and the record of the merges themselves. */
export const STAYING: readonly string[] = [
  'clients.merged_into_id',
  'client_merges.winner_id',
  'client_merges.loser_id',
];

/** The tables of `HANGING`, each once. */
export const HANGING_TABLES: readonly string[] = [...new Set(HANGING.map(({ table }) => table))];
