import { labelSize } from '../place-labels.js';
import type { Palette } from './palette.js';
import { element, escapeXml } from './xml.js';

const FONT = 12;
const LINE = 16;
const MARGIN = 10;

/** Lines under the drawing that fit the picture, long ones wrapped between words. */
export interface Caption {
  lines: string[];
  /** Pixels it takes at the bottom of the picture. */
  height: number;
}

/** At most a third of the picture is given to the caption; what does not fit ends in "…". */
export function layOutCaption(texts: readonly string[], width: number, height: number): Caption {
  const room = Math.max(1, width - 2 * MARGIN);
  const wrapped = texts.flatMap((text) => wrap(text, room));
  const most = Math.max(0, Math.floor((height / 3 - MARGIN) / LINE));
  const lines = wrapped.slice(0, most);
  if (most > 0 && wrapped.length > most) {
    lines[most - 1] = `${lines[most - 1]!.replace(/\S*$/, '')}…`;
  }
  return { lines, height: lines.length === 0 ? 0 : lines.length * LINE + MARGIN };
}

function wrap(text: string, room: number): string[] {
  const perLine = Math.max(8, Math.floor(room / labelSize('0', FONT).width) * 1.3);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => chunksOf(part, perLine))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A word longer than a line is cut: nobody writes one, and it must not leave the picture. */
function chunksOf(word: string, most: number): string[] {
  const glyphs = Array.from(word);
  const count = Math.ceil(glyphs.length / most);
  return Array.from({ length: count }, (_, index) => glyphs.slice(index * most, (index + 1) * most).join(''));
}

/** Running text is narrower than digits. */
const widthOf = (text: string): number => labelSize(text, FONT).width * 0.95;

export function paintCaption({ lines, height }: Caption, pictureHeight: number, { text }: Palette): string {
  const top = pictureHeight - height;
  return lines
    .map((line, index) =>
      element(
        'text',
        { x: MARGIN, y: top + LINE * (index + 0.75), 'font-size': FONT, 'text-anchor': 'start', fill: text },
        escapeXml(line),
      ),
    )
    .join('');
}
