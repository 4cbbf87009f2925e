import Drawing from 'dxf-writer';
import type { Point } from '@smet/estimating';
import { dxfText } from './dxf-text.js';

/** Layers by what a cutter does with them; only CUT is cut. */
export const LAYERS = ['CUT', 'SEAM', 'MARKS', 'TEXT'] as const;
export type LayerName = (typeof LAYERS)[number];

const COLOURS: Readonly<Record<LayerName, number>> = {
  CUT: Drawing.ACI.RED,
  SEAM: Drawing.ACI.BLUE,
  MARKS: Drawing.ACI.GREEN,
  TEXT: Drawing.ACI.WHITE,
};

/** Metric, by the code of the header. */
const METRIC = 1;
/** A ten-thousandth of a millimetre: finer is noise, and a number must not be written with an exponent. */
const STEP = 1e4;

const CENTRED = ['center', 'middle'] as const;
const FROM_START = ['left', 'baseline'] as const;

interface TextStyle {
  height: number;
  isCentred?: boolean;
  /** Counter-clockwise. */
  turnDeg?: number;
}

/** A DXF file being drawn, in millimetres. Lines are given against `at`, the place of their origin. */
export class DxfSheet {
  private readonly drawing: Drawing;

  constructor() {
    this.drawing = new Drawing();
    this.drawing.setUnits('Millimeters').header('MEASUREMENT', [[70, METRIC]]);
    LAYERS.forEach((name) => this.drawing.addLayer(name, COLOURS[name], 'CONTINUOUS'));
  }

  closedLine(layer: LayerName, at: Point, points: readonly Point[]): void {
    this.polyline(layer, at, points, true);
  }

  openLine(layer: LayerName, at: Point, points: readonly Point[]): void {
    this.polyline(layer, at, points, false);
  }

  /** Two strokes across each other, `size` wide. */
  cross(layer: LayerName, { x, y }: Point, size: number): void {
    const half = size / 2;
    this.drawing.setActiveLayer(layer);
    this.drawing.drawLine(rounded(x - half), rounded(y), rounded(x + half), rounded(y));
    this.drawing.drawLine(rounded(x), rounded(y - half), rounded(x), rounded(y + half));
  }

  /** On the layer TEXT, in the middle of its place or beginning there; nothing when there is nothing to say. */
  text(text: string, { x, y }: Point, { height, isCentred = false, turnDeg = 0 }: TextStyle): void {
    const safe = dxfText(text);
    if (safe !== '') {
      this.drawing.setActiveLayer('TEXT');
      const [across, up] = isCentred ? CENTRED : FROM_START;
      this.drawing.drawText(rounded(x), rounded(y), height, turnDeg, safe, across, up);
    }
  }

  /** The file; to be stored as UTF-8. */
  toString(): string {
    return `${this.drawing.toDxfString()}\n`;
  }

  private polyline(layer: LayerName, at: Point, points: readonly Point[], isClosed: boolean): void {
    this.drawing.setActiveLayer(layer);
    this.drawing.drawPolyline(
      points.map(({ x, y }): [number, number] => [rounded(at.x + x), rounded(at.y + y)]),
      isClosed,
    );
  }
}

function rounded(millimetres: number): number {
  return Math.round(millimetres * STEP) / STEP || 0;
}
