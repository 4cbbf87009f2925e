import type { Permission } from '@smet/api-client';

/** A document of a version that can be opened: its words, its address below the version, and who may have it. */
export interface DocumentLink {
  name:
    | 'proposal'
    | 'contractFirm'
    | 'contractApproximate'
    | 'act'
    | 'installerSheet'
    | 'cuttingSheet'
    | 'cuttingFile'
    | 'cuttingFileAsSeen';
  file: string;
  query?: Record<string, string>;
}

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
    permission: 'estimate:read',
    documents: [
      { name: 'installerSheet', file: 'installer-sheet.pdf' },
      { name: 'cuttingSheet', file: 'cutting-sheet.pdf' },
      { name: 'cuttingFile', file: 'cutting-sheet.dxf' },
      { name: 'cuttingFileAsSeen', file: 'cutting-sheet.dxf', query: { mirrored: 'false' } },
    ],
  },
];

/** Where a document of a version and one of its variants is fetched from. */
export function documentHref(
  { id, number, variantId }: { id: string; number: number; variantId: string },
  { file, query }: DocumentLink,
): string {
  const asked = new URLSearchParams({ variant: variantId, ...query });
  return `/api/v1/estimates/${id}/versions/${number}/documents/${file}?${asked.toString()}`;
}
