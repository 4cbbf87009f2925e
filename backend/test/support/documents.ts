import {
  computeEstimate,
  DEFAULT_MONEY_TERMS,
  DEFAULT_TOLERANCES,
  ruleSetR1,
  type MoneyTerms,
  type PricedItem,
  type RoomInput,
  type VariantDraft,
} from '@smet/estimating';
import type { DocumentContext, DocumentSource } from '../../src/modules/documents/views/document-source.js';

/** What a test says of an estimate it wants documents of; the rest is ordinary. */
export interface DocumentOrder {
  rooms: RoomInput[];
  variants?: Partial<VariantDraft>[];
  priceBook: readonly PricedItem[];
  terms?: MoneyTerms;
  currency?: string;
  status?: 'draft' | 'issued';
  clientName?: string;
  address?: string;
}

/** A version of an estimate, computed as the system does it. */
export function documentSource(order: DocumentOrder): DocumentSource {
  const { rooms, variants = [{}], priceBook, terms = DEFAULT_MONEY_TERMS, status = 'issued' } = order;
  const drafts = variants.map((variant, index) => ({
    id: `variant-${index + 1}`,
    name: `Variant ${index + 1}`,
    overrides: [],
    manualLines: [],
    discountPercent: '0',
    ...variant,
  }));
  const pricing = { priceBook: new Map(priceBook.map((item) => [item.code, item])), ruleSet: ruleSetR1, terms };
  return {
    order: { number: 1024, clientName: order.clientName ?? 'Client', address: order.address ?? 'Address' },
    number: 2,
    status,
    issuedAt: status === 'issued' ? '2026-11-20T08:00:00.000Z' : null,
    updatedAt: '2026-11-20T08:00:00.000Z',
    validUntil: status === 'issued' ? '2026-12-20' : null,
    contentHash: status === 'issued' ? '3f9ac27d51e80b6422c1' : null,
    acceptance: null,
    currency: order.currency ?? 'RUB',
    draft: { rooms, variants: drafts },
    currentVariantId: drafts[0]!.id,
    results: drafts.map((variant) => ({
      variantId: variant.id,
      result: computeEstimate({ rooms, ...variant }, pricing),
    })),
    terms,
    tolerances: DEFAULT_TOLERANCES,
    ruleSet: ruleSetR1,
    priceBook,
  };
}

/** A firm that has told everything about itself. */
export const firm: DocumentContext = {
  timezone: 'Europe/Moscow',
  company: {
    version: 1,
    legalName: 'ООО «Потолки Плюс»',
    taxId: '7701234567',
    registrationId: '1027700132195',
    address: 'Москва, ул. Складочная, д. 1, стр. 18',
    phone: '+7 495 123-45-67',
    email: 'zakaz@potolki.example',
    site: 'potolki.example',
    bank: {
      name: 'АО «Банк»',
      code: '044525225',
      account: '40702810900000005555',
      correspondentAccount: '30101810400000000225',
    },
    signatory: { name: 'Ковалёв Пётр Ильич', position: 'Генеральный директор', basis: 'Устава' },
    brandColor: '#1c7ed6',
    proposalTerms: 'Цены действуют до указанной даты.\nПодъём материалов и вывоз упаковки включены.',
    warrantyMonthsMaterials: 180,
    warrantyMonthsWork: 36,
    logo: null,
  },
};
