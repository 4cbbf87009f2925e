import { Controller, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../../platform/access/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { PresenceDto } from '../dto/presence.dto.js';
import { PresenceService } from './presence.service.js';

@ApiTags('estimates')
@Controller('estimates/:id/presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  /** Sent about every 15 seconds while the estimate is open; the live event `estimate.entered` says when somebody came. */
  @Put()
  @RequirePermission('estimate:read')
  @ApiOkResponse({ type: PresenceDto })
  beat(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PresenceDto> {
    return this.presence.beat(actor, id);
  }
}
