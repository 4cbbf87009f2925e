import type { CompanyProfile } from '../../company/index.js';
import type { DocumentContext, DocumentSource } from './document-source.js';

/** What every document says of itself and of both sides. */
export interface DocumentHead {
  /** "1024-2": order and version. */
  number: string;
  orderNumber: number;
  versionNumber: number;
  isDraft: boolean;
  /** The day it was issued, of a draft the day it was changed last: ISO 8601. */
  date: string;
  timezone: string;
  /** "2026-12-20". */
  validUntil: string | null;
  contentHash: string | null;
  currency: string;
  client: { name: string; address: string };
  company: CompanyView;
}

/** The firm as it stands on its documents. */
export type CompanyView = Omit<CompanyProfile, 'version'>;

export function documentHead(source: DocumentSource, { company, timezone }: DocumentContext): DocumentHead {
  const { order, number, status, issuedAt, updatedAt, validUntil, contentHash, currency } = source;
  const { version: _, ...profile } = company;
  return {
    number: `${order.number}-${number}`,
    orderNumber: order.number,
    versionNumber: number,
    isDraft: status === 'draft',
    date: issuedAt ?? updatedAt,
    timezone,
    validUntil,
    contentHash,
    currency,
    client: { name: order.clientName, address: order.address },
    company: profile,
  };
}
