import { Module } from '@nestjs/common';
import { EstimatesModule } from '../estimates/index.js';
import { DocumentsController } from './documents.controller.js';
import { Documents } from './documents.service.js';
import { DocumentPrinter } from './pdf/document-printer.js';

@Module({
  imports: [EstimatesModule],
  controllers: [DocumentsController],
  providers: [DocumentPrinter, Documents],
  exports: [DocumentPrinter, Documents],
})
export class DocumentsModule {}
