import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { buildRoom, cuttingSheet, layOutCanvas, ruleSetR1 } from '@smet/estimating';
import type { CuttingSheet, CuttingWords, Point, RoomPlan, RoomShape } from '@smet/estimating';
import type { IDxf, IEntity, ILwpolylineEntity, ITextEntity } from 'dxf-parser';
import { writeCuttingDxf } from './write-cutting-dxf.js';

// Its types name exports of a bundle that is the class itself.
const DxfParser = createRequire(import.meta.url)('dxf-parser') as typeof import('dxf-parser').DxfParser;

const mm = (length: number): string => String(Math.round(length * 10) / 10).replace('.', ',');

const words: CuttingWords = {
  mirrored: 'ЗЕРКАЛЬНО: лицом вверх',
  asSeen: 'Как на плане: изнанкой вверх',
  piece: (number, of) => `Полотно ${number} из ${of}`,
  strip: (number, of) => `Полоса ${number} из ${of}`,
  film: (rollMm, lengthMm) => `рулон ${mm(rollMm)} × ${mm(lengthMm)} мм`,
  weld: (seam, toStrip) => `Шов ${seam} — к полосе ${toStrip}`,
  seam: (number, lengthMm) => `Шов ${number}, ${mm(lengthMm)} мм`,
  side: (label, cutMm, roomMm) => `${label} ${mm(cutMm)} (${mm(roomMm)})`,
  assembled: 'Полотно в сборе',
  cutOnSite: 'Вырезать на месте',
  things: {
    spotlight: 'светильник',
    chandelier: 'люстра',
    pipe: 'труба',
    vent: 'вентиляция',
    sensor: 'датчик',
    hatch: 'люк',
    'light-line': 'световая линия',
    track: 'трек',
    'curtain-niche': 'ниша',
  },
};

const plan: RoomPlan = {
  schemaVersion: 1,
  objects: [{ id: 'l', kind: 'chandelier', atMm: { x: 1500, y: 1500 } }],
  canvas: { rollM: '3.2', direction: { wall: 0, turnDeg: 0 } },
};

const E2: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: [5000, 3000, 2000, 1500, 3000, 4500] };
const withColumn: RoomShape = {
  schemaVersion: 1,
  kind: 'rectangle',
  sidesMm: [6000, 3000],
  arcs: [{ side: 1, sagittaMm: 500, bulges: 'outward' }],
  cutouts: [{ id: 'k', purpose: 'column', kind: 'circle', centreMm: { x: 2000, y: 1000 }, diameterMm: 400 }],
};

function sheetOf(shape: RoomShape, roomPlan: RoomPlan = plan): CuttingSheet {
  const build = buildRoom(shape);
  const laid = build.ok ? layOutCanvas(build.room, ruleSetR1.films, roomPlan.canvas) : null;
  if (!build.ok || !laid?.ok) {
    throw new Error('no canvas');
  }
  return cuttingSheet({ room: build.room, canvas: laid.canvas, plan: roomPlan });
}

function read(text: string): IDxf {
  const dxf = new DxfParser().parseSync(text);
  if (!dxf) {
    throw new Error('no DXF');
  }
  return dxf;
}

const onLayer = (dxf: IDxf, layer: string): IEntity[] => dxf.entities.filter((entity) => entity.layer === layer);
const cutsOf = (dxf: IDxf): ILwpolylineEntity[] => onLayer(dxf, 'CUT') as ILwpolylineEntity[];
const textsOf = (dxf: IDxf): string[] => (onLayer(dxf, 'TEXT') as ITextEntity[]).map(({ text }) => text);
const partsOf = (sheets: readonly CuttingSheet[]) =>
  sheets.flatMap(({ pieces }) => pieces.flatMap(({ strips }) => strips.flatMap(({ parts }) => parts)));

function areaOf(points: readonly Point[]): number {
  const at = (index: number): Point => points[index % points.length]!;
  return points.reduce((sum, { x, y }, index) => sum + (x * at(index + 1).y - at(index + 1).x * y) / 2, 0);
}

function sizeOf(points: readonly Point[]): [number, number] {
  const reach = (values: number[]): number => Math.max(...values) - Math.min(...values);
  return [reach(points.map(({ x }) => x)), reach(points.map(({ y }) => y))];
}

describe('writeCuttingDxf', () => {
  const sheets = [sheetOf(E2), sheetOf(withColumn)];
  const heading = ['Заказ 1043 · Кухня', 'ПВХ матовый'];
  const dxf = read(
    writeCuttingDxf(
      sheets.map((sheet) => ({ sheet, heading })),
      words,
    ),
  );

  it('is a drawing in millimetres with the layers a cutter asks for', () => {
    expect(dxf.header).toMatchObject({ $ACADVER: 'AC1021', $INSUNITS: 4, $MEASUREMENT: 1 });
    expect(Object.keys(dxf.tables.layer.layers)).toEqual(['0', 'CUT', 'SEAM', 'MARKS', 'TEXT']);
    expect(onLayer(dxf, '0')).toEqual([]);
    expect(onLayer(dxf, 'SEAM')).toHaveLength(3);
  });

  it('has what is to be cut on CUT, each line closed and once, at its size', () => {
    const meant = partsOf(sheets).flatMap(({ outline, holes }) => [outline, ...holes]);
    const cuts = cutsOf(dxf);
    expect(cuts.map(({ type, shape }) => [type, shape])).toEqual(meant.map(() => ['LWPOLYLINE', true]));
    cuts.forEach(({ vertices }, index) => {
      const [width, height] = sizeOf(vertices);
      const [meantWidth, meantHeight] = sizeOf(meant[index]!);
      expect(Math.abs(width - meantWidth)).toBeLessThan(0.01);
      expect(Math.abs(height - meantHeight)).toBeLessThan(0.01);
    });
    const cut = cuts.reduce((sum, { vertices }) => sum + areaOf(vertices), 0);
    expect(Math.abs(cut - partsOf(sheets).reduce((sum, { areaMm2 }) => sum + areaMm2, 0))).toBeLessThan(1);
  });

  it('lays strips apart', () => {
    const outlines = cutsOf(dxf).filter(({ vertices }) => areaOf(vertices) > 0);
    const bands = outlines.map(({ vertices }) => {
      const ys = vertices.map(({ y }) => y);
      return [Math.min(...ys), Math.max(...ys)] as const;
    });
    expect(bands).toHaveLength(3);
    expect(bands.slice(1).every(([low], index) => low > bands[index]![1] + 100)).toBe(true);
  });

  it('says in Russian what each strip is', () => {
    expect(textsOf(dxf)).toEqual(
      expect.arrayContaining([
        'Заказ 1043 · Кухня',
        'Полоса 1 из 2 · рулон 3200 × 4650 мм',
        'Полоса 2 из 2 · рулон 3200 × 2790 мм',
        'ЗЕРКАЛЬНО: лицом вверх',
        'Шов 1 — к полосе 2',
        'AB 4650 (5000)',
        'люстра',
        'F',
      ]),
    );
  });

  it('marks where a textile is trimmed and leaves its holes to be cut on site', () => {
    const textile = sheetOf(withColumn, { schemaVersion: 1, canvas: { film: 'textile' } });
    const file = read(writeCuttingDxf([{ sheet: textile, heading: [] }], words));
    expect(cutsOf(file)).toHaveLength(1);
    expect(textsOf(file)).toContain('Вырезать на месте');
  });

  it('marks light lines on a canvas of one strip itself, not only where it is drawn as welded', () => {
    const line = { id: 'l', kind: 'light-line' as const, pointsMm: [800, 2200].map((x) => ({ x, y: 1000 })) };
    const whole = sheetOf(withColumn, { schemaVersion: 1, canvas: { rollM: '5.0' }, objects: [line] });
    expect(whole.pieces[0]!.strips).toHaveLength(1);
    const marked = onLayer(
      read(writeCuttingDxf([{ sheet: whole, heading: [] }], words)),
      'MARKS',
    ) as ILwpolylineEntity[];
    const lines = marked.filter(({ vertices, shape }) => vertices.length === 2 && !shape);
    expect(lines.map(({ vertices }) => vertices[0]!.x < whole.pieces[0]!.strips[0]!.lengthMm)).toEqual([false, true]);
  });

  const hostile = [
    'Кухня\n0\nENDSEC\n0\nEOF',
    'Зал\r\n  0\r\nLINE\r\n  8\r\nCUT',
    '%%%%d скидка 50%%',
    '\\U+0410 \\P {\\fArial;x}',
    '^J^M ^I',
    '\u0000\u2028\ud800',
    'щ'.repeat(9000),
  ];

  it.each(hostile)('keeps %j on its line', (name) => {
    const file = writeCuttingDxf([{ sheet: sheets[0]!, heading: [name, 'Заказ 7'] }], words);
    expect(file).not.toMatch(/%%|\\|\^|(?!\n)\p{Cc}|\u2028/u);
    const dangerous = read(file);
    expect(cutsOf(dangerous)).toHaveLength(2);
    expect(dangerous.entities.filter(({ type }) => type === 'LINE').every(({ layer }) => layer === 'MARKS')).toBe(true);
    expect(textsOf(dangerous)).toContain('Заказ 7');
    expect(textsOf(dangerous).every((text) => text.length <= 200)).toBe(true);
    // Pairs of lines all the way: a code and its value.
    const lines = file.trimEnd().split('\n');
    expect(lines.filter((line, index) => index % 2 === 0 && !/^\d+$/.test(line))).toEqual([]);
  });

  it('is a file for an order without canvases too', () => {
    expect(read(writeCuttingDxf([], words)).entities).toEqual([]);
  });
});
