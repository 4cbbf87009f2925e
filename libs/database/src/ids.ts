import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
const POOL_IDS = 512;
/** Half of the numbers within a millisecond stay free above the first one. */
const FIRST_NUMBER = 0x7fff_ffff;

// Random bytes fetched for many ids at once: asked for one by one they were most of the time of making an id.
const pool = Buffer.alloc(ID_BYTES * POOL_IDS);
let used = pool.length;
let latest = { msecs: 0, seq: 0 };

/** A new UUIDv7: unique, and ordered by the time it was made, so that new rows land at the end of their indexes. */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  const isLater = now > latest.msecs;
  latest = isLater
    ? { msecs: now, seq: random.readUInt32BE(0) & FIRST_NUMBER }
    : { msecs: latest.msecs, seq: latest.seq + 1 };
  return v7({ random, ...latest });
}

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  // A copy: the number is written into what is given.
  return Buffer.from(pool.subarray(used - ID_BYTES, used));
}
