import {
  buildRoom,
  loadList,
  POINT_OBJECT_KINDS,
  specifiedRooms,
  wallDistances,
  type BuiltRoom,
  type EstimateResult,
  type PointObjectKind,
  type ProfileKind,
  type RoomInput,
  type WallMaterial,
} from '@smet/estimating';
import { sumMinor, type DecimalString, type Minor } from '@smet/money';
import { documentHead, type DocumentHead } from './document-head.js';
import { inputOf, resultOf, shownVariantId, type DocumentContext, type DocumentSource } from './document-source.js';

/** What those who mount the ceilings need: no price of the client's is in it. */
export interface InstallerView {
  head: DocumentHead;
  variantName: string;
  rooms: InstallerRoom[];
  load: LoadRow[];
  /** Null for those who may not see it. */
  pay: { lines: PayRow[]; totalMinor: Minor } | null;
}

export interface InstallerRoom {
  id: string;
  name: string;
  heightMm: number | null;
  /** An arc has the length of its profile, not of its chord. */
  sides: { label: string; lengthMm: number; isArc: boolean; profile: ProfileKind; wall: WallMaterial | null }[];
  things: ThingRow[];
  /** To be mounted where nobody has marked a place. */
  withoutPlace: { spotlights: number; chandeliers: number };
  /** What is to be mounted there, in words of the estimate, with quantities; the workshop's part is not theirs. */
  work: { name: string; quantity: DecimalString; unit: string }[];
}

export interface ThingRow {
  number: number;
  kind: PointObjectKind;
  /** The two nearest walls that are not parallel. */
  distances: { wall: string; mm: number }[];
}

export interface LoadRow {
  name: string;
  unit: string;
  quantity: DecimalString;
  packs: { count: number; size: DecimalString } | null;
}

export interface PayRow {
  name: string;
  unit: string;
  quantity: DecimalString;
  payMinor: Minor;
  sumMinor: Minor;
}

/** @throws VariantMissingError */
export function installerView(
  source: DocumentSource,
  context: DocumentContext,
  { variantId, withPay }: { variantId?: string | undefined; withPay: boolean },
): InstallerView {
  const shown = shownVariantId(source, variantId);
  const input = inputOf(source, shown);
  const rooms = specifiedRooms(input.rooms, input.specification, source.ruleSet);
  return {
    head: documentHead(source, context),
    variantName: input.name,
    rooms: rooms.map((room) => roomOf(room, source, shown)),
    load: loadOf(source, shown),
    pay: withPay ? payOf(source, shown) : null,
  };
}

function roomOf(room: RoomInput, source: DocumentSource, variantId: string): InstallerRoom {
  const { id, name, plan, spotlights, chandeliers } = room;
  const build = buildRoom(room.shape, source.ruleSet);
  const { lines } = resultOf(source, variantId);
  return {
    id,
    name,
    heightMm: plan?.heightMm ?? null,
    sides: build.ok ? sidesOf(build.room, plan) : [],
    things: build.ok ? thingsOf(build.room, plan) : [],
    withoutPlace: { spotlights, chandeliers },
    work: lines
      .filter((line) => line.roomId === id && (line.kind ?? 'work') === 'work')
      .map((line) => ({ name: line.name, quantity: line.quantity, unit: line.unit })),
  };
}

function sidesOf({ walls }: BuiltRoom, plan: RoomInput['plan']): InstallerRoom['sides'] {
  return walls.map(({ label, lengthM, arc }, index) => {
    const side = plan?.sides?.find((one) => one.side === index);
    const isArc = Boolean(arc);
    return { label, lengthMm: lengthM * 1000, isArc, profile: side?.profile ?? 'ordinary', wall: side?.wall ?? null };
  });
}

function thingsOf(room: BuiltRoom, plan: RoomInput['plan']): ThingRow[] {
  const points = (plan?.objects ?? []).filter((object) => 'atMm' in object);
  const ranked = points.toSorted((a, b) => POINT_OBJECT_KINDS.indexOf(a.kind) - POINT_OBJECT_KINDS.indexOf(b.kind));
  return ranked.map(({ kind, atMm }, index) => ({
    number: index + 1,
    kind,
    distances: wallDistances(room, atMm, 2).map(({ wall, mm }) => ({ wall: room.walls[wall]!.label, mm })),
  }));
}

function loadOf(source: DocumentSource, variantId: string): LoadRow[] {
  const { ruleSet, priceBook, terms, tolerances } = source;
  const prices = new Map(priceBook.map((item) => [item.code, item]));
  // The list reads the lines and the rooms of a result, whoever computed it.
  const result = resultOf(source, variantId) as EstimateResult;
  return loadList(inputOf(source, variantId), { priceBook: prices, ruleSet, terms, tolerances }, result).map(
    ({ name, unit, quantity, quantityUnit, packs }) => ({
      name,
      unit: quantityUnit === null ? unit : UNITS[quantityUnit],
      quantity,
      packs,
    }),
  );
}

const UNITS = { m: 'м', m2: 'м²', pcs: 'шт' };

function payOf(source: DocumentSource, variantId: string): InstallerView['pay'] {
  const lines = resultOf(source, variantId).lines.flatMap(
    ({ name, unit, quantity, payMinor, paySumMinor }): PayRow[] =>
      payMinor === undefined || paySumMinor === undefined || paySumMinor === 0
        ? []
        : [{ name, unit, quantity, payMinor, sumMinor: paySumMinor }],
  );
  return { lines, totalMinor: sumMinor(lines.map((line) => line.sumMinor)) };
}
