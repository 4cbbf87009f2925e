import { Module } from '@nestjs/common';
import { CompanyController } from './company.controller.js';
import { CompanyRepository } from './company.repository.js';
import { CompanyProfiles } from './company.service.js';

@Module({
  controllers: [CompanyController],
  providers: [CompanyProfiles, CompanyRepository],
  exports: [CompanyProfiles],
})
export class CompanyModule {}
