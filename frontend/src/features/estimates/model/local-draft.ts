import type { Arc } from '@smet/estimating';
import { EMPTY_PLAN } from '@smet/estimating';
import { formatCentimetres } from '../../../shared/formatting';
import type { EstimateForm, RoomForm } from './types';

/** What was typed and not saved yet, kept on this device. */
export interface LocalDraft {
  schemaVersion: 2;
  version: number;
  savedAt: string;
  form: EstimateForm;
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

/** A draft of before rooms had plans, angles and a direction of their letters. */
interface FirstDraft extends Omit<LocalDraft, 'schemaVersion' | 'form'> {
  schemaVersion: 1;
  form: Omit<EstimateForm, 'rooms'> & { rooms: FirstRoom[] };
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

function upgrade(draft: FirstDraft): LocalDraft {
  return { ...draft, schemaVersion: 2, form: { ...draft.form, rooms: draft.form.rooms.map(ofFirst) } };
}

const ROOM_LISTS = ['sides', 'diagonals', 'angles', 'arcs', 'cutouts'] as const;
const ROOM_TEXTS = ['id', 'name', 'kind', 'lettered', 'spotlights', 'chandeliers'] as const;

/** Has everything the editor reads without asking; what is inside the lists is weighed where it is read. */
function isRoom(room: Partial<RoomForm> | null): boolean {
  return (
    room !== null &&
    ROOM_LISTS.every((field) => Array.isArray(room[field])) &&
    ROOM_TEXTS.every((field) => typeof room[field] === 'string') &&
    typeof room.plan?.schemaVersion === 'number'
  );
}

const isForm = ({ title, discount, rooms, overrides, manualLines }: EstimateForm): boolean =>
  typeof title === 'string' &&
  typeof discount === 'string' &&
  Array.isArray(overrides) &&
  Array.isArray(manualLines) &&
  rooms.every(isRoom);

/** Null for what is no draft; a draft of any earlier version as one of this. */
function toDraft(value: unknown): LocalDraft | null {
  const known = value as LocalDraft | FirstDraft | null;
  if (typeof known?.version !== 'number' || typeof known.savedAt !== 'string') return null;
  if (!Array.isArray(known.form?.rooms)) return null;
  const draft = known.schemaVersion === 1 ? upgrade(known) : known;
  return draft.schemaVersion === 2 && isForm(draft.form) ? draft : null;
}

/** Reads what was kept; null when it is not ours or no longer readable: it is left where it is, and nothing is shown. */
export function parseDraft(text: string | null): LocalDraft | null {
  if (text === null) return null;
  try {
    return toDraft(JSON.parse(text));
  } catch {
    // Written by something else under our name: there is nothing of the person's to save in it.
    return null;
  }
}

/** The drafts of an estimate on this device, whatever version they were begun on; the newest first. */
export function readDrafts(place: DraftPlace): KeptDraft[] {
  const prefix = prefixOf(place);
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const draft = parseDraft(localStorage.getItem(key));
      return draft ? [{ ...draft, key }] : [];
    })
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/**
 * What is put back by itself: a draft of the version that is saved, this tab's own before any other. The newest of the
 * others waits for a decision.
 */
export function chooseDrafts(
  drafts: readonly KeptDraft[],
  { version, ownKey }: { version: number; ownKey: string | null },
): { back: KeptDraft | null; other: KeptDraft | null } {
  const fitting = drafts.filter((draft) => draft.version === version);
  const back = fitting.find(({ key }) => key === ownKey) ?? fitting[0] ?? null;
  return { back, other: drafts.find((draft) => draft !== back) ?? null };
}

/** False when the browser refuses to keep it (private mode, a full store): the caller says so. */
export function writeDraft(key: string, version: number, form: EstimateForm): boolean {
  const draft: LocalDraft = { schemaVersion: 2, version, savedAt: new Date().toISOString(), form };
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
  if (parseDraft(localStorage.getItem(key))?.savedAt === savedAt) removeDraft(key);
}

/** Names the keeper of this tab's draft from now on; answers the key of the one before it, of before a reload. */
export function takeOverTab(place: DraftPlace, key: string): string | null {
  const name = prefixOf(place);
  const before = sessionStorage.getItem(name);
  sessionStorage.setItem(name, key);
  return before;
}
