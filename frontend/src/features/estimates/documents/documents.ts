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
      { name: 'contractFirm', file: 'contract.pdf' },
      { name: 'contractApproximate', file: 'contract.pdf', query: { estimate: 'approximate' } },
      { name: 'act', file: 'act.pdf' },
    ],
  },
  {
    name: 'forWork',
    permission: 'work-sheet:read',
    documents: WORK_DOCUMENTS,
  },
];
