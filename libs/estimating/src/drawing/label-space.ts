import { clipSegment, lengthOf, overlaps, segmentBox, shareInside } from './screen.js';
import type { Box, Segment } from './screen.js';

interface Line {
  line: Segment;
  box: Box;
  /** What a pixel of it through a label costs. */
  weight: number;
  /** The last question that counted it: a line lies in many cells of the grid. */
  seen: number;
}

interface Cell {
  area: Box;
  boxes: Box[];
  lines: Line[];
}

const CELL = 48;

/** Everything labels keep off, in a grid: thousands of candidates are tried, each near a handful of things. */
export class LabelSpace {
  private readonly cells: Cell[];
  private readonly columns: number;
  private readonly rows: number;
  private question = 0;

  constructor(readonly frame: Box) {
    this.columns = Math.max(1, Math.ceil(frame.width / CELL));
    this.rows = Math.max(1, Math.ceil(frame.height / CELL));
    this.cells = Array.from({ length: this.columns * this.rows }, (_, index) => ({
      area: {
        x: frame.x + (index % this.columns) * CELL,
        y: frame.y + Math.floor(index / this.columns) * CELL,
        width: CELL,
        height: CELL,
      },
      boxes: [],
      lines: [],
    }));
  }

  /** What no label may cover: another label, a symbol. */
  addBox(box: Box): void {
    for (const { boxes } of this.cellsUnder(box)) {
      boxes.push(box);
    }
  }

  addLine(line: Segment, weight: number): void {
    const entry = { line, box: segmentBox(line), weight, seen: 0 };
    for (const { lines, area } of this.cellsUnder(entry.box)) {
      if (clipSegment(line, area)) {
        lines.push(entry);
      }
    }
  }

  /**
   * What a place inside the frame costs: pixels of lines through it, each times its weight. Infinite where it covers a
   * box; counting stops above `limit`.
   */
  costOf(place: Box, limit: number): number {
    const cells = this.cellsUnder(place);
    if (cells.some(({ boxes }) => boxes.some((box) => overlaps(box, place)))) {
      return Infinity;
    }
    this.question += 1;
    let cost = 0;
    for (const { lines } of cells) {
      for (const entry of lines) {
        if (entry.seen !== this.question && overlaps(entry.box, place)) {
          entry.seen = this.question;
          cost += shareInside(entry.line, place) * lengthOf(entry.line) * entry.weight;
        }
      }
      if (cost > limit) {
        return cost;
      }
    }
    return cost;
  }

  /** True when a line runs through a label or a symbol. */
  isCrossed(line: Segment): boolean {
    return this.cellsUnder(segmentBox(line)).some(({ boxes }) => boxes.some((box) => shareInside(line, box) > 0));
  }

  private cellsUnder(box: Box): Cell[] {
    const { frame, columns, rows } = this;
    const first = Math.max(0, Math.floor((box.x - frame.x) / CELL));
    const last = Math.min(columns - 1, Math.floor((box.x + box.width - frame.x) / CELL));
    const top = Math.max(0, Math.floor((box.y - frame.y) / CELL));
    const bottom = Math.min(rows - 1, Math.floor((box.y + box.height - frame.y) / CELL));
    const found: Cell[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = first; column <= last; column += 1) {
        found.push(this.cells[row * columns + column]!);
      }
    }
    return found;
  }
}
