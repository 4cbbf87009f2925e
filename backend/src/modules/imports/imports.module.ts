import { Module } from '@nestjs/common';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { ImportJournal } from './import-journal.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportTargets } from './import-targets.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { ApplyStage } from './stages/apply-stage.js';
import { CheckStage } from './stages/check-stage.js';
import { ImportJob } from './stages/import.job.js';
import { ImportStages } from './stages/import-stages.js';
import { ImportWork } from './stages/import-work.js';
import { ReadFile } from './stages/read-file.service.js';
import { UndoStage } from './stages/undo-stage.js';

/** Tables from outside: read, mapped, judged, applied, undone. What the rows are is the business of the targets. */
@Module({
  controllers: [ExportsController, ImportsController],
  providers: [
    ApplyStage,
    CheckStage,
    ExportsService,
    ImportJob,
    ImportJournal,
    ImportRowsRepository,
    ImportsRepository,
    ImportsService,
    ImportStages,
    ImportTargets,
    ImportWork,
    ReadFile,
    UndoStage,
  ],
  exports: [ImportTargets],
})
export class ImportsModule {}
