import { describe, expect, it } from '@jest/globals';
import { WORK_DOCUMENTS, documentHref } from './documents';

describe('the address of a document', () => {
  const version = { id: 'e', number: 3, variantId: 'v' };

  it('is that of the version and the variant, with what the document is asked for', () => {
    const approximate = {
      name: 'contractApproximate',
      file: 'contract.pdf',
      query: { estimate: 'approximate' },
    } as const;
    expect(documentHref(version, { name: 'proposal', file: 'proposal.pdf' })).toBe(
      '/api/v1/estimates/e/versions/3/documents/proposal.pdf?variant=v',
    );
    expect(documentHref(version, approximate)).toMatch(/contract\.pdf\?variant=v&estimate=approximate$/);
  });

  it('leaves the variant to the server for those who only know the version', () => {
    expect(WORK_DOCUMENTS.map((link) => documentHref({ id: 'e', number: 3 }, link))).toEqual([
      '/api/v1/estimates/e/versions/3/documents/installer-sheet.pdf',
      '/api/v1/estimates/e/versions/3/documents/cutting-sheet.pdf',
      '/api/v1/estimates/e/versions/3/documents/cutting-sheet.dxf',
      '/api/v1/estimates/e/versions/3/documents/cutting-sheet.dxf?mirrored=false',
    ]);
  });
});
