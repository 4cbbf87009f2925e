import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectStorage } from './object-storage.js';

/** What can be a part of a path: no dots, so no way out of the folder. */
const PART = /^[\w-]+$/;

/** Files in a folder. A file appears under its name by a rename, after its bytes have reached the disk. */
export class LocalStorage extends ObjectStorage {
  constructor(private readonly dir: string) {
    super();
  }

  async put(key: string, body: Readable, { size }: { readonly size: number }): Promise<void> {
    const file = this.pathOf(key);
    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true });
    const unfinished = `${file}.${randomUUID()}`;
    try {
      await pipeline(body, createWriteStream(unfinished, { flags: 'wx', flush: true, mode: 0o600 }));
      const written = (await stat(unfinished)).size;
      if (written !== size) throw new Error(`${written} bytes came instead of ${size}`);
      await rename(unfinished, file);
      await syncFolder(folder);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async get(key: string): Promise<Readable | null> {
    try {
      const handle = await open(this.pathOf(key), 'r');
      return createReadStream('', { fd: handle, autoClose: true });
    } catch (error) {
      if (Reflect.get(Object(error), 'code') === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    const parts = key.split('/');
    if (!parts.every((part) => PART.test(part))) throw new Error('not a key of the storage');
    return path.join(this.dir, ...parts);
  }
}

/** The name is safe only when the folder that holds it is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
