import { Module, type DynamicModule } from '@nestjs/common';
import { AmocrmModule } from './modules/amocrm/index.js';
import { AuthModule } from './modules/auth/index.js';
import { ClientsModule } from './modules/clients/index.js';
import { CompanyModule } from './modules/company/index.js';
import { CustomFieldsModule } from './modules/custom-fields/index.js';
import { DocumentsModule } from './modules/documents/index.js';
import { EstimatesModule } from './modules/estimates/index.js';
import { ImportsModule } from './modules/imports/index.js';
import { NomenclatureModule } from './modules/nomenclature/index.js';
import { OrdersModule } from './modules/orders/index.js';
import { OrganizationsModule } from './modules/organizations/index.js';
import { PricingTermsModule } from './modules/pricing-terms/index.js';
import { ProposalsModule } from './modules/proposals/index.js';
import { RuleSetsModule } from './modules/rule-sets/index.js';
import { UsersModule } from './modules/users/index.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** Every module of the system; the API and the worker are the same composition, started differently. */
@Module({})
export class AppModule {
  static register(options: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(options),
        OrganizationsModule,
        AuthModule,
        UsersModule,
        ImportsModule,
        NomenclatureModule,
        CustomFieldsModule,
        ClientsModule,
        OrdersModule,
        AmocrmModule,
        RuleSetsModule,
        PricingTermsModule,
        CompanyModule,
        EstimatesModule,
        DocumentsModule,
        ProposalsModule,
      ],
    };
  }
}
