import { Module } from '@nestjs/common';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { CustomFields } from './custom-fields.service.js';

@Module({
  controllers: [CustomFieldsController],
  providers: [CustomFields, CustomFieldsRepository],
  exports: [CustomFields],
})
export class CustomFieldsModule {}
