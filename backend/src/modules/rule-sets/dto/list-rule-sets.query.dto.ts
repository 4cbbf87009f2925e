import { PageQuery } from '../../../platform/http/index.js';

export class ListRuleSetsQueryDto extends PageQuery {}
