import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTsv, toHtmlTable, toTsv } from './clipboard';

describe('blocks of cells on the clipboard', () => {
  it('reads what Excel writes: tabs, line ends of Windows, an empty line at the end', () => {
    expect(parseTsv('Полотно\t12,5\r\nПрофиль\t3\r\n')).toEqual([
      ['Полотно', '12,5'],
      ['Профиль', '3'],
    ]);
  });

  it('reads quoted cells with tabs, line ends and quotes in them', () => {
    expect(parseTsv('"Лента ""белая""\tи\nчёрная"\t2\n5\t')).toEqual([
      ['Лента "белая"\tи\nчёрная', '2'],
      ['5', ''],
    ]);
  });

  it('takes a quote that is never closed for inches', () => {
    expect(parseTsv('"18 дюймов\t1')).toEqual([['"18 дюймов', '1']]);
  });

  it('keeps empty rows between rows, and has none for no text', () => {
    expect(parseTsv('1\n\n2')).toEqual([['1'], [''], ['2']]);
    expect(parseTsv('')).toEqual([]);
  });

  it('reads back every block it writes', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', '').trim());
    const block = fc
      .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
      .filter((rows) => rows.at(-1)!.some((text) => text !== ''));
    fc.assert(fc.property(block, (rows) => expect(parseTsv(toTsv(rows))).toEqual(rows)));
  });

  it('writes a table in which names are no markup', () => {
    expect(toHtmlTable([['<b>', 'a & b']])).toBe('<table><tr><td>&lt;b&gt;</td><td>a &amp; b</td></tr></table>');
  });
});
