import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { ListRuleSetsQueryDto } from './dto/list-rule-sets.query.dto.js';
import { RuleSetDto, RuleSetPageDto, UpdateRuleSetDto } from './dto/rule-set.dto.js';
import { RuleSetVersions } from './rule-set-versions.service.js';
import { VersionPipe } from './version.pipe.js';

/** By what rules quantities are computed, and by what they were before. */
@ApiTags('settings')
@Controller('rule-sets')
export class RuleSetsController {
  constructor(private readonly versions: RuleSetVersions) {}

  /** Every version, newest first, without its document. */
  @Get()
  @RequirePermission('estimate:read', 'organization:manage')
  @ApiOkResponse({ type: RuleSetPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ListRuleSetsQueryDto): Promise<RuleSetPageDto> {
    return this.versions.list(actor, query);
  }

  @Get('current')
  @RequirePermission('estimate:read', 'organization:manage')
  @ApiOkResponse({ type: RuleSetDto })
  current(@CurrentActor() actor: Actor): Promise<RuleSetDto> {
    return this.versions.current(actor);
  }

  /** A version as it was, however long ago. */
  @Get(':version')
  @RequirePermission('estimate:read', 'organization:manage')
  @ApiParam({ name: 'version', schema: { type: 'integer' } })
  @ApiOkResponse({ type: RuleSetDto })
  get(@CurrentActor() actor: Actor, @Param('version', VersionPipe) version: number): Promise<RuleSetDto> {
    return this.versions.get(actor, version);
  }

  /** A new version; estimates go on with the one they were made by until somebody recalculates them. */
  @Put('current')
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: RuleSetDto })
  replace(@CurrentActor() actor: Actor, @Body() input: UpdateRuleSetDto): Promise<RuleSetDto> {
    return this.versions.replace(actor, input);
  }
}
