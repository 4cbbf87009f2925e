import type { ImportDto, ImportRowDto } from './dto/import.dto.js';
import type { CheckedRow } from './import-rows.repository.js';
import { isPossible, type ImportStep } from './import-steps.js';
import type { ImportColumn } from './import-target.js';
import type { ImportView } from './imports.repository.js';
import { stillValid } from './mapping/source.js';
import type { TableRow } from './readers/table.js';

const STEPS: readonly ImportStep[] = ['map', 'apply', 'undo', 'stop'];

export function toImport(view: ImportView): ImportDto {
  return shape(view, { mapping: view.mapping, columns: [], preview: [] });
}

function shape(view: ImportView, details: Pick<ImportDto, 'mapping' | 'columns' | 'preview'>): ImportDto {
  return {
    id: view.id,
    kind: view.kind,
    state: view.state,
    file: { id: view.file_id, name: view.file_name },
    sheets: [...view.sheets],
    sheet: view.sheet,
    headerRow: view.header_row,
    options: view.options,
    progress: progressOf(view),
    counts: {
      new: view.new_rows,
      changed: view.changed_rows,
      unchanged: view.unchanged_rows,
      faulty: view.faulty_rows,
      applied: view.applied_rows,
      kept: view.kept_rows,
    },
    problem: view.problem,
    createdBy: { id: view.created_by, name: view.creator_name },
    createdAt: view.created_at,
    appliedAt: view.applied_at,
    version: view.version,
    steps: STEPS.filter((step) => isPossible(step, view)),
    ...details,
  };
}

interface Details {
  readonly columns: readonly ImportColumn[];
  readonly preview: readonly TableRow[];
  /** Indexes of columns the actor may not see. */
  readonly hidden: ReadonlySet<number>;
}

/** With what may be mapped: columns the actor may not see are not in the mapping either. */
export function toDetail(view: ImportView, { columns, preview, hidden }: Details): ImportDto {
  return shape(view, {
    mapping: view.mapping === null ? null : stillValid(view.mapping, columns),
    columns: columns.map(({ key, title, required, type }) => ({ key, title, required, type })),
    preview: preview.map(({ number, cells }) => ({
      rowNumber: number,
      cells: cells.map((cell, index) => (hidden.has(index) ? null : cell)),
    })),
  });
}

/** Without the columns the actor may not see. */
export function toRow(row: CheckedRow, shown: ReadonlySet<string>): ImportRowDto {
  const visible = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => shown.has(key)));
  const problems = row.problems.filter(({ column }) => column === null || shown.has(column));
  return {
    ...row,
    values: visible(row.values),
    before: row.before === null ? null : visible(row.before),
    problems: problems.map((problem) => Object.assign({}, problem)),
  };
}

/** Applying and undoing pass over the rows that change something, the other stages over all of the file. */
function progressOf({
  state,
  done_rows,
  total_rows,
  new_rows,
  changed_rows,
  applied_rows,
}: ImportView): ImportDto['progress'] {
  if (state === 'reading') return { done: done_rows, total: null };
  if (state === 'applying' || state === 'applied') return { done: done_rows, total: new_rows + changed_rows };
  if (state === 'undoing' || state === 'undone') return { done: done_rows, total: applied_rows };
  return { done: done_rows, total: total_rows };
}
