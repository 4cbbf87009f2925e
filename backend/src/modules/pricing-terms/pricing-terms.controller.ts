import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { PricingTermsDto, UpdatePricingTermsDto } from './dto/pricing-terms.dto.js';
import { PricingTerms } from './pricing-terms.service.js';

/** How the organization asks for its money. */
@ApiTags('settings')
@Controller('pricing-terms')
export class PricingTermsController {
  constructor(private readonly terms: PricingTerms) {}

  @Get()
  @RequirePermission('estimate:edit', 'organization:manage')
  @ApiOkResponse({ type: PricingTermsDto })
  get(@CurrentActor() actor: Actor): Promise<PricingTermsDto> {
    return this.terms.show(actor);
  }

  /** Holds for what is priced from now on; estimates keep the terms they were priced by. */
  @Patch()
  @RequirePermission('organization:manage')
  @ApiOkResponse({ type: PricingTermsDto })
  update(@CurrentActor() actor: Actor, @Body() input: UpdatePricingTermsDto): Promise<PricingTermsDto> {
    return this.terms.update(actor, input);
  }
}
