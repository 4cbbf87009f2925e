import { Injectable } from '@nestjs/common';
import type { FilePurpose } from '@smet/database';
import type { Actor } from '../access/index.js';
import { isoText, managerOf, Transactions, type Transaction } from '../database/index.js';

export interface StoredFileRow {
  readonly id: string;
  readonly storage_key: string;
  readonly name: string;
  readonly content_type: string;
  /** bigint as text. */
  readonly size: string;
  readonly purpose: FilePurpose;
  readonly created_by: string;
  readonly created_at: string;
}

export interface NewFile {
  readonly id: string;
  readonly storageKey: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly purpose: FilePurpose;
}

const COLUMNS = `id, storage_key, name, content_type, size, purpose, created_by, ${isoText('created_at')} as created_at`;

@Injectable()
export class FilesRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(tx: Transaction, file: NewFile): Promise<StoredFileRow> {
    const [row] = await managerOf(tx).query<StoredFileRow[]>(
      `insert into files (id, organization_id, storage_key, name, content_type, size, sha256, purpose, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      [
        file.id,
        tx.actor.organizationId,
        file.storageKey,
        file.name,
        file.contentType,
        file.size,
        file.sha256,
        file.purpose,
        tx.actor.userId,
      ],
    );
    if (!row) throw new Error('the row of the file was not written');
    return row;
  }

  async find(source: Actor | Transaction, id: string): Promise<StoredFileRow | null> {
    const sql = `select ${COLUMNS} from files where id = $1 and deleted_at is null`;
    const [row] = await this.transactions.query<StoredFileRow>(source, sql, [id]);
    return row ?? null;
  }
}
