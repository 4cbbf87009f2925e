import type { ImportAction } from '@smet/database';
import type { Actor, Permission } from '../../platform/access/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Cell } from './readers/table.js';

/** A column people may map one of their file's to. */
export interface ImportColumn {
  readonly key: string;
  /** In people's words: it heads the column of an export. */
  readonly title: string;
  /** Without it nothing can be told apart or made. */
  readonly required: boolean;
  readonly type: 'text' | 'number' | 'money' | 'date' | 'choice';
  /** Other titles it is known by. */
  readonly synonyms: readonly string[];
}

/** Why a row cannot be taken: a code, where it is, and what a translated text needs. */
export interface RowProblem {
  /** The key of the column; null: the row as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Values = Readonly<Record<string, unknown>>;

/** A row of the file under the keys of the mapped columns. */
export interface MappedRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What a row will do. */
export interface RowVerdict {
  readonly rowNumber: number;
  readonly action: ImportAction;
  /** What must not come twice in the file. */
  readonly key: string | null;
  /** Of a new thing, made here: it is known before it is there. */
  readonly targetId: string | null;
  readonly targetVersion: number | null;
  /** Plain JSON: what the thing will be, of the mapped columns. */
  readonly values: Values;
  /** The same of the thing as it is. */
  readonly before: Values | null;
  readonly problems: readonly RowProblem[];
}

/** A row to be applied or taken back; it was judged before, perhaps days ago. */
export interface PlannedRow {
  readonly rowNumber: number;
  readonly action: 'new' | 'changed';
  readonly targetId: string;
  readonly targetVersion: number | null;
  readonly values: Values;
  readonly before: Values | null;
  readonly trace: Values | null;
}

/** What is worth telling about a row: that it was refused after all, or what its undoing needs to know. */
export interface RowOutcome {
  readonly rowNumber: number;
  readonly problem?: RowProblem;
  readonly trace?: Values;
}

export interface ImportRun {
  readonly importId: string;
  /** The one moment (ISO 8601) of all its rows: when its applying was asked for, before that now. */
  readonly at: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * A kind of things that can be imported, registered by the module that owns them. `check`, `apply` and `undo` get a stretch
 * of rows and work on it as a set, inside the transaction that moves the import on: they happen exactly once.
 */
export interface ImportTarget {
  readonly kind: string;
  /** What a person needs beside `import:run`. */
  readonly permission: Permission;
  /** What the actor may read and write; the rest is not there, neither in imports nor in exports. */
  columns(actor: Actor): Promise<readonly ImportColumn[]>;
  /** Why options cannot be taken, or null. */
  optionsProblem(options: ImportRun['options']): string | null;
  check(tx: Transaction, rows: readonly MappedRow[], run: ImportRun): Promise<readonly RowVerdict[]>;
  /** Writes what is as it was when checked; the others come back with a problem. Audit rows included. */
  apply(tx: Transaction, rows: readonly PlannedRow[], run: ImportRun): Promise<readonly RowOutcome[]>;
  /** Takes back what nobody has touched since; the others come back with a problem. Rows come last first. */
  undo(tx: Transaction, rows: readonly PlannedRow[], run: ImportRun): Promise<readonly RowOutcome[]>;
  /** Everything there is, in stretches, under the keys of `columns`. */
  export(actor: Actor): AsyncIterable<readonly Readonly<Record<string, Cell>>[]>;
}
