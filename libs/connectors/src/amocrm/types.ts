/** What we read from amoCRM, decoded and checked, and what we send. Times are Unix seconds UTC, ids are integers. */

export interface AmocrmAccount {
  readonly id: number;
  readonly name: string;
  readonly subdomain: string;
  readonly currency: string | null;
  /** Paid add-on; without it `filter[…]` is silently ignored, which is why nothing here relies on filters. */
  readonly isApiFilterEnabled: boolean;
}

export interface AmocrmStatus {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly color: string | null;
  /** The incoming ("unsorted") stage: a lead cannot be put there by an ordinary write. */
  readonly isUnsorted: boolean;
}

/** 142 (won) and 143 (lost) exist in every pipeline, so the key of a stage is the pair. */
export interface StageKey {
  readonly pipelineId: number;
  readonly statusId: number;
}

export const STATUS_WON = 142;
export const STATUS_LOST = 143;

export interface AmocrmPipeline {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly isMain: boolean;
  readonly isArchived: boolean;
  readonly statuses: readonly AmocrmStatus[];
}

export interface AmocrmUser {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly isActive: boolean;
}

export interface AmocrmFieldValue {
  readonly fieldId: number;
  readonly code: string | null;
  readonly values: readonly { readonly value: unknown; readonly enumCode: string | null }[];
}

export interface AmocrmLead {
  readonly id: number;
  readonly name: string;
  /** Whole roubles (whole units of the account's currency). */
  readonly price: number;
  readonly pipelineId: number;
  readonly statusId: number;
  readonly responsibleUserId: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isDeleted: boolean;
  readonly fields: readonly AmocrmFieldValue[];
  /** Filled only when asked `with=contacts`. */
  readonly contacts: readonly { readonly id: number; readonly isMain: boolean }[];
}

export interface AmocrmContact {
  readonly id: number;
  readonly name: string;
  readonly responsibleUserId: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isDeleted: boolean;
  readonly fields: readonly AmocrmFieldValue[];
}

export type FieldOwner = 'leads' | 'contacts';

export interface AmocrmCustomField {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
  readonly type: string;
}

export interface CustomFieldWrite {
  readonly name: string;
  readonly code: string;
  readonly type: 'text' | 'url';
  readonly is_api_only?: boolean;
}

/** A field that is sent replaces the whole value there; one that is not sent stays. `null` clears. */
export interface FieldWrite {
  readonly field_code: string;
  readonly values: readonly { readonly value: string; readonly enum_code?: string }[] | null;
}

export interface LeadWrite {
  readonly name?: string;
  /** Whole roubles. */
  readonly price?: number;
  readonly pipeline_id?: number;
  readonly status_id?: number;
  readonly responsible_user_id?: number;
  readonly custom_fields_values?: readonly FieldWrite[];
}

export interface ContactWrite {
  readonly name?: string;
  readonly responsible_user_id?: number;
  readonly custom_fields_values?: readonly FieldWrite[];
}

/** Answer to a create; amoCRM returns nothing but the id. */
export interface Created {
  readonly id: number;
}

/** Answer to an update; remember `updatedAt` to recognise the echo of one's own write. */
export interface Updated {
  readonly id: number;
  readonly updatedAt: number;
}
