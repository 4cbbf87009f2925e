import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '../imports.repository.js';
import { ApplyStage } from './apply-stage.js';
import { CheckStage } from './check-stage.js';
import type { Stage } from './stage.js';
import { UndoStage } from './undo-stage.js';

/** Which stage a state is worked on by. */
@Injectable()
export class ImportStages {
  readonly byState: Readonly<Partial<Record<ImportRecord['state'], Stage>>>;

  constructor(check: CheckStage, apply: ApplyStage, undo: UndoStage) {
    this.byState = { checking: check, applying: apply, undoing: undo };
  }
}
