import fs from 'node:fs';
import path from 'node:path';

export interface NomenclatureRow {
  code: string;
  name: string;
  unit: string;
  category: string;
  costMinor: number;
  priceMinor: number;
  norm: string | null;
}

const HEADER = ['code', 'name', 'unit', 'category', 'purchase_rub', 'sale_rub', 'norm', 'source'];

/** The demo items: semicolons, UTF-8 with a mark at the beginning, fields with quotes where needed. */
export function readNomenclature(): NomenclatureRow[] {
  const file = path.resolve(import.meta.dirname, '../../demo/nomenclature.csv');
  return parseNomenclature(fs.readFileSync(file, 'utf8'));
}

/** @throws Error naming the line that is not as the header says */
export function parseNomenclature(text: string): NomenclatureRow[] {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (header !== HEADER.join(';')) throw new Error(`nomenclature: unexpected header ${header}`);
  return lines.map((line, index) => parseRow(line, `nomenclature, line ${index + 2}`));
}

function parseRow(line: string, place: string): NomenclatureRow {
  const fields = parseFields(line);
  const [code, name, unit, category, cost, price, norm] = fields;
  if (fields.length !== HEADER.length || !code || !name || !unit || !category) throw new Error(`${place}: ${line}`);
  return {
    code,
    name,
    unit,
    category,
    costMinor: minor(cost, place),
    priceMinor: minor(price, place),
    norm: norm || null,
  };
}

function parseFields(line: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^";]*))(;|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (!match) throw new Error(`nomenclature: quotes do not match in ${line}`);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

function minor(roubles: string | undefined, place: string): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(roubles ?? '');
  if (!match) throw new Error(`${place}: "${roubles}" is not an amount`);
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
