import type { EstimateForm } from './types';

/** What was typed and not saved yet, kept on this device. */
export interface LocalDraft {
  schemaVersion: 1;
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

function isDraft(value: unknown): value is LocalDraft {
  const draft = value as Partial<LocalDraft> | null;
  return draft?.schemaVersion === 1 && typeof draft.version === 'number' && Array.isArray(draft.form?.rooms);
}

function parse(text: string | null): LocalDraft | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
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
    .map((key) => parse(localStorage.getItem(key)))
    .filter((draft) => draft !== null);
  return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0] ?? null;
}

/** False when the browser refuses to keep it (private mode, a full store): the caller says so. */
export function writeLocalDraft(place: DraftPlace, version: number, form: EstimateForm): boolean {
  const draft: LocalDraft = { schemaVersion: 1, version, savedAt: new Date().toISOString(), form };
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
