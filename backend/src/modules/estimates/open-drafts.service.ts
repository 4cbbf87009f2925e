import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { estimateChanged, estimateIssued, estimateNotFound } from './estimates.errors.js';
import { EstimatesRepository } from './estimates.repository.js';
import type { EstimateHeader, EstimateRooms } from './stored-estimate.js';

/** The state a change is made on. */
@Injectable()
export class OpenDrafts {
  constructor(private readonly repository: EstimatesRepository) {}

  /**
   * The newest version of an estimate that is to be changed.
   * @param version of the estimate, as the one who changes it saw it
   * @throws AppError 404, 409 ESTIMATE.CHANGED when it is another by now, ESTIMATE.ISSUED when it is frozen
   */
  async get(source: Actor | Transaction, id: string, version: number): Promise<EstimateHeader> {
    return assertOpen(await this.repository.findHeader(source, id), version);
  }

  /** The same with its rooms. */
  async getRooms(actor: Actor, id: string, version: number): Promise<EstimateRooms> {
    return assertOpen(await this.repository.findRooms(actor, id), version);
  }
}

/** @throws AppError as `OpenDrafts.get` */
export function assertOpen<R extends EstimateHeader>(row: R | null, version: number): R {
  if (!row) throw estimateNotFound();
  if (row.version !== version) throw estimateChanged(row.version);
  if (row.status !== 'draft') throw estimateIssued(version);
  return row;
}
