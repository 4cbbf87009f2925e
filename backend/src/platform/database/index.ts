export type { IdempotencyRequest } from './idempotency.js';
export { isoText } from './iso-text.js';
export { actorOf, managerOf, type Transaction } from './transaction.js';
export { SystemTables } from './system-tables.js';
export { Transactions } from './transactions.js';
