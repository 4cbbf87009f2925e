import type { Company, UpdateCompany } from '@smet/api-client';

/** The company as typed. */
export interface CompanyForm extends Omit<
  UpdateCompany,
  'version' | 'logo' | 'warrantyMonthsMaterials' | 'warrantyMonthsWork'
> {
  warrantyMonthsMaterials: string;
  warrantyMonthsWork: string;
  /** As it is, taken away, or a new picture in base64. */
  logo: { kind: 'kept' } | { kind: 'removed' } | { kind: 'new'; type: PictureType; data: string };
}

export type WarrantyField = 'warrantyMonthsMaterials' | 'warrantyMonthsWork';
export type CompanyField = WarrantyField | 'brandColor';
export type PictureType = 'image/png' | 'image/jpeg';

const MOST_MONTHS = 1200;
const COLOR = /^(?:#[0-9a-f]{6})?$/;

export function toCompanyForm(company: Company): CompanyForm {
  const { version: _version, logo: _logo, warrantyMonthsMaterials, warrantyMonthsWork, ...texts } = company;
  const months = (value: number | null) => (value === null ? '' : String(value));
  return {
    ...texts,
    warrantyMonthsMaterials: months(warrantyMonthsMaterials),
    warrantyMonthsWork: months(warrantyMonthsWork),
    logo: { kind: 'kept' },
  };
}

/** What is sent for a form, or the fields that are wrong. */
export function readCompanyForm(
  form: CompanyForm,
  version: number,
): { ok: true; company: UpdateCompany } | { ok: false; wrong: ReadonlySet<CompanyField> } {
  const wrong = new Set<CompanyField>();
  const months = (field: WarrantyField): number | null => {
    const text = form[field].trim();
    if (text === '') return null;
    const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
    if (!(value <= MOST_MONTHS)) wrong.add(field);
    return value;
  };
  const brandColor = form.brandColor.trim().toLowerCase();
  if (!COLOR.test(brandColor)) wrong.add('brandColor');
  const { logo, ...texts } = form;
  const company: UpdateCompany = {
    ...texts,
    version,
    brandColor,
    warrantyMonthsMaterials: months('warrantyMonthsMaterials'),
    warrantyMonthsWork: months('warrantyMonthsWork'),
    ...(logo.kind === 'removed' && { logo: null }),
    ...(logo.kind === 'new' && { logo: { data: logo.data } }),
  };
  return wrong.size > 0 ? { ok: false, wrong } : { ok: true, company };
}
