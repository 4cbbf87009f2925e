import type { Content, createPdf } from 'pdfmake';

/** The types of the library we write documents in; some of them its door does not name. */
export type { Content, CustomTableLayout, Style, TableCell } from 'pdfmake';
export type TDocumentDefinitions = Parameters<typeof createPdf>[0];
export type StyleDictionary = NonNullable<TDocumentDefinitions['styles']>;
export type ContentTable = Extract<Content, { table: unknown }>;
export type Column = Content & { width?: number | string };
