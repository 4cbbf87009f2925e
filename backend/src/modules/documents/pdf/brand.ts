/** What a document is coloured with. */
export interface Brand {
  /** As the firm named it: for lines nobody has to read. */
  line: string;
  /** For areas with a text on them, and that text. */
  fill: string;
  onFill: string;
  /** For texts on white: the same hue, darkened until it is readable. */
  ink: string;
}

type Rgb = readonly [number, number, number];

const OURS = '#0b6e5a';
const HEX = /^#[0-9a-f]{6}$/i;
/** WCAG 2.2 AA of a text. */
const READABLE = 4.5;
/** A colour at least as far from white as a large text must be is darkened for a white text, a lighter one takes a dark one. */
const NEARLY_READABLE = 3;
const DARK = '#111418';
const DARKER = 0.95;
const WHITE: Rgb = [255, 255, 255];

/** Colours of a firm's documents; `color` is "#1c7ed6", anything else stands for the system's own. */
export function brandOf(color: string): Brand {
  const line = HEX.test(color) ? color.toLowerCase() : OURS;
  let rgb = parse(line);
  const takesWhite = contrast(rgb, WHITE) >= NEARLY_READABLE;
  while (contrast(rgb, WHITE) < READABLE) {
    rgb = [rgb[0] * DARKER, rgb[1] * DARKER, rgb[2] * DARKER];
  }
  const ink = write(rgb);
  return { line, ink, fill: takesWhite ? ink : line, onFill: takesWhite ? '#ffffff' : DARK };
}

/** The ratio of WCAG 2: 1 to 21. */
export function contrastOf(a: string, b: string): number {
  return contrast(parse(a), parse(b));
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function write(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.floor(channel).toString(16).padStart(2, '0')).join('')}`;
}
