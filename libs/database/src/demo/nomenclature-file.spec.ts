import { describe, expect, it } from '@jest/globals';
import { parseNomenclature, readNomenclature } from './nomenclature-file.js';

const HEADER = 'code;name;unit;category;purchase_rub;sale_rub;norm;source';

describe('the demo nomenclature', () => {
  it('has 143 items with codes of their own and amounts in minor units', () => {
    const rows = readNomenclature();
    expect(rows).toHaveLength(143);
    expect(new Set(rows.map((row) => row.code)).size).toBe(143);
    expect(rows.find((row) => row.code === 'CNV-M-C320')).toMatchObject({
      priceMinor: 39_900,
      costMinor: 17_000,
      unit: 'м²',
    });
    expect(rows.find((row) => row.code === 'SCR-KLOP')).toMatchObject({ priceMinor: 150, costMinor: 60 });
    expect(rows.find((row) => row.code === 'SRV-CORN')?.norm).toBe('max(0; углы − 4)');
  });

  it('reads quotes, a byte order mark and both kinds of line ends', () => {
    const rows = parseNomenclature(`\uFEFF${HEADER}\r\nA;"B ""b""; c";шт;D;1;2.5;;E\r\n`);
    expect(rows).toEqual([
      { code: 'A', name: 'B "b"; c', unit: 'шт', category: 'D', costMinor: 100, priceMinor: 250, norm: null },
    ]);
  });

  it.each([
    ['another header', 'code;name\nA;B'],
    ['a missing field', `${HEADER}\nA;B;шт;D;1;2;E`],
    ['an amount that is none', `${HEADER}\nA;B;шт;D;1,5;2;;E`],
    ['a third decimal', `${HEADER}\nA;B;шт;D;1.005;2;;E`],
    ['an open quote', `${HEADER}\nA;"B;шт;D;1;2;;E`],
    ['no code', `${HEADER}\n;B;шт;D;1;2;;E`],
  ])('refuses %s', (_, text) => {
    expect(() => parseNomenclature(text)).toThrow(/nomenclature/);
  });
});
