import { Module } from '@nestjs/common';
import { NomenclatureModule } from '../nomenclature/index.js';
import { RuleSetItemUses } from './rule-set-item-uses.js';
import { RuleSetVersions } from './rule-set-versions.service.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { RuleSetsRepository } from './rule-sets.repository.js';
import { RuleSets } from './rule-sets.service.js';

@Module({
  imports: [NomenclatureModule],
  controllers: [RuleSetsController],
  providers: [RuleSetItemUses, RuleSets, RuleSetsRepository, RuleSetVersions],
  exports: [RuleSets],
})
export class RuleSetsModule {}
