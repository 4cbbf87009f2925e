import type { Permission } from '@smet/api-client';

/** What tables can bring, and the right that is needed to change such things. */
export const IMPORT_KINDS = [
  { kind: 'items', permission: 'nomenclature:edit' },
  { kind: 'prices', permission: 'price:edit' },
  { kind: 'clients', permission: 'client:update' },
] as const satisfies readonly { kind: string; permission: Permission }[];

export type ImportKind = (typeof IMPORT_KINDS)[number]['kind'];
