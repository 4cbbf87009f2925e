import { compareDecimals, sumDecimals, type DecimalString, type Minor } from '@smet/money';
import type { LineView, VariantView } from './variant-view.js';

/** A variant beside the others: what it has that not all of them have, and what it costs more or less. */
export interface VariantSummary {
  id: string;
  name: string;
  toPayMinor: Minor;
  /** Against the shown variant; 0 of itself. */
  differenceMinor: Minor;
  /** What not every variant has, then what the others have more or less of. */
  has: VariantFeature[];
}

export interface VariantFeature {
  name: string;
  /** Where the others have it too, but another quantity; null where they do not all have it. */
  quantity: { amount: DecimalString; unit: string } | null;
}

interface Taken {
  name: string;
  unit: string;
  isWork: boolean;
  quantity: DecimalString;
}

/** In the order of the variants; one alone has nothing to differ in. */
export function compareVariants(variants: readonly VariantView[], shownId: string): VariantSummary[] {
  const shown = variants.find(({ id }) => id === shownId);
  const taken = variants.map(itemsOf);
  return variants.map(({ id, name, totals: { toPayMinor } }, index) => ({
    id,
    name,
    toPayMinor,
    differenceMinor: toPayMinor - (shown?.totals.toPayMinor ?? toPayMinor),
    has: featuresOf(taken[index]!, taken),
  }));
}

function itemsOf({ rooms, common }: VariantView): Map<string, Taken> {
  const items = new Map<string, Taken>();
  for (const line of [...rooms, common].flatMap(({ lines }) => lines)) {
    const before = items.get(line.code);
    const quantity = sumDecimals([before?.quantity ?? '0', line.quantity]);
    items.set(line.code, { name: line.name, unit: line.unit, isWork: isWork(line), quantity });
  }
  return items;
}

const isWork = ({ kind }: LineView): boolean => kind === 'work' || kind === 'service';

function featuresOf(own: Map<string, Taken>, all: readonly Map<string, Taken>[]): VariantFeature[] {
  const entries = [...own];
  const only = entries.filter(([code]) => all.some((items) => !items.has(code)));
  const more = entries.filter(([code, { quantity }]) => {
    const others = all.map((items) => items.get(code)?.quantity);
    return (
      others.every((other) => other !== undefined) && others.some((other) => compareDecimals(other, quantity) !== 0)
    );
  });
  const features = [
    ...only.map(([, { name, isWork }]) => ({ name, isWork, quantity: null })),
    ...more.map(([, { name, isWork, quantity, unit }]) => ({ name, isWork, quantity: { amount: quantity, unit } })),
  ];
  // Work follows from what is mounted: it is told only where nothing else differs.
  const things = features.filter(({ isWork: mounts }) => !mounts);
  return withoutTwins((things.length > 0 ? things : features).map(({ name, quantity }) => ({ name, quantity })));
}

/** Of things that differ after the first comma only (rolls of one film, sizes of one profile) one is told, without it. */
function withoutTwins(features: readonly VariantFeature[]): VariantFeature[] {
  const stem = (name: string): string => name.split(',')[0]!.trim();
  const kept = new Map<string, VariantFeature>();
  for (const feature of features) {
    const key = feature.quantity === null ? stem(feature.name) : feature.name;
    kept.set(key, kept.has(key) ? { ...feature, name: key } : feature);
  }
  return [...kept.values()];
}
