import type {
  CuttingCorner,
  CuttingPiece,
  CuttingSheet,
  CuttingStrip,
  CuttingThing,
  CuttingWords,
  Point,
} from '@smet/estimating';
import { DxfSheet } from './dxf-sheet.js';

/** The canvas of a room and what is written over each of its strips: room, order, film. */
export interface CuttingToWrite {
  sheet: CuttingSheet;
  heading: readonly string[];
}

/** Between the strips there is room for what is written over each, millimetres. */
const GAP = 400;
const TITLE = 70;
const TITLE_LINE = 110;
const LABEL = 50;
const CROSS = 100;
/** How far a letter stands from its corner. */
const INSIDE = 110;

/**
 * A DXF file (AC1021, millimetres, 1:1) of one order. Strips lie over one another as film comes off the roll, each with
 * x along the roll; the layer CUT holds the closed lines of what is cut out of them, each once, and nothing else. To the
 * right of its strips each piece is drawn as it is welded together, for reference, on MARKS and SEAM. Layers are described
 * in docs/adr/0015-cutting-files.md.
 * @returns text to be stored as UTF-8
 */
export function writeCuttingDxf(sheets: readonly CuttingToWrite[], words: CuttingWords): string {
  const dxf = new DxfSheet();
  const lengths = sheets.flatMap(({ sheet }) => sheet.pieces.flatMap(({ strips }) => strips.map((s) => s.lengthMm)));
  const right = Math.max(0, ...lengths) + 2 * GAP;
  let y = 0;
  for (const { sheet, heading } of sheets) {
    for (const piece of sheet.pieces) {
      writeAssembled({ dxf, words }, piece, { x: right, y });
      for (const strip of piece.strips) {
        const at = { x: 0, y };
        writeStrip({ dxf, words }, { sheet, piece, strip }, at);
        const titles = titlesOf(words, { sheet, piece, strip, heading });
        titles.forEach((title, line) => {
          const above = at.y + sheet.rollMm + TITLE_LINE * (titles.length - 0.5 - line);
          dxf.text(title, { x: 0, y: above }, { height: TITLE });
        });
        y += sheet.rollMm + GAP + TITLE_LINE * titles.length;
      }
    }
  }
  return dxf.toString();
}

interface Pen {
  dxf: DxfSheet;
  words: CuttingWords;
}

interface StripToWrite {
  sheet: CuttingSheet;
  piece: CuttingPiece;
  strip: CuttingStrip;
}

function titlesOf(
  words: CuttingWords,
  { sheet, piece, strip, heading }: StripToWrite & { heading: readonly string[] },
): string[] {
  const which = sheet.pieces.length > 1 ? [words.piece(piece.number, sheet.pieces.length)] : [];
  return [
    ...heading,
    [...which, words.strip(strip.number, piece.strips.length), words.film(sheet.rollMm, strip.lengthMm)].join(' · '),
    sheet.mirrored ? words.mirrored : words.asSeen,
  ];
}

function writeStrip({ dxf, words }: Pen, { sheet, piece, strip }: StripToWrite, at: Point): void {
  const { lengthMm, parts, welds, corners } = strip;
  const pieceAt = { x: at.x - strip.at.x, y: at.y - strip.at.y };
  dxf.closedLine('MARKS', at, boxOf(lengthMm, sheet.rollMm));
  for (const { outline, holes } of parts) {
    [outline, ...holes].forEach((line) => dxf.closedLine('CUT', at, line));
  }
  for (const { seam, toStrip, from, to, edge } of welds) {
    dxf.openLine('SEAM', at, [from, to]);
    const middle = { x: (from.x + to.x) / 2, y: from.y + (edge === 'low' ? INSIDE : -INSIDE) };
    dxf.text(words.weld(seam, toStrip), moved(middle, at), { height: LABEL, isCentred: true });
  }
  corners.forEach((corner) => writeLetter(dxf, corner, at));
  // Lines have their place on a canvas of one strip; on several they are seen on the one drawn as welded.
  const isAlone = piece.strips.length === 1;
  (isAlone ? piece.things : strip.things).forEach((thing) => writeThing({ dxf, words }, thing, isAlone ? pieceAt : at));
  writeTrimmed({ dxf, words }, piece, pieceAt);
}

/** Where the walls are on a canvas that is trimmed there. */
function writeTrimmed({ dxf, words }: Pen, { walls, holesOnSite }: CuttingPiece, at: Point): void {
  if (walls) {
    dxf.closedLine('MARKS', at, walls);
  }
  for (const hole of holesOnSite) {
    dxf.closedLine('MARKS', at, hole);
    dxf.text(words.cutOnSite, moved(centreOf(hole), at), { height: LABEL, isCentred: true });
  }
}

function writeAssembled({ dxf, words }: Pen, piece: CuttingPiece, at: Point): void {
  const { outline, holes, seams, corners, things, sides } = piece;
  [outline, ...holes].forEach((line) => dxf.closedLine('MARKS', at, line));
  for (const { number, lengthMm, from, to } of seams) {
    dxf.openLine('SEAM', at, [from, to]);
    const middle = { x: (from.x + to.x) / 2, y: from.y + LABEL };
    dxf.text(words.seam(number, lengthMm), moved(middle, at), { height: LABEL, isCentred: true });
  }
  corners.forEach((corner) => writeLetter(dxf, corner, at));
  for (const { label, cutMm, roomMm, from, middle, to } of sides) {
    const way = Math.atan2(to.y - from.y, to.x - from.x);
    const place = { x: middle.x - LABEL * Math.sin(way), y: middle.y + LABEL * Math.cos(way) };
    const style = { height: LABEL, isCentred: true, turnDeg: readable(way) };
    dxf.text(words.side(label, cutMm, roomMm), moved(place, at), style);
  }
  things.forEach((thing) => writeThing({ dxf, words }, thing, at));
  writeTrimmed({ dxf, words }, piece, at);
  const top = Math.max(...outline.map(({ y }) => y));
  dxf.text(words.assembled, moved({ x: 0, y: top + LABEL }, at), { height: TITLE });
}

function writeThing({ dxf, words }: Pen, { kind, points }: CuttingThing, at: Point): void {
  const [first] = points;
  if (first && points.length === 1) {
    dxf.cross('MARKS', moved(first, at), CROSS);
  } else {
    dxf.openLine('MARKS', at, points);
  }
  if (first) {
    // Below and in the middle: lamps stand in rows, and beside it the name would run into the next one.
    const place = { x: first.x, y: first.y - CROSS / 2 - LABEL };
    dxf.text(words.things[kind], moved(place, at), { height: LABEL, isCentred: true });
  }
}

function boxOf(width: number, height: number): Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

function moved({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y };
}

function writeLetter(dxf: DxfSheet, { letter, x, y, inward }: CuttingCorner, at: Point): void {
  const place = { x: x + inward.x * INSIDE, y: y + inward.y * INSIDE };
  dxf.text(letter, moved(place, at), { height: TITLE, isCentred: true });
}

/** The turn of a text along a way so that nobody reads it upside down, degrees. */
function readable(way: number): number {
  const degrees = Math.round((way * 18_000) / Math.PI) / 100;
  return degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
}

function centreOf(points: readonly Point[]): Point {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}
