import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { EstimateVersions } from '../estimates/index.js';
import { notAccepted, notIssued, roomNotFound, variantNotFound } from './documents.errors.js';
import { DocumentPrinter } from './pdf/document-printer.js';
import type { PrintJob } from './pdf/print.js';
import { documentSource } from './views/read-source.js';
import {
  shownVariantId,
  VariantMissingError,
  type DocumentContext,
  type DocumentSource,
} from './views/document-source.js';

/** Which version of which estimate, and what of it is to be printed. */
export interface DocumentRequest extends Pick<PrintJob, 'document' | 'variantId' | 'binding' | 'roomId' | 'mirrored'> {
  readonly estimateId: string;
  readonly number: number;
}

/** Documents of the versions of estimates. */
@Injectable()
export class Documents {
  constructor(
    private readonly estimates: EstimateVersions,
    private readonly printer: DocumentPrinter,
  ) {}

  /**
   * What a document is printed from, as the actor may see it: ready to be printed, or to be told apart from another.
   * @throws AppError 404 ESTIMATE.NOT_FOUND, ESTIMATE.VARIANT_NOT_FOUND, ESTIMATE.ROOM_NOT_FOUND;
   * 409 DOCUMENT.NOT_ISSUED, DOCUMENT.NOT_ACCEPTED
   */
  async prepare(actor: Actor, { estimateId, number, ...asked }: DocumentRequest): Promise<PrintJob> {
    const { source, context } = await this.read(actor, estimateId, number);
    if (asked.roomId !== undefined && !source.draft.rooms.some(({ id }) => id === asked.roomId)) throw roomNotFound();
    const variantId = variantOf(source, asked.variantId);
    assertAgreed(source, asked.document, variantId);
    return { ...asked, source, context, variantId, withPay: actor.permissions.has('pay:read') };
  }

  /**
   * A version with whose documents it is: what views are composed from.
   * @throws AppError 404 ESTIMATE.NOT_FOUND
   */
  async read(
    actor: Actor,
    estimateId: string,
    number: number,
  ): Promise<{ source: DocumentSource; context: DocumentContext }> {
    const source = documentSource(await this.estimates.show(actor, { estimateId, number }));
    const { company, timezone } = await this.estimates.presented(actor, { estimateId, number });
    return { source, context: { company, timezone } };
  }

  /** @throws AppError 503 DOCUMENT.PRINTER_BUSY, DOCUMENT.TOO_LONG */
  print(job: PrintJob): Promise<Uint8Array> {
    return this.printer.print(job);
  }
}

/** A contract of what nobody accepted yet is printed as a draft; an act of it would be about nothing. */
function assertAgreed({ status, acceptance }: DocumentSource, document: PrintJob['document'], variantId: string): void {
  if (document !== 'contract' && document !== 'act') return;
  if (status !== 'issued') throw notIssued();
  if (document === 'act' && acceptance?.variantId !== variantId) throw notAccepted();
}

function variantOf(source: DocumentSource, asked: string | undefined): string {
  try {
    return shownVariantId(source, asked);
  } catch (error) {
    throw error instanceof VariantMissingError ? variantNotFound() : error;
  }
}
