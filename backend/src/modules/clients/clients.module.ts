import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { ClientDirectory } from './client-directory.service.js';
import { ClientsController } from './clients.controller.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [ClientsController],
  providers: [ClientsService, ClientDirectory, ClientsRepository],
  exports: [ClientDirectory],
})
export class ClientsModule {}
