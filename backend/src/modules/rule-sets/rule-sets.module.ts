import { Module } from '@nestjs/common';
import { RuleSetVersions } from './rule-set-versions.service.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { RuleSetsRepository } from './rule-sets.repository.js';
import { RuleSets } from './rule-sets.service.js';

@Module({
  controllers: [RuleSetsController],
  providers: [RuleSets, RuleSetsRepository, RuleSetVersions],
  exports: [RuleSets],
})
export class RuleSetsModule {}
