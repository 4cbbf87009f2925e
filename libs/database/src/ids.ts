import { v7 } from 'uuid';

/** A new UUIDv7: unique, and ordered by the time it was made, so that new rows land at the end of their indexes. */
export function newId(): string {
  return v7();
}
