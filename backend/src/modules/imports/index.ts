export { ImportsModule } from './imports.module.js';
export { ImportTargets } from './import-targets.js';
export type {
  ImportColumn,
  ImportRun,
  ImportTarget,
  MappedRow,
  PlannedRow,
  RowOutcome,
  RowProblem,
  RowVerdict,
} from './import-target.js';
export type { Cell } from './readers/table.js';
