import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type ProblemBody, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import { ROLES } from '../../platform/access/index.js';
import { NOTHING_TOLD } from './company-profile.js';
import type { CompanyDto } from './dto/company.dto.js';

const TOLD = {
  legalName: 'ООО «Потолки Плюс»',
  taxId: '7700000000',
  registrationId: '1027700000000',
  address: 'Москва, Тестовая улица, 1',
  phone: '+7 000 000-00-00',
  email: 'office@test.invalid',
  site: 'https://test.invalid',
  bank: { name: 'Банк', code: '044525000', account: '40702810000000000000', correspondentAccount: '' },
  signatory: { name: 'Иванова М. П.', position: 'Директор', basis: 'Устав' },
  brandColor: '#1c7ed6',
  proposalTerms: 'Цены действуют 14 дней.\nВыезд замерщика бесплатный.',
  warrantyMonthsMaterials: 180,
  warrantyMonthsWork: 36,
};
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(400, 7)]);
const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(10, 7)]);
const picture = (bytes: Buffer) => ({ logo: { data: bytes.toString('base64') } });

let api: TestApi;
let organization: TestOrganization;
let owner: Person;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner, 'Ceilings');
  owner = await enterAs(api, organization.id, 'owner');
});

const read = async (who: Person) => (await who.get<CompanyDto>('/company')).body;
const change = (who: Person, profile: object, version: unknown = 0) =>
  who.send<CompanyDto & ProblemBody>('PATCH', '/company', { version, ...profile });

describe('the company behind the documents', () => {
  it('has told nothing at first and then exactly what was written', async () => {
    expect(await read(owner)).toEqual({ version: 0, logo: null, ...NOTHING_TOLD });
    const changed = await change(owner, TOLD);
    expect(changed).toMatchObject({ status: 200, body: { version: 1, logo: null, ...TOLD } });
    expect(await read(owner)).toEqual(changed.body);
    expect((await change(owner, { ...NOTHING_TOLD }, 1)).body).toEqual({ version: 2, logo: null, ...NOTHING_TOLD });
  });

  it('stays at its version when nothing changes', async () => {
    expect(await change(owner, NOTHING_TOLD)).toMatchObject({ status: 200, body: { version: 0 } });
    await change(owner, { ...TOLD, ...picture(PNG) });
    expect(await change(owner, { ...TOLD, ...picture(PNG) }, 1)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('keeps its logo to the byte, by the kind it really is, until it is taken away', async () => {
    await change(owner, { ...TOLD, ...picture(PNG) });
    expect((await read(owner)).logo).toEqual({ type: 'image/png', data: PNG.toString('base64') });
    await change(owner, { ...TOLD, phone: '1' }, 1);
    expect((await read(owner)).logo).toEqual({ type: 'image/png', data: PNG.toString('base64') });
    await change(owner, { ...TOLD, ...picture(JPEG) }, 2);
    expect((await read(owner)).logo?.type).toBe('image/jpeg');
    await change(owner, { ...TOLD, logo: null }, 3);
    expect((await read(owner)).logo).toBeNull();
  });

  it.each<[string, Buffer, string]>([
    ['a drawing that could carry a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_A_PICTURE'],
    ['a GIF', Buffer.from('GIF89a'), 'NOT_A_PICTURE'],
    ['a picture above 200 kB', Buffer.concat([PNG, Buffer.alloc(200 * 1024)]), 'TOO_LARGE'],
  ])('refuses %s as its logo', async (_, bytes, code) => {
    const refused = await change(owner, { ...TOLD, ...picture(bytes) });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'COMPANY.LOGO_REFUSED', invalidParams: [{ path: 'logo', code }] },
    });
    expect((await read(owner)).version).toBe(0);
  });

  it('takes a picture of 200 kB', async () => {
    const bytes = Buffer.concat([PNG, Buffer.alloc(200 * 1024 - PNG.length)]);
    expect((await change(owner, { ...TOLD, ...picture(bytes) })).status).toBe(200);
  });

  it('leaves an event and a record that name the fields', async () => {
    await change(owner, { ...NOTHING_TOLD, phone: '1', ...picture(PNG) });
    const fields = ['phone', 'logo'];
    const { rows: events } = await api.db.owner.query(`select type, payload from events where subject_id = $1`, [
      organization.id,
    ]);
    expect(events).toEqual([{ type: 'company.updated', payload: { fields } }]);
    const { rows: records } = await api.db.owner.query(`select changes from audit_log where entity_id = $1`, [
      organization.id,
    ]);
    expect(records).toEqual([{ changes: { fields } }]);
  });

  it('is read by those who see estimates and changed by owner and administrator', async () => {
    for (const role of ROLES) {
      const person = await enterAs(api, organization.id, role);
      const reads = ['operator', 'workshop', 'installer'].includes(role) ? 403 : 200;
      const writes = role === 'owner' || role === 'administrator' ? 200 : 403;
      expect([role, (await person.get('/company')).status]).toEqual([role, reads]);
      expect([role, (await change(person, NOTHING_TOLD)).status]).toEqual([role, writes]);
    }
    expect((await api.anonymous.get('/api/v1/company')).status).toBe(401);
    expect((await api.anonymous.request('PATCH', '/api/v1/company', {})).status).toBe(401);
  });

  it('is that of one organization only', async () => {
    await change(owner, { ...TOLD, ...picture(PNG) });
    const stranger = await enterAs(api, (await createOrganization(api.db.owner, 'Others')).id, 'owner');
    expect(await read(stranger)).toEqual({ version: 0, logo: null, ...NOTHING_TOLD });
    await change(stranger, { ...TOLD, legalName: 'Others' });
    expect(await read(owner)).toMatchObject({ version: 1, legalName: TOLD.legalName });
  });

  it('answers a stale version with the current one and changes nothing', async () => {
    await change(owner, TOLD);
    const stale = await change(owner, { ...TOLD, phone: '2' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'COMPANY.CHANGED', current: { version: 1 } } });
    expect((await read(owner)).phone).toBe(TOLD.phone);
  });

  it('lets one of many parallel changes win', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => change(owner, { ...TOLD, phone: `${index}` })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it.each<[string, object, string]>([
    ['a colour that is none', { brandColor: 'red' }, 'brandColor MATCHES'],
    ['a colour with a style behind it', { brandColor: '#123456;x' }, 'brandColor MATCHES'],
    ['a text without end', { legalName: 'a'.repeat(301) }, 'legalName MAX_LENGTH'],
    ['a text nobody could store', { address: '\u0000' }, 'address IS_PLAIN_TEXT'],
    ['a warranty of less than nothing', { warrantyMonthsWork: -1 }, 'warrantyMonthsWork MIN'],
    ['a warranty nobody named', { warrantyMonthsWork: undefined }, 'warrantyMonthsWork IS_INT'],
    ['a bank without an account', { bank: { ...TOLD.bank, account: undefined } }, 'bank.account IS_STRING'],
    ['a logo that is no base64', { logo: { data: 'ы' } }, 'logo.data IS_BASE64'],
    ['a logo with a type of its own', { logo: { data: '', type: 'image/svg+xml' } }, 'logo.type UNKNOWN_FIELD'],
    ['a field nobody knows', { motto: 'a' }, 'motto UNKNOWN_FIELD'],
  ])('refuses %s', async (_, given, problem) => {
    const { status, body } = await change(owner, { ...TOLD, ...given });
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path, code }) => `${path} ${code}`)).toContain(problem);
    expect((await read(owner)).version).toBe(0);
  });
});
