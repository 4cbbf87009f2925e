import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { JsonColumn, LockColumn, oneOf, TextColumn, UpdatedAtColumn } from '../columns.js';

export const logoTypes = ['image/png', 'image/jpeg'] as const;
export type LogoType = (typeof logoTypes)[number];

/** What an organization signs its documents with; one that has no row yet has told nothing. */
@Entity('company_profiles')
@Check('ck_company_profiles_requisites', `jsonb_typeof(requisites) = 'object'`)
@Check('ck_company_profiles_logo_type', oneOf('logo_type', logoTypes))
@Check('ck_company_profiles_logo', '(logo is null) = (logo_type is null) and octet_length(logo) <= 204800')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class CompanyProfile {
  @PrimaryColumn('uuid') organizationId: string;
  /** Texts and terms a person typed, checked by the module that writes them. */
  @JsonColumn() requisites: object;
  @Column('bytea', { nullable: true }) logo: Buffer | null;
  @TextColumn({ nullable: true }) logoType: LogoType | null;
  @LockColumn() version: number;
  @UpdatedAtColumn() updatedAt: Date;
}
