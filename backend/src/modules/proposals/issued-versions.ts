import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  EstimateVersions,
  RoomDrawingService,
  type DrawingQueryDto,
  type LockedVersionRow,
} from '../estimates/index.js';
import type { ShownVersion } from './page/proposal-view.js';
import type { ProposalPlace } from './proposal-place.repository.js';

export interface Yes {
  readonly variantId: string;
  readonly name: string;
  readonly at: Date;
}

/** What this module asks of the module of estimates. */
@Injectable()
export class IssuedVersions {
  constructor(
    private readonly versions: EstimateVersions,
    private readonly drawings: RoomDrawingService,
  ) {}

  read(actor: Actor, place: ProposalPlace): Promise<ShownVersion> {
    return this.versions.showToClient(actor, place);
  }

  /** What a variant is called and comes to; null where the version has none of that id. */
  variant(
    tx: Transaction,
    place: ProposalPlace,
    variantId: string,
  ): Promise<{ name: string; toPayMinor: number } | null> {
    return this.versions.variant(tx, place, variantId);
  }

  draw(actor: Actor, { estimateId, number }: ProposalPlace, roomId: string, query: DrawingQueryDto): Promise<string> {
    return this.drawings.draw(actor, { estimateId, number, roomId, reader: 'client' }, query);
  }

  /** The order with everything of the estimate: nothing of it is saved, issued or accepted by others from now on. */
  lock(tx: Transaction, place: ProposalPlace): Promise<LockedVersionRow> {
    return this.versions.lock(tx, place);
  }

  /** The order's sum follows. */
  accept(tx: Transaction, version: LockedVersionRow, yes: Yes): Promise<void> {
    return this.versions.accept(tx, version, yes);
  }
}
