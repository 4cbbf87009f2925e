/** PostgreSQL channel of live updates; carries ids only, because everybody who may connect can listen. */
export const LIVE_CHANNEL = 'smet_live';

export type LiveNotice =
  | {
      readonly kind: 'change';
      readonly organizationId: string;
      readonly type: string;
      readonly subjectType: string;
      readonly subjectId: string;
    }
  | { readonly kind: 'session-ended'; readonly organizationId: string; readonly sessionId: string };

/** Null for what is not ours: the channel is open to every database user. */
export function parseLiveNotice(payload: string): LiveNotice | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const text = (field: string): string | null => {
    const value: unknown = Reflect.get(parsed, field);
    return typeof value === 'string' ? value : null;
  };
  const organizationId = text('organizationId');
  if (organizationId === null) return null;
  if (text('kind') === 'session-ended') {
    const sessionId = text('sessionId');
    return sessionId === null ? null : { kind: 'session-ended', organizationId, sessionId };
  }
  const [type, subjectType, subjectId] = [text('type'), text('subjectType'), text('subjectId')];
  if (type === null || subjectType === null || subjectId === null) return null;
  return { kind: 'change', organizationId, type, subjectType, subjectId };
}
