export { RuleSetsModule } from './rule-sets.module.js';
export { RuleSets } from './rule-sets.service.js';
export type { RuleSetDto } from './dto/rule-set.dto.js';
export { ruleSetDocuments } from './dto/rule-set-documents.js';
