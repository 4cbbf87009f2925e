export { CompanyModule } from './company.module.js';
export { CompanyProfiles } from './company.service.js';
export type { CompanyProfile } from './company-profile.js';
