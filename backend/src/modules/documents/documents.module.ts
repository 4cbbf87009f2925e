import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/index.js';
import { EstimatesModule } from '../estimates/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { DocumentsController } from './documents.controller.js';
import { Documents } from './documents.service.js';
import { DocumentPrinter } from './pdf/document-printer.js';

@Module({
  imports: [CompanyModule, EstimatesModule, OrganizationsModule],
  controllers: [DocumentsController],
  providers: [DocumentPrinter, Documents],
  exports: [DocumentPrinter, Documents],
})
export class DocumentsModule {}
