import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { LocalStorage } from './local-storage.js';
import type { ObjectStorage } from './object-storage.js';
import { S3Storage } from './s3-storage.js';

let folder: string;
let server: S3rver;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smet-storage-'));
  const directory = path.join(folder, 'buckets');
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'smet' }] });
  ({ port } = await server.run());
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const KEY = '019aa000-0000-7000-8000-000000000000/import/019aa000-0000-7000-8000-000000000001';
const bucketNamed = (bucket: string) =>
  new S3Storage({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  });

const STORAGES: readonly [string, () => ObjectStorage][] = [
  ['a folder', () => new LocalStorage(path.join(folder, 'files'))],
  ['a bucket of an S3 server', () => bucketNamed('smet')],
];

describe.each(STORAGES)('%s', (_name, make) => {
  const put = (storage: ObjectStorage, bytes: Buffer, size = bytes.length) =>
    storage.put(KEY, Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), { size, type: 'text/plain' });
  const get = async (storage: ObjectStorage) => {
    const body = await storage.get(KEY);
    return body && buffer(body);
  };

  it('gives back what was put, the last of it, until it is removed', async () => {
    const storage = make();
    const large = Buffer.alloc(3_000_000, 'смета');
    expect(await storage.get(KEY)).toBeNull();
    await put(storage, Buffer.from('an earlier one'));
    await put(storage, large);
    expect((await get(storage))?.equals(large)).toBe(true);
    await storage.remove(KEY);
    await storage.remove(KEY);
    expect(await storage.get(KEY)).toBeNull();
  });

  it('fails when its source does', async () => {
    const storage = make();
    const broken = new Readable({
      read() {
        this.push('half');
        this.destroy(new Error('the sender left'));
      },
    });
    await expect(storage.put(KEY, broken, { size: 8, type: 'text/plain' })).rejects.toThrow();
    // What a bucket makes of half a request is up to its server; ours leaves nothing.
    await storage.remove(KEY);
    expect(await storage.get(KEY)).toBeNull();
  });
});

it('a folder has no way out of it and nothing half-written in it', async () => {
  const storage = new LocalStorage(path.join(folder, 'files'));
  await expect(storage.get('../secret')).rejects.toThrow('not a key');
  const left = await readdir(path.join(folder, 'files'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
});

it('a bucket says in its own word why it refused', async () => {
  await expect(
    bucketNamed('other').put(KEY, Readable.from(['a']), { size: 1, type: 'text/plain' }),
  ).rejects.toMatchObject({ name: 'S3Failure', code: 'NoSuchBucket' });
});
