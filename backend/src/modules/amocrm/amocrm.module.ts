import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/index.js';
import { AmocrmAlerts } from './amocrm-alerts.js';
import { AmocrmClients } from './amocrm-clients.js';
import { AmocrmController } from './amocrm.controller.js';
import { AccountCheckService } from './connection/account-check.service.js';
import { ConnectionService } from './connection/connection.service.js';
import { ConnectionsRepository } from './connection/connections.repository.js';
import { MappingsRepository } from './connection/mappings.repository.js';
import { StageMappings } from './connection/stage-mappings.service.js';
import { IntegrationViewRepository } from './integration-view.repository.js';
import { IntegrationView } from './integration-view.service.js';
import { Lanes } from './lanes.js';
import { ConnectionAccess } from './sync/connection-access.service.js';
import { LinksRepository } from './sync/links.repository.js';
import { OrderSubscriber } from './sync/order-subscriber.js';
import { Outbox } from './sync/outbox.service.js';
import { PullJob } from './sync/pull.job.js';
import { PullSchedule } from './sync/pull-schedule.js';
import { PushOrderJob } from './sync/push-order.job.js';
import { PushPreparation } from './sync/push-preparation.service.js';
import { PushSettlement } from './sync/push-settlement.service.js';
import { StageTaking } from './sync/stage-taking.service.js';

/** The two-way link of orders with amoCRM: out by events, in by a periodic pull. */
@Module({
  imports: [OrdersModule],
  controllers: [AmocrmController],
  providers: [
    AccountCheckService,
    AmocrmAlerts,
    AmocrmClients,
    ConnectionAccess,
    ConnectionService,
    ConnectionsRepository,
    IntegrationView,
    IntegrationViewRepository,
    Lanes,
    LinksRepository,
    MappingsRepository,
    OrderSubscriber,
    Outbox,
    PullJob,
    PullSchedule,
    PushOrderJob,
    PushPreparation,
    PushSettlement,
    StageMappings,
    StageTaking,
  ],
})
export class AmocrmModule {}
