import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { openTable } from './open-table.js';
import { UnreadableFile, type TableRow } from './table.js';

async function read(file: Uint8Array, sheet = 0): Promise<TableRow[]> {
  const table = await openTable(Buffer.from(file));
  const rows: TableRow[] = [];
  for await (const row of table.rows(sheet)) rows.push(row);
  return rows;
}

async function refusal(file: Uint8Array): Promise<string> {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
  return 'none';
}

const workbook = (rows: (string | number | boolean | Date | null)[][]) =>
  writeXlsx({ sheets: [{ name: 'Лист', rows }] });

interface ZipPart {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
}

/** An archive whose parts may say anything about themselves. */
function archive(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size } of parts) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(size, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths]);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

describe('a workbook', () => {
  it('is read with the numbers of its rows, without blank ones and blank ends', async () => {
    const file = await workbook([
      ['Код', 'Имя', null],
      [null],
      ['A', 1.5, null, true],
      ['=1+1', new Date('2026-03-01')],
    ]);
    expect(await read(file)).toEqual([
      { number: 1, cells: ['Код', 'Имя'] },
      { number: 3, cells: ['A', 1.5, null, true] },
      { number: 4, cells: ['=1+1', '2026-03-01'] },
    ]);
  });

  it('gives cells merged downwards their value in each row, and those merged across once', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Лист',
          rows: [
            ['Полотна', null, null],
            ['ПВХ', 'A', 1],
            [null, 'B', 2],
            ['Ткань', 'C', 3],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          ],
        },
      ],
    });
    expect((await read(file)).map(({ cells }) => cells)).toEqual([
      ['Полотна'],
      ['ПВХ', 'A', 1],
      ['ПВХ', 'B', 2],
      ['Ткань', 'C', 3],
    ]);
  });

  it('shows what a formula gave, and never the formula', async () => {
    const file = await writeXlsx({
      sheets: [{ name: 'Лист', rows: [['A', null]], cells: new Map([['0,1', { formula: '3+4', formulaResult: 7 }]]) }],
    });
    expect(await read(file)).toEqual([{ number: 1, cells: ['A', 7] }]);
  });

  it('is refused by name when it is a trap or broken', async () => {
    const wide = await workbook([Array.from({ length: 300 }, (_, index) => `c${index}`)]);
    expect(await refusal(wide)).toBe('IMPORT.TOO_MANY_COLUMNS');
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bomb = { name: 'xl/worksheets/sheet1.xml', packed: deflateRawSync(zeros), size: zeros.length };
    expect(await refusal(archive([bomb]))).toBe('IMPORT.ARCHIVE_BOMB');
    expect(await refusal(archive([{ ...bomb, size: 1000 }]))).toBe('IMPORT.BROKEN_ARCHIVE');
    const good = await workbook([['A']]);
    expect(await refusal(good.subarray(0, good.length - 40))).toBe('IMPORT.BROKEN_ARCHIVE');
    expect(await refusal(archive([{ name: 'a.txt', packed: deflateRawSync('text'), size: 4 }]))).toBe(
      'IMPORT.NOT_A_TABLE',
    );
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [['A']] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    expect(await refusal(locked)).toBe('IMPORT.ENCRYPTED');
    expect(await refusal(Buffer.concat([locked.subarray(0, 8), Buffer.alloc(600)]))).toBe('IMPORT.OLD_EXCEL');
  });
});

describe('a text', () => {
  const TEXT = 'Артикул;Название;Цена\r\nA-1;"Полотно; матовое";399,50\r\n\r\n\'=B;Лента;1 200\r\n';
  const ROWS = [
    { number: 1, cells: ['Артикул', 'Название', 'Цена'] },
    { number: 2, cells: ['A-1', 'Полотно; матовое', '399,50'] },
    { number: 4, cells: ['=B', 'Лента', '1 200'] },
  ];

  it.each(['windows-1251', 'utf-8', 'utf-16le', 'koi8-r'])('is read from %s', async (encoding) => {
    const more = 'C-2;Вставка декоративная белая для полотна;15\r\n'.repeat(5);
    const rows = await read(iconv.encode(TEXT + more, encoding, { addBOM: encoding.startsWith('utf-16') }));
    expect(rows.slice(0, 3)).toEqual(ROWS);
    expect(rows.at(-1)).toEqual({ number: 9, cells: ['C-2', 'Вставка декоративная белая для полотна', '15'] });
  });

  it('may be cut by commas, tabs or what its first line says', async () => {
    for (const [text, cells] of [
      ['a,b,c\n1,2,3\n', ['1', '2', '3']],
      ['a\tb\n"x,y"\tz\n', ['x,y', 'z']],
      ['sep=|\na|b\n1|2\n', ['1', '2']],
    ] as const) {
      expect((await read(Buffer.from(text))).at(-1)?.cells).toEqual(cells);
    }
  });

  it('is refused when there is nothing in it or a quote is never closed', async () => {
    expect(await refusal(Buffer.from(' \r\n'))).toBe('IMPORT.EMPTY');
    expect(await refusal(Buffer.from('a;b\n"1;2\n3;4\n'))).toBe('IMPORT.BROKEN_TEXT');
  });
});
