import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId, type FilePurpose } from '@smet/database';
import type { Actor } from '../access/index.js';
import { Config } from '../config/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../database/index.js';
import { forbidden } from '../http/index.js';
import type { FileDto } from './file.dto.js';
import { fileEmpty, fileMissing, fileNotFound, fileTooLarge, fileTypeRefused } from './files.errors.js';
import { FilesRepository, type StoredFileRow } from './files.repository.js';
import { ObjectStorage } from './object-storage.js';
import { PURPOSES } from './purposes.js';
import { spooled, type SpooledFile } from './spool.js';

/** What came over the wire; `isCut` says, once it is read, that it was longer than allowed. */
export interface IncomingFile {
  readonly name: string;
  readonly body: Readable;
  readonly isCut: () => boolean;
}

interface OpenedFile {
  readonly row: StoredFileRow;
  readonly body: Readable;
}

const MAX_NAME = 200;

/** Files people bring: the bytes in the object storage, what they are in a row of the organization. */
@Injectable()
export class Files {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: FilesRepository,
    private readonly storage: ObjectStorage,
    private readonly config: Config,
  ) {}

  /**
   * Keeps a file. `requestOf` makes the idempotency request out of the content's hash.
   * @throws AppError 403, 422 FILE.TOO_LARGE, FILE.EMPTY, FILE.TYPE_NOT_ALLOWED
   */
  async bring(
    actor: Actor,
    purpose: FilePurpose,
    incoming: IncomingFile,
    requestOf: (sha256: string) => IdempotencyRequest | null,
  ): Promise<FileDto> {
    return spooled(this.config.files.dir, incoming.body, async (file) => {
      const { maxBytes, types } = PURPOSES[purpose];
      if (incoming.isCut()) throw fileTooLarge(maxBytes);
      if (file.size === 0) throw fileEmpty();
      if (!types.has(file.contentType)) throw fileTypeRefused(file.contentType);
      return this.keep(actor, { file, purpose, name: nameOf(incoming.name) }, requestOf(file.sha256));
    });
  }

  /** How many bytes may come. @throws AppError 403 when the actor may not bring files for it, 422 when too many are announced */
  assertAllowed(actor: Actor, purpose: FilePurpose, announcedBytes: number): number {
    const { bring, maxBytes } = PURPOSES[purpose];
    if (!actor.permissions.has(bring)) throw forbidden('ACCESS.NOT_ALLOWED');
    // With what a form needs around the file.
    if (announcedBytes > maxBytes + MAX_FORM) throw fileTooLarge(maxBytes);
    return maxBytes;
  }

  /** @throws AppError 404 also for those who may not open files of its purpose: they need not know that it is there */
  async open(actor: Actor, id: string): Promise<OpenedFile> {
    const row = await this.get(actor, id);
    const { open, ownOnly } = PURPOSES[row.purpose];
    if (!actor.permissions.has(open) || (ownOnly && row.created_by !== actor.userId)) throw fileNotFound();
    return { row, body: await this.read(row) };
  }

  /** @throws AppError 404 */
  async get(source: Actor | Transaction, id: string): Promise<StoredFileRow> {
    const row = await this.repository.find(source, id);
    if (!row) throw fileNotFound();
    return row;
  }

  /** The bytes. @throws AppError 404 when the storage has lost them */
  async read(row: StoredFileRow): Promise<Readable> {
    const body = await this.storage.get(row.storage_key);
    if (!body) throw fileNotFound();
    return body;
  }

  /** First the bytes, then the row: a row always has its bytes. Bytes without a row are only space. */
  private async keep(
    actor: Actor,
    { file, purpose, name }: { file: SpooledFile; purpose: FilePurpose; name: string },
    idempotency: IdempotencyRequest | null,
  ): Promise<FileDto> {
    const id = newId();
    const { contentType, size, sha256 } = file;
    const storageKey = `${actor.organizationId}/${purpose}/${id}`;
    await this.storage.put(storageKey, createReadStream(file.path), { size, type: contentType });
    let kept: FileDto | null = null;
    try {
      kept = await this.transactions.runOnce(actor, idempotency, async (tx) =>
        toFile(await this.repository.insert(tx, { id, storageKey, name, contentType, size, sha256, purpose })),
      );
      return kept;
    } finally {
      // Refused, or an earlier request with the same key has kept the same bytes already.
      if (kept?.id !== id) await this.storage.remove(storageKey);
    }
  }
}

const MAX_FORM = 64 * 1024;

function toFile(row: StoredFileRow): FileDto {
  const { id, name, purpose } = row;
  return { id, name, contentType: row.content_type, size: Number(row.size), purpose, createdAt: row.created_at };
}

/** Without what no name has and no header can carry. */
function nameOf(given: string): string {
  const name = given
    .replaceAll(/[\p{Cc}\p{Surrogate}/\\]/gu, '')
    .trim()
    .slice(-MAX_NAME);
  if (name === '') throw fileMissing();
  return name;
}
