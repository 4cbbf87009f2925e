import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/index.js';
import { NomenclatureModule } from '../nomenclature/index.js';
import { OrdersModule } from '../orders/index.js';
import { PricingTermsModule } from '../pricing-terms/index.js';
import { RuleSetsModule } from '../rule-sets/index.js';
import { ApprovalsRepository } from './approvals/approvals.repository.js';
import { ApprovalsService } from './approvals/approvals.service.js';
import { DraftWriter } from './draft-writer.service.js';
import { RoomCanvas } from './drawing/room-canvas.service.js';
import { RoomDrawingController } from './drawing/room-drawing.controller.js';
import { RoomDrawingService } from './drawing/room-drawing.service.js';
import { EstimateActionsController } from './estimate-actions.controller.js';
import { EstimateContentRepository } from './estimate-content.repository.js';
import { EstimateItemUsesRepository } from './item-uses/estimate-item-uses.repository.js';
import { EstimateItemUses } from './item-uses/estimate-item-uses.service.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { EstimateViews } from './estimate-views.service.js';
import { EstimatesController } from './estimates.controller.js';
import { EstimatesRepository } from './estimates.repository.js';
import { EstimatesService } from './estimates.service.js';
import { OpenDrafts } from './open-drafts.service.js';
import { PresenceController } from './presence/presence.controller.js';
import { PresenceRepository } from './presence/presence.repository.js';
import { PresenceService } from './presence/presence.service.js';
import { RepriceEstimateService } from './repricing/reprice-estimate.service.js';
import { SaveEstimateService } from './save-estimate.service.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { TemplatesService } from './templates/templates.service.js';
import { BeginVersionService } from './versions/begin-version.service.js';
import { EstimateVersions } from './versions/estimate-versions.service.js';
import { IssueEstimateService } from './versions/issue-estimate.service.js';
import { Presentation } from './versions/presentation.service.js';
import { VersionsRepository } from './versions/versions.repository.js';

@Module({
  imports: [CompanyModule, NomenclatureModule, OrdersModule, PricingTermsModule, RuleSetsModule],
  controllers: [
    EstimatesController,
    EstimateActionsController,
    PresenceController,
    RoomDrawingController,
    TemplatesController,
  ],
  providers: [
    ApprovalsRepository,
    ApprovalsService,
    BeginVersionService,
    DraftWriter,
    EstimateContentRepository,
    EstimateItemUses,
    EstimateItemUsesRepository,
    EstimatePricing,
    EstimateVersions,
    EstimateViews,
    EstimatesRepository,
    EstimatesService,
    IssueEstimateService,
    OpenDrafts,
    Presentation,
    PresenceRepository,
    PresenceService,
    RepriceEstimateService,
    RoomCanvas,
    RoomDrawingService,
    SaveEstimateService,
    TemplatesRepository,
    TemplatesService,
    VersionsRepository,
  ],
  exports: [EstimateVersions, RoomDrawingService],
})
export class EstimatesModule {}
