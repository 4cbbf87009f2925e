import { describe, expect, it } from '@jest/globals';
import type { Company } from '@smet/api-client';
import { readCompanyForm, toCompanyForm } from './company-form';
import { readLogo } from './read-logo';

const company: Company = {
  version: 2,
  legalName: 'ООО «Потолки»',
  taxId: '7700000000',
  registrationId: '',
  address: '',
  phone: '',
  email: '',
  site: '',
  bank: { name: '', code: '', account: '', correspondentAccount: '' },
  signatory: { name: '', position: '', basis: '' },
  brandColor: '#1c7ed6',
  proposalTerms: '',
  warrantyMonthsMaterials: 120,
  warrantyMonthsWork: null,
  logo: { type: 'image/png', data: 'AAAA' },
};
const form = toCompanyForm(company);
const { logo: _, ...unchanged } = company;

describe('the company as typed', () => {
  it('comes back as it was, with the logo left alone', () => {
    expect(readCompanyForm(form, 2)).toEqual({ ok: true, company: unchanged });
  });

  it('tells a new logo, and that it goes', () => {
    const data = 'iVBORw==';
    const added = readCompanyForm({ ...form, logo: { kind: 'new', type: 'image/png', data } }, 2);
    expect(added).toEqual({ ok: true, company: { ...unchanged, logo: { data } } });
    const removed = readCompanyForm({ ...form, logo: { kind: 'removed' } }, 2);
    expect(removed).toEqual({ ok: true, company: { ...unchanged, logo: null } });
  });

  it.each([
    ['brandColor', 'синий'],
    ['brandColor', '#12'],
    ['warrantyMonthsWork', '1,5'],
    ['warrantyMonthsMaterials', '-1'],
    ['warrantyMonthsMaterials', '1201'],
  ] as const)('refuses %s of %j', (field, text) => {
    expect(readCompanyForm({ ...form, [field]: text }, 2)).toEqual({ ok: false, wrong: new Set([field]) });
  });
});

describe('a chosen logo', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);

  it('is known by its bytes', () => {
    const data = Buffer.from(png).toString('base64');
    expect(readLogo(png)).toEqual({ ok: true, type: 'image/png', data });
    expect(readLogo(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toMatchObject({ ok: true, type: 'image/jpeg' });
    expect(readLogo(new TextEncoder().encode('<svg/>'))).toEqual({ ok: false, why: 'notPicture' });
  });

  it('has at most 200 kB', () => {
    const large = new Uint8Array(200 * 1024 + 1);
    large.set(png);
    expect(readLogo(large)).toEqual({ ok: false, why: 'tooLarge' });
    expect(readLogo(large.subarray(0, -1))).toMatchObject({ ok: true });
  });
});
