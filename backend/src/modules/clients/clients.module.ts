import { Module } from '@nestjs/common';
import { CustomFieldsModule } from '../custom-fields/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ClientDirectory } from './client-directory.service.js';
import { ClientPartsRepository } from './client-parts.repository.js';
import { ClientRowsRepository } from './client-rows.repository.js';
import { ClientsController } from './clients.controller.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';
import { WriteClientService } from './write-client.service.js';

@Module({
  imports: [OrganizationsModule, CustomFieldsModule],
  controllers: [ClientsController],
  providers: [
    ClientsService,
    WriteClientService,
    ClientDirectory,
    ClientsRepository,
    ClientRowsRepository,
    ClientPartsRepository,
  ],
  exports: [ClientDirectory],
})
export class ClientsModule {}
