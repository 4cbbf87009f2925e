/** A document of a version that can be opened: its words and its address below the version. */
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
  /** What the version has to be before there is such a document. */
  needs?: 'issued' | 'accepted';
}

/** What is cut and mounted by: for those with `work-sheet:read`. */
export const WORK_DOCUMENTS: readonly DocumentLink[] = [
  { name: 'installerSheet', file: 'installer-sheet.pdf' },
  { name: 'cuttingSheet', file: 'cutting-sheet.pdf' },
  { name: 'cuttingFile', file: 'cutting-sheet.dxf' },
  { name: 'cuttingFileAsSeen', file: 'cutting-sheet.dxf', query: { mirrored: 'false' } },
];

interface DocumentPlace {
  /** Of the estimate. */
  id: string;
  /** Of the version. */
  number: number;
  /** When absent, the accepted variant, else the current one. */
  variantId?: string;
}

/** Where a document of a version and one of its variants is fetched from. */
export function documentHref({ id, number, variantId }: DocumentPlace, { file, query }: DocumentLink): string {
  const asked = new URLSearchParams({ ...(variantId !== undefined && { variant: variantId }), ...query }).toString();
  return `/api/v1/estimates/${id}/versions/${number}/documents/${file}${asked && `?${asked}`}`;
}
