import { sumMinor, sumDecimals, type Minor } from '@smet/money';
import { amountInWords } from '../words/amount-in-words.js';
import { unbroken } from '../words/format.js';
import { documentHead, type DocumentHead } from './document-head.js';
import { shownVariantId, type DocumentContext, type DocumentSource } from './document-source.js';
import { variantView, type LineView, type VariantView } from './variant-view.js';

/** A firm estimate may not be raised, an approximate one only with a warning. */
export type EstimateBinding = 'firm' | 'approximate';

/** A contract, its annex with the specification, and what the client owes in figures and words. */
export interface ContractView {
  head: DocumentHead;
  binding: EstimateBinding;
  variant: VariantView;
  toPayInWords: string;
  vatInWords: string | null;
}

/** @throws VariantMissingError, UnknownCurrencyError */
export function contractView(
  source: DocumentSource,
  context: DocumentContext,
  { variantId, binding = 'firm' }: { variantId?: string | undefined; binding?: EstimateBinding | undefined } = {},
): ContractView {
  const shown = shownVariantId(source, variantId);
  const variant = variantView(source, shown);
  const { toPayMinor, vat } = variant.totals;
  return {
    // Nobody is bound by what nobody said yes to.
    head: { ...documentHead(source, context), isDraft: source.acceptance?.variantId !== shown },
    binding,
    variant,
    toPayInWords: unbroken(amountInWords(toPayMinor, source.currency)),
    vatInWords: vat && unbroken(amountInWords(vat.amountMinor, source.currency)),
  };
}

/** What was done and what was left, by the kind of item over all rooms. */
export interface ActView {
  head: DocumentHead;
  groups: ActGroup[];
  variant: VariantView;
  toPayInWords: string;
}

export interface ActGroup {
  kind: 'material' | 'work' | 'service' | 'other';
  lines: LineView[];
  /** Coefficients belong to no item and stand in a group of their own. */
  netMinor: Minor;
}

/** @throws VariantMissingError, UnknownCurrencyError */
export function actView(source: DocumentSource, context: DocumentContext, variantId?: string): ActView {
  const variant = variantView(source, shownVariantId(source, variantId));
  return {
    head: documentHead(source, context),
    groups: groupsOf(variant),
    variant,
    toPayInWords: unbroken(amountInWords(variant.totals.toPayMinor, source.currency)),
  };
}

const GROUPS = ['work', 'service', 'material', 'other'] as const;

function groupsOf({ rooms, common }: VariantView): ActGroup[] {
  const lines = [...rooms, common].flatMap((content) => content.lines);
  return GROUPS.flatMap((kind) => {
    const own = together(lines.filter((line) => (line.kind ?? 'other') === kind));
    return own.length === 0 ? [] : [{ kind, lines: own, netMinor: sumMinor(own.map(({ netMinor }) => netMinor)) }];
  });
}

/** The same item at the same price in several rooms is one row: its sums are added, never computed anew from the quantity. */
function together(lines: readonly LineView[]): LineView[] {
  const rows = new Map<string, LineView>();
  for (const line of lines) {
    const key = [line.code, line.priceMinor, line.discount?.percent ?? ''].join(' ');
    const before = rows.get(key);
    rows.set(key, before ? added(before, line) : line);
  }
  return [...rows.values()];
}

function added(a: LineView, b: LineView): LineView {
  const discount = a.discount &&
    b.discount && { ...a.discount, amountMinor: a.discount.amountMinor + b.discount.amountMinor };
  return {
    ...a,
    quantity: sumDecimals([a.quantity, b.quantity]),
    sumMinor: a.sumMinor + b.sumMinor,
    discount,
    netMinor: a.netMinor + b.netMinor,
  };
}
