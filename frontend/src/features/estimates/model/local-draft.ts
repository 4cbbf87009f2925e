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

export interface DraftPlace {
  userId: string;
  estimateId: string;
}

const PREFIX = 'smet.estimate-draft';

const prefixOf = ({ userId, estimateId }: DraftPlace): string => `${PREFIX}.${userId}.${estimateId}.v`;

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

/** Null for what is no draft; a draft of any earlier version as one of this. */
function toDraft(value: unknown): LocalDraft | null {
  const draft = value as LocalDraft | FirstDraft | null;
  if (typeof draft?.version !== 'number' || !Array.isArray(draft.form?.rooms)) return null;
  if (draft.schemaVersion === 1) return upgrade(draft);
  return draft.schemaVersion === 2 ? draft : null;
}

/** Reads what was kept; null when it is not ours or no longer readable. */
export function parseDraft(text: string | null): LocalDraft | null {
  if (text === null) return null;
  try {
    return toDraft(JSON.parse(text));
  } catch {
    // Written by something else under our name: there is nothing of the person's to save in it.
    return null;
  }
}

/** The newest draft of an estimate on this device, whatever version it was begun on. */
export function readLocalDraft(place: DraftPlace): LocalDraft | null {
  const prefix = prefixOf(place);
  const drafts = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => parseDraft(localStorage.getItem(key)))
    .filter((draft) => draft !== null);
  return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0] ?? null;
}

/** False when the browser refuses to keep it (private mode, a full store): the caller says so. */
export function writeLocalDraft(place: DraftPlace, version: number, form: EstimateForm): boolean {
  const draft: LocalDraft = { schemaVersion: 2, version, savedAt: new Date().toISOString(), form };
  try {
    localStorage.setItem(`${prefixOf(place)}${version}`, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeLocalDrafts(place: DraftPlace): void {
  const prefix = prefixOf(place);
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
