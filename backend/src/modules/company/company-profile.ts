/** What an organization signs its documents with. Texts nobody wrote are empty. */
export interface Requisites {
  readonly legalName: string;
  /** INN in Russia, BIN or IIN in Kazakhstan. */
  readonly taxId: string;
  /** OGRN or OGRNIP in Russia. */
  readonly registrationId: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly site: string;
  readonly bank: {
    readonly name: string;
    /** BIK. */
    readonly code: string;
    readonly account: string;
    readonly correspondentAccount: string;
  };
  readonly signatory: {
    readonly name: string;
    readonly position: string;
    /** By what they may sign: the charter, a power of attorney. */
    readonly basis: string;
  };
  /** "#1c7ed6"; empty: the colour of the system. */
  readonly brandColor: string;
  /** Conditions under every proposal. */
  readonly proposalTerms: string;
  /** Null: nothing is promised. */
  readonly warrantyMonthsMaterials: number | null;
  readonly warrantyMonthsWork: number | null;
}

export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  /** Base64 without line breaks. */
  readonly data: string;
}

export interface CompanyProfile extends Requisites {
  /** 0: nothing was told yet. */
  readonly version: number;
  readonly logo: Logo | null;
}

export const NOTHING_TOLD: Requisites = {
  legalName: '',
  taxId: '',
  registrationId: '',
  address: '',
  phone: '',
  email: '',
  site: '',
  bank: { name: '', code: '', account: '', correspondentAccount: '' },
  signatory: { name: '', position: '', basis: '' },
  brandColor: '',
  proposalTerms: '',
  warrantyMonthsMaterials: null,
  warrantyMonthsWork: null,
};
