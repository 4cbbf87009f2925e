import type { Style, StyleDictionary } from './pdf-types.js';
import { FONT } from './fonts.js';

/** Points; 1 mm is 2.83. */
export const MARGIN = 42;
export const PORTRAIT = { width: 595.28, height: 841.89 };
export const LANDSCAPE = { width: 841.89, height: 595.28 };
/** Between the margins of a portrait page. */
export const CONTENT_WIDTH = PORTRAIT.width - 2 * MARGIN;

export const INK = '#1b2026';
export const MUTED = '#59636f';
export const LINE = '#cfd5dc';
export const TINT = '#f3f5f7';

export const DEFAULT_STYLE: Style = { font: FONT, fontSize: 8.5, lineHeight: 1.22, color: INK };

/** Sizes grow by about a fifth: 7, 8.5, 10.5, 13, 19. */
export const STYLES: StyleDictionary = {
  small: { fontSize: 7, color: MUTED },
  muted: { color: MUTED },
  strong: { bold: true },
  heading: { fontSize: 10.5, bold: true },
  section: { fontSize: 13, bold: true, lineHeight: 1.1 },
  title: { fontSize: 19, bold: true, lineHeight: 1.1 },
  /** Column heads. */
  head: { fontSize: 7, color: MUTED },
  number: { fontFeatures: ['tnum'] },
};
