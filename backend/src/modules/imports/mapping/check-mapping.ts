import type { InvalidParam } from '../../../platform/http/index.js';
import type { MapImportDto } from '../dto/import-input.dto.js';
import type { ImportColumn, ImportTarget } from '../import-target.js';
import { mappingInvalid } from '../imports.errors.js';
import type { ImportRecord } from '../imports.repository.js';
import { MAX_COLUMNS, type Cell } from '../readers/table.js';

interface Surroundings {
  readonly titles: readonly Cell[];
  readonly target: ImportTarget;
  readonly columns: readonly ImportColumn[];
}

/**
 * A mapping names columns of the file by their index and each of the target's columns once, the required ones included.
 * @throws AppError 422 naming every fault
 */
export function checkMapping(
  { columns: mapping, headerRow, options = {} }: MapImportDto,
  record: ImportRecord,
  { titles, target, columns }: Surroundings,
): void {
  const faults: InvalidParam[] = [];
  const known = new Set(columns.map(({ key }) => key));
  const taken = new Set<unknown>();
  for (const [index, key] of Object.entries(mapping)) {
    const path = `columns.${index}`;
    if (!/^\d{1,3}$/.test(index) || Number(index) >= MAX_COLUMNS) faults.push({ path, code: 'NO_SUCH_COLUMN' });
    if (!known.has(key)) faults.push({ path, code: 'IS_IN', params: { values: [...known] } });
    else if (taken.has(key)) faults.push({ path, code: 'MAPPED_TWICE' });
    taken.add(key);
  }
  for (const { key, required } of columns) {
    if (required && !taken.has(key)) faults.push({ path: 'columns', code: 'IS_REQUIRED', params: { column: key } });
  }
  if (headerRow > record.total_rows) faults.push({ path: 'headerRow', code: 'NO_SUCH_ROW' });
  else if (titles.length === 0) faults.push({ path: 'headerRow', code: 'BLANK_ROW' });
  const fault = target.optionsProblem(options);
  if (fault !== null) faults.push({ path: 'options', code: fault });
  if (faults.length > 0) throw mappingInvalid(faults);
}
