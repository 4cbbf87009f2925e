import { Module } from '@nestjs/common';
import { CustomFieldsModule } from '../custom-fields/index.js';
import { ImportsModule } from '../imports/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ClientDirectory } from './client-directory.service.js';
import { ClientPartsRepository } from './client-parts.repository.js';
import { ClientRowsRepository } from './client-rows.repository.js';
import { ClientsController } from './clients.controller.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';
import { ConsentsController } from './consents/consents.controller.js';
import { ConsentsRepository } from './consents/consents.repository.js';
import { Consents } from './consents/consents.service.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { DuplicatesRepository } from './duplicates/duplicates.repository.js';
import { Duplicates } from './duplicates/duplicates.service.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryRepository } from './history/history.repository.js';
import { ClientHistory } from './history/history.service.js';
import { ClientsImportRepository } from './import/clients-import.repository.js';
import { ClientsTarget } from './import/clients-target.js';
import { HangingRepository } from './merging/hanging.repository.js';
import { MergeClients } from './merging/merge-clients.service.js';
import { MergesRepository } from './merging/merges.repository.js';
import { MergingController } from './merging/merging.controller.js';
import { PartClients } from './merging/part-clients.service.js';
import { TagsController } from './tags/tags.controller.js';
import { TagsRepository } from './tags/tags.repository.js';
import { Tags } from './tags/tags.service.js';
import { WriteClientService } from './write-client.service.js';

@Module({
  imports: [OrganizationsModule, CustomFieldsModule, ImportsModule],
  controllers: [
    ClientsController,
    ConsentsController,
    DuplicatesController,
    HistoryController,
    MergingController,
    TagsController,
  ],
  providers: [
    ClientsService,
    WriteClientService,
    ClientDirectory,
    ClientsRepository,
    ClientRowsRepository,
    ClientPartsRepository,
    Consents,
    ConsentsRepository,
    Duplicates,
    DuplicatesRepository,
    ClientHistory,
    HistoryRepository,
    ClientsTarget,
    ClientsImportRepository,
    MergeClients,
    PartClients,
    MergesRepository,
    HangingRepository,
    Tags,
    TagsRepository,
  ],
  exports: [ClientDirectory],
})
export class ClientsModule {}
