// Writes down the SQL that the real API sends for a flow, so that the bare handler can do the very same.
import pg from 'pg';

/**
 * @typedef {{ text: string, name?: string, values?: unknown[] }} Statement
 * @typedef {{ pipelined: boolean, statements: Statement[] }} RecordedTransaction
 */

const isBegin = (text) => /^(begin|start transaction)/i.test(text);
const isEnd = (text) => /^(commit|rollback)/i.test(text);

/** Collects the transactions of every pg client in this process while `flow` runs. */
export async function record(flow) {
  /** @type {RecordedTransaction[]} */
  const transactions = [];
  const open = new Map();
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(config, values, callback) {
    const text = typeof config === 'string' ? config : config?.text;
    if (typeof text === 'string') {
      const statement = {
        text,
        name: config.name,
        values: plain(config.values ?? (Array.isArray(values) ? values : undefined)),
      };
      if (isBegin(text)) open.set(this, { pipelined: this.pipeline, statements: [] });
      const transaction = open.get(this);
      transaction?.statements.push(statement);
      if (transaction && isEnd(text)) {
        transactions.push(transaction);
        open.delete(this);
      }
    }
    return original.call(this, config, values, callback);
  };
  try {
    await flow();
  } finally {
    pg.Client.prototype.query = original;
  }
  return transactions;
}

/** Values as JSON keeps them: a date as its text, bytes are not part of these flows. */
const plain = (values) => values?.map((value) => (value instanceof Date ? value.toISOString() : value));
