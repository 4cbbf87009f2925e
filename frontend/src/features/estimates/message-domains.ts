import type { Domain } from '../../shared/i18n/messages';

/** The texts the editor of an estimate needs, whichever page shows it. */
export const ESTIMATE_MESSAGES = [
  'estimates',
  'variants',
  'versions',
  'documents',
  'links',
  'plan',
  'cutting',
] as const satisfies readonly Domain[];
