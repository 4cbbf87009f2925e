import { v7 as uuidv7 } from 'uuid';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

const madeAt = (uuid) => parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);

/**
 * @typedef {object} Recording
 * @property {number} since ids made later than this moment (ms) belong to the flow and are replaced by fresh ones
 * @property {number} [orderNumber] the number the recorded order got
 * @property {import('./recorder.mjs').RecordedTransaction[]} transactions
 */

/**
 * Does a recorded flow again as a hand-written handler would: the same statements in the same transactions.
 * @param {{ plain: import('pg').Pool, pipelined: import('pg').Pool }} pools of the application role
 * @param {Recording} recording
 * @param {{ version?: number }} [now] the estimate's version, which a recording cannot know
 * @returns {Promise<unknown[]>} the rows of the last statement that had any
 */
export async function replay(pools, recording, now = {}) {
  const context = { fresh: new Map(), recording, now, orderNumber: undefined };
  let rows = [];
  for (const transaction of recording.transactions) {
    const client = await (transaction.pipelined ? pools.pipelined : pools.plain).connect();
    try {
      rows =
        (transaction.pipelined
          ? await sendAtOnce(client, transaction, context)
          : await sendInTurn(client, transaction, context)) ?? rows;
    } finally {
      client.release();
    }
  }
  return rows;
}

async function sendAtOnce(client, { statements }, context) {
  const results = await Promise.all(statements.map((statement) => send(client, statement, context)));
  return results.findLast((result) => result.rows.length > 0)?.rows;
}

async function sendInTurn(client, { statements }, context) {
  let rows;
  for (const statement of statements) {
    const result = await send(client, statement, context);
    if (statement.text.includes('last_order_number + 1')) context.orderNumber = result.rows[0].number;
    if (result.rows.length > 0) rows = result.rows;
  }
  return rows;
}

/** A statement that touches fewer or more rows than the recorded one would compare two different pieces of work. */
async function send(client, statement, context) {
  const result = await client.query(prepared(statement, context));
  if (result.rowCount !== statement.rowCount) {
    throw new Error(`${result.rowCount} rows instead of ${statement.rowCount}: ${statement.text}`);
  }
  return result;
}

function prepared({ text, name, values }, context) {
  const { recording, now } = context;
  const isVersionCheck = /^\s*update estimates set/.test(text);
  const substitute = (value) => {
    if (Array.isArray(value)) return value.map(substitute);
    if (typeof value === 'string') return value.replace(UUID, (uuid) => freshId(uuid, context));
    if (recording.orderNumber !== undefined && value === recording.orderNumber) return context.orderNumber;
    if (isVersionCheck && typeof value === 'number' && now.version !== undefined) return now.version;
    return value;
  };
  return { text, name, values: values?.map(substitute) };
}

function freshId(uuid, { fresh, recording }) {
  if (madeAt(uuid) < recording.since) return uuid;
  if (!fresh.has(uuid)) fresh.set(uuid, uuidv7());
  return fresh.get(uuid);
}
