import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, RequirePermission, type Actor } from '../../platform/access/index.js';
import { IdParam } from '../../platform/http/index.js';
import { ApprovalsService } from './approvals/approvals.service.js';
import {
  AskApprovalDto,
  DecideApprovalDto,
  FreshPricesDto,
  IssueEstimateDto,
  OnVersionDto,
  RepriceEstimateDto,
} from './dto/estimate-actions.dto.js';
import { EstimateDto } from './dto/estimate.dto.js';
import { RepriceEstimateService } from './repricing/reprice-estimate.service.js';
import { BeginVersionService } from './versions/begin-version.service.js';
import { IssueEstimateService } from './versions/issue-estimate.service.js';

/** What is done with an estimate as a whole; every answer is the estimate as it is then. */
@ApiTags('estimates')
@Controller('estimates/:id')
export class EstimateActionsController {
  constructor(
    private readonly issuing: IssueEstimateService,
    private readonly beginning: BeginVersionService,
    private readonly repricing: RepriceEstimateService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** Freezes the draft: what the client is sent. */
  @Post('issue')
  @HttpCode(200)
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: EstimateDto })
  issue(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: IssueEstimateDto): Promise<EstimateDto> {
    return this.issuing.issue(actor, id, input);
  }

  /** A new draft from the newest issued version. */
  @Post('versions')
  @HttpCode(201)
  @RequirePermission('estimate:edit')
  @ApiCreatedResponse({ type: EstimateDto })
  begin(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: OnVersionDto): Promise<EstimateDto> {
    return this.beginning.begin(actor, id, input.version);
  }

  /** What computing anew would use: the difference is computed and shown before anything is changed. */
  @Get('fresh-prices')
  @RequirePermission('estimate:read')
  @ApiOkResponse({ type: FreshPricesDto })
  fresh(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FreshPricesDto> {
    return this.repricing.fresh(actor, id);
  }

  /** Computes the draft by the rules and terms of now and the prices of the moment that was shown. */
  @Post('reprice')
  @HttpCode(200)
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: EstimateDto })
  reprice(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: RepriceEstimateDto,
  ): Promise<EstimateDto> {
    return this.repricing.reprice(actor, id, input);
  }

  /** Asks somebody with a higher limit to approve the discount. */
  @Post('approval')
  @HttpCode(200)
  @RequirePermission('estimate:edit')
  @ApiOkResponse({ type: EstimateDto })
  ask(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: AskApprovalDto): Promise<EstimateDto> {
    return this.approvals.ask(actor, id, input);
  }

  @Post('approval/decision')
  @HttpCode(200)
  @RequirePermission('estimate:approve')
  @ApiOkResponse({ type: EstimateDto })
  decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: DecideApprovalDto): Promise<EstimateDto> {
    return this.approvals.decide(actor, id, input);
  }
}
