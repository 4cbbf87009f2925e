import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_GROUPS, documentHref } from './documents';

describe('the address of a document', () => {
  it('is that of the version and the variant, with what the document is asked for', () => {
    const version = { id: 'e', number: 3, variantId: 'v' };
    const links = DOCUMENT_GROUPS.flatMap(({ documents }) => documents);
    const hrefOf = (name: string) =>
      documentHref(
        version,
        links.find((link) => link.name === name)!,
      );
    expect(hrefOf('proposal')).toBe('/api/v1/estimates/e/versions/3/documents/proposal.pdf?variant=v');
    expect(hrefOf('contractApproximate')).toMatch(/contract\.pdf\?variant=v&estimate=approximate$/);
    expect(hrefOf('cuttingFileAsSeen')).toMatch(/cutting-sheet\.dxf\?variant=v&mirrored=false$/);
  });
});
