const IN_ROOM = {
  'shape.sidesMm': 'wall',
  'shape.diagonalsMm': 'diagonal',
  'shape.angles': 'angle',
  'shape.arcs': 'arc',
  'shape.cutouts': 'cutout',
  shape: 'shape',
  'plan.sides': 'side',
  'plan.objects': 'object',
  'plan.canvas': 'canvas',
  'plan.misclosureReason': 'reason',
  'plan.inset': 'level',
  plan: 'plan',
  name: 'name',
  spotlights: 'spotlights',
  chandeliers: 'chandeliers',
} as const;

const IN_VARIANT = {
  overrides: 'override',
  manualLines: 'line',
  discountPercent: 'discount',
  discounts: 'discount',
  coefficients: 'coefficient',
  schedule: 'schedule',
  specification: 'specification',
  name: 'variantName',
} as const;

const IN_DRAFT = {
  'draft.rooms': 'rooms',
  'draft.variants': 'variants',
  title: 'title',
} as const;

/** What a refused field is, by the name its words have. */
export type RefusalField =
  | (typeof IN_ROOM)[keyof typeof IN_ROOM]
  | (typeof IN_VARIANT)[keyof typeof IN_VARIANT]
  | (typeof IN_DRAFT)[keyof typeof IN_DRAFT]
  | 'estimate';

export interface RefusalPlace {
  /** Place of the room in the estimate; null for what belongs to no room. */
  roomIndex: number | null;
  field: RefusalField;
  /** Which of several, from 0; null when there is only one. */
  index: number | null;
}

const ROOM = /^draft\.rooms\.(\d+)(?:\.(.+))?$/;
const VARIANT = /^draft\.variants\.\d+\.(.+)$/;

/** The longest known beginning of a path, and the number that follows it. */
function named<T extends string>(path: string, fields: Record<string, T>): { field: T; index: number | null } | null {
  const prefix = Object.keys(fields).find((known) => path === known || path.startsWith(`${known}.`));
  if (prefix === undefined) return null;
  const next = path.slice(prefix.length + 1).split('.')[0] ?? '';
  return { field: fields[prefix]!, index: /^\d+$/.test(next) ? Number(next) : null };
}

/** What a path of the server's refusal is about: "draft.rooms.0.shape.sidesMm.2" is the third wall of the first room. */
export function placeOfRefusal(path: string): RefusalPlace {
  const [isInRoom, index, rest = ''] = ROOM.exec(path) ?? [];
  if (isInRoom) return { roomIndex: Number(index), ...(named(rest, IN_ROOM) ?? { field: 'shape', index: null }) };
  const ofVariant = named(VARIANT.exec(path)?.[1] ?? '', IN_VARIANT);
  return { roomIndex: null, ...(ofVariant ?? named(path, IN_DRAFT) ?? { field: 'estimate', index: null }) };
}
