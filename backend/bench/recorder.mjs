// Writes down the SQL that the real API sends for a flow, so that the bare handler can do the very same.
import pg from 'pg';

/**
 * @typedef {{ text: string, name?: string, values?: unknown[], rowCount?: number | null }} Statement
 * @typedef {{ pipelined: boolean, statements: Statement[] }} RecordedTransaction
 */

const isBegin = (text) => /^(begin|start transaction)/i.test(text);
const isEnd = (text) => /^(commit|rollback)/i.test(text);

/** Collects the transactions of every pg client in this process while `flow` runs. */
export async function record(flow) {
  /** @type {RecordedTransaction[]} */
  const transactions = [];
  const open = new Map();
  const rowCounts = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(config, values, callback) {
    const statement = statementOf(config, values);
    if (isBegin(statement.text)) open.set(this, { pipelined: this.pipeline, statements: [] });
    const transaction = open.get(this);
    transaction?.statements.push(statement);
    if (transaction && isEnd(statement.text)) {
      transactions.push(transaction);
      open.delete(this);
    }
    const answer = original.call(this, config, values, callback);
    rowCounts.push(countRows(statement, answer));
    return answer;
  };
  try {
    await flow();
    await Promise.all(rowCounts);
  } finally {
    pg.Client.prototype.query = original;
  }
  return transactions;
}

/** @returns {Statement} */
function statementOf(config, values) {
  if (typeof config === 'string') return { text: config, values: plain(values) };
  return { text: config.text, name: config.name, values: plain(config.values ?? values) };
}

/** How many rows a statement touched, so that the replay can prove that it does as much. */
async function countRows(statement, answer) {
  const result = await answer;
  statement.rowCount = result?.rowCount;
}

/** Values as JSON keeps them: a date as its text, bytes are not part of these flows. */
const plain = (values) => values?.map((value) => (value instanceof Date ? value.toISOString() : value));
