import type { Arc } from '@smet/estimating';
import { EMPTY_PLAN } from '@smet/estimating';
import { formatCentimetres } from '../../../shared/formatting';
import type { EstimateForm, RoomForm, VariantForm } from './types';

/** What was typed and not saved yet, kept on this device. */
export interface LocalDraft {
  schemaVersion: 3;
  version: number;
  savedAt: string;
  form: EstimateForm;
  /** The saved state the work began from, by which it can be put together with what others saved meanwhile. */
  base?: EstimateForm;
}

/** A draft with the place it lies at in the browser's store. */
export interface KeptDraft extends LocalDraft {
  key: string;
}

export interface DraftPlace {
  userId: string;
  estimateId: string;
}

const PREFIX = 'smet.estimate-draft';

const prefixOf = ({ userId, estimateId }: DraftPlace): string => `${PREFIX}.${userId}.${estimateId}.`;

/** Every editor that is opened keeps its draft under a key of its own: two tabs never write over each other. */
export const draftKey = (place: DraftPlace, writer: string): string => prefixOf(place) + writer;

/** A draft of before an estimate had variants: what it changed belonged to the only one. */
interface SecondDraft extends Omit<LocalDraft, 'schemaVersion' | 'form' | 'base'> {
  schemaVersion: 2;
  form: SecondForm;
}

type SecondForm = Pick<EstimateForm, 'title' | 'rooms'> & Pick<VariantForm, 'overrides' | 'manualLines' | 'discount'>;

/** A draft of before rooms had plans, angles and a direction of their letters. */
interface FirstDraft extends Omit<SecondDraft, 'schemaVersion' | 'form'> {
  schemaVersion: 1;
  form: Omit<SecondForm, 'rooms'> & { rooms: FirstRoom[] };
}

type FirstRoom = Omit<RoomForm, 'lettered' | 'angles' | 'arcs' | 'cutouts' | 'plan'> & {
  arcs: Extract<Arc, { sagittaMm: unknown }>[];
};

const ofFirst = ({ arcs, ...room }: FirstRoom): RoomForm => ({
  ...room,
  lettered: 'counter-clockwise',
  angles: [],
  arcs: arcs.map(({ side, bulges, sagittaMm }) => ({
    side,
    bulges,
    by: 'sagitta',
    text: formatCentimetres(sagittaMm),
  })),
  cutouts: [],
  plan: EMPTY_PLAN,
});

const toSecond = (draft: FirstDraft): SecondDraft => ({
  ...draft,
  schemaVersion: 2,
  form: { ...draft.form, rooms: draft.form.rooms.map(ofFirst) },
});

/** Its lines and discount become those of the first variant: it was the only one when they were typed. */
function toThird({ form, ...draft }: SecondDraft, saved: EstimateForm): LocalDraft {
  const { title, rooms, ...content } = form;
  const variants = saved.variants.map((variant, index) => (index === 0 ? { ...variant, ...content } : variant));
  return { ...draft, schemaVersion: 3, form: { ...saved, title, rooms, variants } };
}

const ROOM_LISTS = ['sides', 'diagonals', 'angles', 'arcs', 'cutouts'] as const;
const ROOM_TEXTS = ['id', 'name', 'kind', 'lettered', 'spotlights', 'chandeliers'] as const;
const VARIANT_LISTS = ['overrides', 'manualLines', 'lineDiscounts', 'categoryDiscounts', 'coefficients'] as const;
const VARIANT_TEXTS = ['id', 'name', 'discount'] as const;

/** Has everything the editor reads without asking; what is inside the lists is weighed where it is read. */
function isRoom(room: Partial<RoomForm> | null): boolean {
  return (
    room !== null &&
    ROOM_LISTS.every((field) => Array.isArray(room[field])) &&
    ROOM_TEXTS.every((field) => typeof room[field] === 'string') &&
    typeof room.plan?.schemaVersion === 'number'
  );
}

function isVariant(variant: Partial<VariantForm> | null): boolean {
  return (
    variant !== null &&
    VARIANT_LISTS.every((field) => Array.isArray(variant[field])) &&
    VARIANT_TEXTS.every((field) => typeof variant[field] === 'string') &&
    typeof variant.specification === 'object' &&
    (variant.schedule === null || Array.isArray(variant.schedule))
  );
}

const isForm = ({ title, currentVariantId, rooms, variants }: EstimateForm): boolean =>
  typeof title === 'string' &&
  typeof currentVariantId === 'string' &&
  rooms.every(isRoom) &&
  Array.isArray(variants) &&
  variants.length > 0 &&
  variants.every(isVariant);

/** Null for what is no draft; a draft of any earlier version as one of this. */
function toDraft(value: unknown, saved: EstimateForm): LocalDraft | null {
  const known = value as LocalDraft | SecondDraft | FirstDraft | null;
  if (typeof known?.version !== 'number' || typeof known.savedAt !== 'string') return null;
  if (!Array.isArray(known.form?.rooms)) return null;
  const second = known.schemaVersion === 1 ? toSecond(known) : known;
  const draft = second.schemaVersion === 2 ? toThird(second, saved) : second;
  return draft.schemaVersion === 3 && isForm(draft.form) ? draft : null;
}

/**
 * Reads what was kept; null when it is not ours or no longer readable: it is left where it is, and nothing is shown.
 * `saved` is what the server has now: drafts of before there were variants are put upon it.
 */
export function parseDraft(text: string | null, saved: EstimateForm): LocalDraft | null {
  if (text === null) return null;
  try {
    return toDraft(JSON.parse(text), saved);
  } catch {
    // Written by something else under our name: there is nothing of the person's to save in it.
    return null;
  }
}

/** The drafts of an estimate on this device, whatever version they were begun on; the newest first. */
export function readDrafts(place: DraftPlace, saved: EstimateForm): KeptDraft[] {
  const prefix = prefixOf(place);
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const draft = parseDraft(localStorage.getItem(key), saved);
      return draft ? [{ ...draft, key }] : [];
    })
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/**
 * What is put back by itself: a draft of the version that is saved, or of an older one whose beginning is known, so that
 * it can be put together with what was saved since; this tab's own before any other. The newest of the others waits for a
 * decision. Those of `living` tabs are left to them.
 */
export function chooseDrafts(
  known: readonly KeptDraft[],
  { version, ownKey, living }: { version: number; ownKey: string | null; living: ReadonlySet<string> },
): { back: KeptDraft | null; other: KeptDraft | null } {
  const drafts = known.filter(({ key }) => !living.has(key));
  const fitting = drafts.filter((draft) => draft.version === version || (draft.base && draft.version < version));
  const back = fitting.find(({ key }) => key === ownKey) ?? fitting[0] ?? null;
  return { back, other: drafts.find((draft) => draft !== back) ?? null };
}

/** What of a draft is written down, see LocalDraft. */
export type Kept = Pick<LocalDraft, 'version' | 'form' | 'base'>;

/** False when the browser refuses to keep it (private mode, a full store): the caller says so. */
export function writeDraft(key: string, kept: Kept): boolean {
  const draft: LocalDraft = { schemaVersion: 3, savedAt: new Date().toISOString(), ...kept };
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export const removeDraft = (key: string): void => localStorage.removeItem(key);

/** Takes away a draft that was read, unless the tab that keeps it has written on since. */
export function removeRead({ key, savedAt }: KeptDraft): void {
  const known = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<LocalDraft> | null;
  if (known?.savedAt === savedAt) removeDraft(key);
}

/** Names the keeper of this tab's draft from now on; answers the key of the one before it, of before a reload. */
export function takeOverTab(place: DraftPlace, key: string): string | null {
  const name = prefixOf(place);
  const before = sessionStorage.getItem(name);
  sessionStorage.setItem(name, key);
  return before;
}
