import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { OrganizationDto, UpdateOrganizationDto } from './dto/organization.dto.js';
import { OrganizationsService } from './organizations.service.js';

/** The organization of the signed-in person; nobody sees another one. */
@ApiTags('organization')
@Controller('organization')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @RequirePermission('organization:read')
  @ApiOkResponse({ type: OrganizationDto })
  get(@CurrentActor() actor: Actor): Promise<OrganizationDto> {
    return this.organizations.show(actor);
  }

  /** Changes the settings; an open estimate follows them at its next reading. */
  @Patch()
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: OrganizationDto })
  update(@CurrentActor() actor: Actor, @Body() input: UpdateOrganizationDto): Promise<OrganizationDto> {
    return this.organizations.update(actor, input);
  }
}
