import type { Actor, Permission } from '../access/index.js';
import type { LiveNotice } from '../events/index.js';

export interface VisibleChange {
  readonly type: string;
  readonly subjectType: string;
  /** Null for those who may see only some subjects of the kind: they fetch again what they may see. */
  readonly subjectId: string | null;
}

/** Which permission makes a change of a subject visible as a whole, and which only that something changed. */
const READABLE_WITH: Readonly<Record<string, { readonly all: Permission; readonly some?: Permission }>> = {
  order: { all: 'order:read', some: 'order:read-assigned' },
  estimate: { all: 'order:read', some: 'work-sheet:read' },
  'estimate-presence': { all: 'order:read', some: 'estimate:read' },
  client: { all: 'order:read', some: 'client:read' },
  connection: { all: 'integration:read' },
  organization: { all: 'organization:read' },
  custom_field: { all: 'client:read', some: 'nomenclature:read' },
  item: { all: 'nomenclature:read' },
  category: { all: 'nomenclature:read' },
  price_list: { all: 'nomenclature:read' },
  import: { all: 'import:read' },
};

/** What of a notice an actor may be told; null is nothing. Unknown kinds of subjects are told to nobody. */
export function visibleChange(notice: LiveNotice, actor: Actor): VisibleChange | null {
  if (notice.kind !== 'change' || notice.organizationId !== actor.organizationId) return null;
  const rule = READABLE_WITH[notice.subjectType];
  if (!rule) return null;
  const { type, subjectType, subjectId } = notice;
  if (actor.permissions.has(rule.all)) return { type, subjectType, subjectId };
  if (rule.some && actor.permissions.has(rule.some)) return { type, subjectType, subjectId: null };
  return null;
}
