import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { CompanyProfiles } from './company.service.js';
import { CompanyDto, UpdateCompanyDto } from './dto/company.dto.js';

/** What the organization puts under its documents. */
@ApiTags('settings')
@Controller('company')
export class CompanyController {
  constructor(private readonly profiles: CompanyProfiles) {}

  @Get()
  @RequirePermission('estimate:read', 'organization:manage')
  @ApiOkResponse({ type: CompanyDto })
  get(@CurrentActor() actor: Actor): Promise<CompanyDto> {
    return this.profiles.show(actor);
  }

  /** Changes everything but the logo, and that where it is given. */
  @Patch()
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: CompanyDto })
  update(@CurrentActor() actor: Actor, @Body() input: UpdateCompanyDto): Promise<CompanyDto> {
    return this.profiles.update(actor, input);
  }
}
