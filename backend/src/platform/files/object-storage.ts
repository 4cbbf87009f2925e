import type { Readable } from 'node:stream';

/** Where the bytes of files are. Keys are made by `newStorageKey`, never by people. */
export abstract class ObjectStorage {
  /** Stores `size` bytes; they are there whole or not at all, and stay when the machine loses its power. */
  abstract put(key: string, body: Readable, about: { readonly size: number; readonly type: string }): Promise<void>;
  /** Null where there is no such key. */
  abstract get(key: string): Promise<Readable | null>;
  /** An absent key is fine. */
  abstract remove(key: string): Promise<void>;
}
