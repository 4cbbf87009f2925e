import type { Content, TDocumentDefinitions } from './pdf-types.js';
import { dateText } from '../words/format.js';
import type { DocumentHead } from '../views/document-head.js';
import { brandOf } from './brand.js';
import { NO_LINES } from './blocks.js';
import { CONTENT_WIDTH, DEFAULT_STYLE, LANDSCAPE, LINE, MARGIN, MUTED, PORTRAIT, STYLES } from './house-style.js';
import { usablePicture } from './usable-picture.js';

/** What a document is called in its header and footer, and how its pages lie. */
export interface PageFrame {
  head: DocumentHead;
  /** "Коммерческое предложение". */
  name: string;
  /** As this document is numbered, where that is not the number of the estimate. */
  number?: string;
  orientation?: 'portrait' | 'landscape';
  /** Whether the first page begins with the letterhead; the others have a running head. */
  hasLetterhead?: boolean;
}

const TOP = 46;
const BOTTOM = 48;
const HASH_SHOWN = 12;

/** A document of the house: its pages, header, footer and the sign of a draft around the content. */
export function documentOf(frame: PageFrame, content: Content[]): TDocumentDefinitions {
  const { head, orientation = 'portrait', hasLetterhead = true } = frame;
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [MARGIN, TOP, MARGIN, BOTTOM],
    defaultStyle: DEFAULT_STYLE,
    styles: STYLES,
    info: { title: titleOf(frame), author: firmName(head), producer: 'SMET', creator: 'SMET' },
    language: 'ru',
    header: (page) => (page === 1 && hasLetterhead ? null : runningHead(frame)),
    footer: (page, pages) => footer(frame, page, pages),
    ...(head.isDraft && { watermark: { text: 'Черновик', color: MUTED, opacity: 0.09, bold: true } }),
    content,
  };
}

export function firmName({ company }: DocumentHead): string {
  return company.legalName;
}

function titleOf({ head, name, number }: PageFrame): string {
  return `${name} № ${number ?? head.number}`;
}

function runningHead(frame: PageFrame): Content {
  const { head, orientation } = frame;
  return {
    margin: [MARGIN, 20, MARGIN, 0],
    stack: [
      {
        columns: [
          { text: firmName(head), style: 'small', width: '*' },
          { text: titleOf(frame), style: 'small', alignment: 'right', width: 'auto' },
        ],
      },
      rule(orientation, 4),
    ],
  };
}

function footer(frame: PageFrame, page: number, pages: number): Content {
  const { head, number, orientation } = frame;
  const hash = head.contentHash === null ? '' : ` · код ${head.contentHash.slice(0, HASH_SHOWN)}`;
  const state = head.isDraft ? 'Черновик · ' : '';
  const estimate = number === undefined ? '' : ` · смета № ${head.number}`;
  const told = `${state}${titleOf(frame)}${estimate} от ${dateText(head.date, head.timezone)}${hash}`;
  return {
    margin: [MARGIN, 14, MARGIN, 0],
    stack: [
      rule(orientation, 0),
      {
        margin: [0, 5, 0, 0],
        columns: [
          { text: told, style: 'small', width: '*' },
          { text: `Страница ${page} из ${pages}`, style: ['small', 'number'], alignment: 'right', width: 90 },
        ],
      },
    ],
  };
}

function rule(orientation: PageFrame['orientation'], above: number): Content {
  const { width } = orientation === 'landscape' ? LANDSCAPE : PORTRAIT;
  return {
    margin: [0, above, 0, 0],
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width - 2 * MARGIN, y2: 0, lineWidth: 0.5, lineColor: LINE }],
  };
}

const LOGO: [number, number] = [120, 44];

/** Logo and name of the firm, how to reach it, and its colour across the page. */
export function letterhead({ company }: DocumentHead): Content {
  const { legalName, phone, email, site, address, logo } = company;
  const picture = logo && usablePicture(logo) ? `data:${logo.type};base64,${logo.data}` : null;
  const reach = [phone, email, site].filter((text) => text !== '').join(' · ');
  const name: Content = { text: legalName, style: picture ? 'strong' : 'section' };
  return {
    margin: [0, -10, 0, 14],
    stack: [
      {
        table: {
          widths: picture ? ['auto', '*'] : ['*'],
          body: [
            [
              ...(picture ? [{ image: picture, fit: LOGO }] : []),
              {
                stack: [
                  name,
                  {
                    text: [reach, address].filter((text) => text !== '').join('\n'),
                    style: 'small',
                    margin: [0, 2, 0, 0],
                  },
                ],
                alignment: picture ? 'right' : 'left',
              },
            ],
          ],
        },
        layout: NO_LINES,
      },
      {
        margin: [0, 8, 0, 0],
        canvas: [{ type: 'rect', x: 0, y: 0, w: CONTENT_WIDTH, h: 2.5, color: brandOf(company.brandColor).line }],
      },
    ],
  };
}
