import type { TDocumentDefinitions } from './pdf-types.js';
import { writeCuttingDxf } from '../dxf/write-cutting-dxf.js';
import { actView, contractView, type EstimateBinding } from '../views/contract-view.js';
import { cuttingView } from '../views/cutting-view.js';
import { shownVariantId, type DocumentContext, type DocumentSource } from '../views/document-source.js';
import { installerView } from '../views/installer-view.js';
import { proposalView } from '../views/proposal-view.js';
import { CUTTING_WORDS } from '../words/cutting-words.js';
import { roomPictures, type RoomPictures } from './drawings.js';
import { pdfLibrary } from './fonts.js';
import { actDocument } from './templates/act.js';
import { contractDocument } from './templates/contract.js';
import { cuttingDocument } from './templates/cutting-sheet.js';
import { installerDocument } from './templates/installer-sheet.js';
import { proposalDocument } from './templates/proposal.js';

export const DOCUMENTS = ['proposal', 'contract', 'act', 'installer-sheet', 'cutting-sheet', 'cutting-dxf'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** A document to print: plain data, so that it can be sent to a thread. */
export interface PrintJob {
  document: DocumentName;
  source: DocumentSource;
  context: DocumentContext;
  /** The accepted or the current one when absent. */
  variantId?: string | undefined;
  /** Of a proposal: where the client opens it. */
  linkUrl?: string | undefined;
  /** Of a contract; firm when absent. */
  binding?: EstimateBinding | undefined;
  /** Of an installer's sheet: whether its reader may see what the crew earns. */
  withPay?: boolean | undefined;
  /** Of a cutting sheet: one room instead of all, and which way up; its face up when absent. */
  roomId?: string | undefined;
  mirrored?: boolean | undefined;
}

/** Pixels of a room's drawing; it is printed three quarters as large. */
const ROOM_PICTURE = { width: 340, height: 265 };

/**
 * Composes a document and prints it: bytes of a PDF, or of a DXF file as UTF-8.
 * @throws VariantMissingError, UnknownCurrencyError
 */
export async function print(job: PrintJob): Promise<Uint8Array> {
  if (job.document === 'cutting-dxf') return dxfOf(job);
  return pdfLibrary().createPdf(DEFINITIONS[job.document](job)).getBuffer();
}

const DEFINITIONS: Readonly<Record<Exclude<DocumentName, 'cutting-dxf'>, (job: PrintJob) => TDocumentDefinitions>> = {
  proposal: (job) => {
    const view = proposalView(job.source, job.context, job.variantId);
    return proposalDocument(view, { pictures: picturesOf(job), linkUrl: job.linkUrl ?? null });
  },
  contract: ({ source, context, variantId, binding }) =>
    contractDocument(contractView(source, context, { variantId, binding })),
  act: ({ source, context, variantId }) => actDocument(actView(source, context, variantId)),
  'installer-sheet': (job) => {
    const { source, context, variantId, withPay = false } = job;
    return installerDocument(installerView(source, context, { variantId, withPay }), picturesOf(job));
  },
  'cutting-sheet': (job) => cuttingDocument(cuttingOf(job)),
};

function picturesOf({ source, variantId }: PrintJob): Map<string, RoomPictures> {
  return roomPictures(source, shownVariantId(source, variantId), ROOM_PICTURE);
}

function cuttingOf({ source, context, variantId, roomId, mirrored = true }: PrintJob) {
  return cuttingView(source, context, { variantId, roomId, mirrored });
}

function dxfOf(job: PrintJob): Uint8Array {
  const { head, sheets } = cuttingOf(job);
  const written = sheets.map(({ name, film, sheet }) => ({
    sheet,
    heading: [`Заказ ${head.orderNumber}, смета ${head.number}${head.isDraft ? ', черновик' : ''}`, name, film],
  }));
  return new TextEncoder().encode(writeCuttingDxf(written, CUTTING_WORDS));
}
