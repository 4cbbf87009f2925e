import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf } from './content-type.js';

/** A file that has come whole and waits for its place. */
export interface SpooledFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly contentType: string;
}

/** Writes what comes into the folder, counting and hashing on the way, and looks what it is; `use` may read it until it ends. */
export async function spooled<T>(dir: string, body: Readable, use: (file: SpooledFile) => Promise<T>): Promise<T> {
  const folder = path.join(dir, 'incoming');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    const { size } = await stat(file);
    return await use({ path: file, size, sha256: hash.digest('hex'), contentType: await contentTypeOf(file) });
  } finally {
    await rm(file, { force: true });
  }
}
