import type { FilePurpose } from '@smet/database';
import type { Permission } from '../access/index.js';
import { TEXT } from './content-type.js';

const MEGABYTE = 1024 * 1024;

export interface PurposeRules {
  readonly maxBytes: number;
  readonly types: ReadonlySet<string>;
  readonly bring: Permission;
  readonly open: Permission;
  /** Only whoever brought it: a table may hold what others must not read, as purchase prices. */
  readonly ownOnly: boolean;
  /** Shown in the page, or only ever saved. */
  readonly shown: boolean;
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file may be, by what it was brought for. Old and encrypted workbooks come in, for the import explains them better. */
export const PURPOSES: Readonly<Record<FilePurpose, PurposeRules>> = {
  picture: {
    maxBytes: 10 * MEGABYTE,
    types: new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']),
    bring: 'nomenclature:edit',
    open: 'nomenclature:read',
    ownOnly: false,
    shown: true,
  },
  import: {
    maxBytes: 50 * MEGABYTE,
    types: new Set([SPREADSHEET, 'application/zip', 'application/x-cfb', TEXT]),
    bring: 'import:run',
    open: 'import:read',
    ownOnly: true,
    shown: false,
  },
};
