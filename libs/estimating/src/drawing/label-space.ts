import { clipSegment, lengthOf, overlapArea } from './screen.js';
import type { Box, Segment } from './screen.js';

/** How much a place for a label costs: what must not be covered, and what had better not be. */
export interface Cover {
  /** Square pixels of other labels and symbols under the box. */
  clash: number;
  /** Pixels of lines through the box, each times its weight. */
  lines: number;
}

interface Entry {
  /** The last question that counted this entry: it may lie in several cells of the grid. */
  seen: number;
  box: Box | null;
  line: Segment | null;
  weight: number;
}

const CELL = 64;

/** Everything labels keep off, in a grid: hundreds of candidates are tried, each near a handful of things. */
export class LabelSpace {
  private readonly cells: Entry[][];
  private readonly columns: number;
  private readonly rows: number;
  private question = 0;

  constructor(readonly frame: Box) {
    this.columns = Math.max(1, Math.ceil(frame.width / CELL));
    this.rows = Math.max(1, Math.ceil(frame.height / CELL));
    this.cells = Array.from({ length: this.columns * this.rows }, () => []);
  }

  addBox(box: Box): void {
    const entry: Entry = { seen: 0, box, line: null, weight: 1 };
    this.eachCell(box, (cell) => cell.push(entry));
  }

  /** @param weight what a pixel of the line through a label costs. */
  addLine(line: Segment, weight: number): void {
    const entry: Entry = { seen: 0, box: null, line, weight };
    const x = Math.min(line.a.x, line.b.x);
    const y = Math.min(line.a.y, line.b.y);
    const box = { x, y, width: Math.abs(line.a.x - line.b.x), height: Math.abs(line.a.y - line.b.y) };
    this.eachCell(box, (cell, area) => {
      if (clipSegment(line, area)) {
        cell.push(entry);
      }
    });
  }

  cover(box: Box): Cover {
    this.question += 1;
    const cover: Cover = { clash: 0, lines: 0 };
    this.eachCell(box, (cell) => {
      for (const entry of cell) {
        if (entry.seen !== this.question) {
          entry.seen = this.question;
          add(cover, entry, box);
        }
      }
    });
    return cover;
  }

  /** True when a line runs through a label or a symbol. */
  isCrossed(line: Segment): boolean {
    this.question += 1;
    const x = Math.min(line.a.x, line.b.x);
    const y = Math.min(line.a.y, line.b.y);
    const box = { x, y, width: Math.abs(line.a.x - line.b.x), height: Math.abs(line.a.y - line.b.y) };
    let crossed = false;
    this.eachCell(box, (cell) => {
      crossed ||= cell.some((entry) => entry.box !== null && clipSegment(line, entry.box) !== null);
    });
    return crossed;
  }

  /** Cells a box touches, those at the edge also for what lies beyond. */
  private eachCell(box: Box, visit: (cell: Entry[], area: Box) => void): void {
    const { frame, columns, rows } = this;
    const inGrid = (value: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(value / CELL)));
    const [left, right] = [box.x - frame.x, box.x + box.width - frame.x];
    const [top, bottom] = [box.y - frame.y, box.y + box.height - frame.y];
    if (right < -CELL || bottom < -CELL || left > frame.width + CELL || top > frame.height + CELL) {
      return;
    }
    for (let row = inGrid(top, rows); row <= inGrid(bottom, rows); row += 1) {
      for (let column = inGrid(left, columns); column <= inGrid(right, columns); column += 1) {
        const area = { x: frame.x + column * CELL - 1, y: frame.y + row * CELL - 1, width: CELL + 2, height: CELL + 2 };
        visit(this.cells[row * columns + column]!, area);
      }
    }
  }
}

function add(cover: Cover, { box, line, weight }: Entry, asked: Box): void {
  if (box) {
    cover.clash += overlapArea(box, asked);
    return;
  }
  const inside = line ? clipSegment(line, asked) : null;
  if (line && inside) {
    cover.lines += (inside[1] - inside[0]) * lengthOf(line) * weight;
  }
}
