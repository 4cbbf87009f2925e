import { createHash } from 'node:crypto';
import type { DocumentName, PrintJob } from './pdf/print.js';

/** What a document is called when it is saved: "Договор 1024-2". */
const NAMES: Readonly<Record<DocumentName, string>> = {
  proposal: 'Коммерческое предложение',
  contract: 'Договор',
  act: 'Акт',
  'installer-sheet': 'Лист монтажника',
  'cutting-sheet': 'Карта раскроя',
  'cutting-dxf': 'Раскрой',
};

/** The same for programs that know no more than ASCII. */
const ASCII_NAMES: Readonly<Record<DocumentName, string>> = {
  proposal: 'proposal',
  contract: 'contract',
  act: 'act',
  'installer-sheet': 'installer-sheet',
  'cutting-sheet': 'cutting-sheet',
  'cutting-dxf': 'cutting',
};

/** Content-Disposition by RFC 6266 and RFC 5987. */
export function dispositionOf({ document, source }: Pick<PrintJob, 'document' | 'source'>): string {
  const number = `${source.order.number}-${source.number}`;
  const extension = document === 'cutting-dxf' ? 'dxf' : 'pdf';
  const kind = document === 'cutting-dxf' ? 'attachment' : 'inline';
  const name = encodeURIComponent(`${NAMES[document]} ${number}.${extension}`);
  return `${kind}; filename="${ASCII_NAMES[document]}-${number}.${extension}"; filename*=UTF-8''${name}`;
}

/** Raised when the same data prints otherwise than before, so that nobody keeps the old print. */
const STYLE_VERSION = 1;

/** A tag of everything a document is printed from; it is known before anything is printed. */
export function etagOf(job: PrintJob): string {
  const hash = createHash('sha256').update(JSON.stringify([STYLE_VERSION, job]));
  return `"${hash.digest('base64url').slice(0, 27)}"`;
}
