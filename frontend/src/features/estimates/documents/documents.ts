import type { Permission } from '@smet/api-client';
import { WORK_DOCUMENTS } from '../../../shared/documents/documents';
import type { DocumentLink } from '../../../shared/documents/documents';

/** Documents for the same people, and who may have them. */
export interface DocumentGroup {
  name: 'forClient' | 'forWork';
  permission: Permission;
  documents: readonly DocumentLink[];
}

export const DOCUMENT_GROUPS: readonly DocumentGroup[] = [
  {
    name: 'forClient',
    permission: 'proposal:read',
    documents: [
      { name: 'proposal', file: 'proposal.pdf' },
      { name: 'contractFirm', file: 'contract.pdf', needs: 'issued' },
      { name: 'contractApproximate', file: 'contract.pdf', query: { estimate: 'approximate' }, needs: 'issued' },
      { name: 'act', file: 'act.pdf', needs: 'accepted' },
    ],
  },
  {
    name: 'forWork',
    permission: 'work-sheet:read',
    documents: WORK_DOCUMENTS,
  },
];

/** Whether there is such a document of a variant: an act only of the one the client accepted. */
export function isThere(
  { needs }: DocumentLink,
  { status, acceptance }: { status: 'draft' | 'issued'; acceptance: { variantId: string } | null },
  variantId: string,
): boolean {
  if (needs === 'accepted') return acceptance?.variantId === variantId;
  return needs !== 'issued' || status === 'issued';
}
