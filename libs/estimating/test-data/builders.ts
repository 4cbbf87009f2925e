import { readFileSync } from 'node:fs';
import { minorFromDecimal } from '@smet/money';
import { buildRoom } from '../src/rooms/build-room.js';
import type { BuiltRoom } from '../src/rooms/built-room.js';
import type { ItemKind, VariantInput, PricedItem, RoomInput } from '../src/estimate/estimate-draft.js';
import type { EstimateLine } from '../src/estimate/estimate-result.js';
import type { RoomDraft, RoomShape } from '../src/shape/room-shape.js';

/** The acceptance file as far as these tests read it. */
export interface Acceptance {
  rooms: AcceptanceRoom[];
  two_rooms: { discount_percent: number; gross: string; discount: string; to_pay: string };
  rounding_of_area: { exact: number; half_up_001: number; up_01: number; up_05: number; up_1: number };
  arc_E6: { radius_mm: number; angle_deg: number; arc_length_mm: number; segment_m2: number };
  seam_boundary: {
    room_length_m: number;
    roll_m: number;
    rows: { width_m: number; strips: number; k: number; sheet_lengths_m: string; film_m2: number }[];
  };
  sticks: { walls_mm: number[]; stick_mm: number; min_splice_mm: number; sticks: number }[];
  shrink_by_sides: { room_m: [number, number]; shrink_percent: number; shrunk_area_m2: number };
  ties: { quantity: string; price: string; sum: string }[];
  published_rounding_policy: { rows: PublishedRow[] };
  minimum_order: {
    minimum: string;
    room: { spotlights: number };
    gross: string;
    top_up: string;
    to_pay: string;
  };
  variants: Record<'better' | 'best', { lines: [code: string, quantity: number][]; gross: string }> & {
    good: { gross: string };
  };
  vat_included: { total: string; rate_percent: number; vat: string }[];
}

/** Roubles; the level is the step in roubles. */
interface PublishedRow {
  quantity: number;
  price: number;
  discount_percent: number;
  level: 10 | 100;
  sum: number;
  net: number;
  discount_shown: number;
}

export interface AcceptanceRoom {
  id: string;
  input: { spotlights: number; chandeliers: number; discount_percent: number; vertices_m?: [number, number][] };
  expected: {
    billed_area: number;
    billed_perimeter: number;
    inner_corners: number;
    outer_corners: number;
    extra_corners: number;
    min_width_m: number;
    roll_m: number;
    cut_piece_m2: number;
    offcut_m2: number;
    stock: { screws: number; dowels: number; tape_m: number; harpoon_m: number; sticks_2500: number };
    layout_upper_bound: Record<
      string,
      { strips: number; k: number; film_m2: number; sheets: string[]; seam_m: number }
    >;
    lines: { code: string; quantity: number; price: number; sum: string }[];
    gross: string;
    discount: string;
    to_pay: string;
    prepayment: string;
    rest: string;
    billed_cost: string;
    margin: string;
    vat_22_included: string;
    vat_16_included: string;
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

export const acceptance = readJson('./estimating.json') as Acceptance;

const prices = readJson('./prices.json') as {
  code: string;
  name: string;
  unit: string;
  category: string;
  kind: ItemKind;
  sale: string;
  purchase: string;
}[];

/** The demo prices of every item R1 bills or gives out, and of the second trip. */
export function priceBook({ withCost = true } = {}): Map<string, PricedItem> {
  return new Map(
    prices.map(({ code, name, unit, category, kind, sale, purchase }) => [
      code,
      {
        itemId: `item-${code}`,
        code,
        name,
        unit,
        categoryId: category,
        kind,
        priceMinor: minorFromDecimal(sale),
        ...(withCost && { costMinor: minorFromDecimal(purchase) }),
      },
    ]),
  );
}

const E2_SIDES = [5000, 3000, 2000, 1500, 3000, 4500];

/** The acceptance rooms as a person would enter them, E2 in both ways its walls can be measured. */
export const shapes = {
  E1: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] },
  E2: { schemaVersion: 1, kind: 'right-angled', sidesMm: E2_SIDES },
  E2byDiagonals: {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: E2_SIDES,
    diagonalsMm: [
      { from: 3, to: 0, lengthMm: 4242.6 },
      { from: 1, to: 3, lengthMm: 3605.6 },
      { from: 3, to: 5, lengthMm: 3354.1 },
    ],
  },
  E4: {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: [4000, 2500, 2121, 2500, 4000],
    diagonalsMm: [
      { from: 0, to: 2, lengthMm: 4717 },
      { from: 0, to: 3, lengthMm: 4717 },
    ],
  },
  E6: {
    schemaVersion: 1,
    kind: 'rectangle',
    sidesMm: [4000, 3000],
    arcs: [{ side: 1, sagittaMm: 500, bulges: 'outward' }],
  },
} satisfies Record<string, RoomShape>;

export function roomInput(shape: RoomShape, input: Partial<RoomInput> = {}): RoomInput {
  return { id: 'room', name: 'Room', shape, spotlights: 0, chandeliers: 0, ...input };
}

export function estimateDraft(draft: Partial<VariantInput> = {}): VariantInput {
  return { rooms: [], overrides: [], manualLines: [], discountPercent: '0', ...draft };
}

/** A room that must be buildable. */
export function built(draft: RoomDraft): BuiltRoom {
  const result = buildRoom(draft);
  if (!result.ok) {
    throw new Error(`The room cannot be built: ${JSON.stringify(result.problems)}`);
  }
  return result.room;
}

/** What the measures of a line are made of, all of them together: "AB 4". */
export function termsOf({ explanation }: Pick<EstimateLine, 'explanation'>): string[] {
  return explanation.measures.flatMap(({ terms }) => terms.map(({ name, value }) => `${name} ${value}`));
}
