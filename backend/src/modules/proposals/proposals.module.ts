import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/index.js';
import { DocumentsModule } from '../documents/index.js';
import { EstimatesModule } from '../estimates/index.js';
import { OrdersModule } from '../orders/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { UsersModule } from '../users/index.js';
import { AcceptProposal } from './acceptance/accept-proposal.service.js';
import { AcceptancesRepository } from './acceptance/acceptances.repository.js';
import { AcceptedEstimates } from './acceptance/accepted-estimates.service.js';
import { CodeSender } from './acceptance/code-sender.js';
import { Codes } from './acceptance/codes.service.js';
import { MailCodeSender } from './acceptance/mail-code-sender.js';
import { IssuedVersions } from './issued-versions.js';
import { ProposalLetters } from './letters/proposal-letters.service.js';
import { ProposalLinksController } from './links/proposal-links.controller.js';
import { ProposalLinksRepository } from './links/proposal-links.repository.js';
import { ProposalLinks } from './links/proposal-links.service.js';
import { OpenLinks } from './page/open-links.service.js';
import { ProposalPage } from './page/proposal-page.service.js';
import { PublicLimits } from './page/public-limits.js';
import { PublicProposalsController } from './page/public-proposals.controller.js';
import { VisitsRepository } from './page/visits.repository.js';
import { Visits } from './page/visits.service.js';
import { ProposalPlaceRepository } from './proposal-place.repository.js';

/** What clients see and say about issued versions, without an account. */
@Module({
  imports: [CompanyModule, DocumentsModule, EstimatesModule, OrdersModule, OrganizationsModule, UsersModule],
  controllers: [ProposalLinksController, PublicProposalsController],
  providers: [
    AcceptProposal,
    AcceptancesRepository,
    AcceptedEstimates,
    Codes,
    IssuedVersions,
    OpenLinks,
    ProposalLetters,
    ProposalLinks,
    ProposalLinksRepository,
    ProposalPage,
    ProposalPlaceRepository,
    PublicLimits,
    Visits,
    VisitsRepository,
    { provide: CodeSender, useClass: MailCodeSender },
  ],
})
export class ProposalsModule {}
