import type { ClientKind, ClientSort, CustomField, HistoryKind } from '@smet/api-client';

/** The order list as the URL describes it. */
export interface OrderListInput {
  query?: string;
  stageId?: string;
  responsibleUserId?: string;
  sort: string;
}

/** The client list as the URL describes it; `fields` are conditions on own fields by their keys. */
export interface ClientListInput {
  query?: string;
  kind?: ClientKind;
  tag?: string;
  source?: string;
  responsibleUserId?: string;
  trash?: true;
  fields: Readonly<Record<string, string>>;
  sort: ClientSort;
}

/** Keys of everything cached in the browser; live changes name the same subjects. */
export const queryKeys = {
  orders: {
    all: ['orders'] as const,
    list: (input: OrderListInput) => ['orders', 'list', input] as const,
    ofClient: (clientId: string) => ['orders', 'of-client', clientId] as const,
    detail: (id: string) => ['orders', 'detail', id] as const,
  },
  estimates: {
    all: ['estimates'] as const,
    detail: (id: string) => ['estimates', 'detail', id] as const,
    /** Below the estimate: its news are news of its links. */
    links: (id: string) => ['estimates', 'detail', id, 'links'] as const,
    /** Below it too: a newer version and the client's yes concern every version of it. */
    version: (id: string, number: number) => ['estimates', 'detail', id, 'versions', number] as const,
    freshPrices: (id: string) => ['estimates', 'fresh-prices', id] as const,
    allPresence: ['presence'] as const,
    presence: (id: string) => ['presence', id] as const,
  },
  estimateTemplates: ['estimate-templates'] as const,
  integrations: { all: ['integrations'] as const, amocrm: ['integrations', 'amocrm'] as const },
  clients: {
    all: ['clients'] as const,
    list: (input: ClientListInput) => ['clients', 'list', input] as const,
    detail: (id: string) => ['clients', 'detail', id] as const,
    lookup: (phone: string) => ['clients', 'lookup', phone] as const,
    search: (query: string, kind?: ClientKind) => ['clients', 'search', query, kind ?? null] as const,
    duplicates: (typed: object) => ['clients', 'duplicates', typed] as const,
    sources: ['clients', 'sources'] as const,
    merges: (id: string) => ['clients', 'merges', id] as const,
    histories: ['clients', 'history'] as const,
    history: (id: string, kind: HistoryKind | null) => ['clients', 'history', id, kind] as const,
  },
  tags: ['tags'] as const,
  customFields: (subject: CustomField['subject']) => ['custom-fields', subject] as const,
  /** Items, their tree and their prices: a change of one is seen in the others. */
  nomenclature: {
    all: ['nomenclature'] as const,
    tree: ['nomenclature', 'tree'] as const,
    fields: ['nomenclature', 'fields'] as const,
    allItems: ['nomenclature', 'items'] as const,
    items: (input: object) => ['nomenclature', 'items', input] as const,
    item: (id: string) => ['nomenclature', 'item', id] as const,
    usage: (id: string) => ['nomenclature', 'item', id, 'usage'] as const,
    itemPrices: (id: string) => ['nomenclature', 'item', id, 'prices'] as const,
    priceLists: ['nomenclature', 'price-lists'] as const,
    priceTable: (input: object) => ['nomenclature', 'prices', input] as const,
    priceChanges: (listId: string, from: string, to: string) =>
      ['nomenclature', 'price-changes', listId, from, to] as const,
  },
  imports: {
    all: ['imports'] as const,
    list: ['imports', 'list'] as const,
    detail: (id: string) => ['imports', 'detail', id] as const,
    rows: (id: string, version: number, action: string) => ['imports', 'rows', id, version, action] as const,
  },
  items: { search: (estimateId: string, query: string) => ['items', 'search', estimateId, query] as const },
  users: (role: string | null) => ['users', role] as const,
  organization: ['organization'] as const,
  categories: ['categories'] as const,
  pricingTerms: ['pricing-terms'] as const,
  company: ['company'] as const,
  ruleSets: {
    all: ['rule-sets'] as const,
    current: ['rule-sets', 'current'] as const,
    versions: ['rule-sets', 'versions'] as const,
    version: (version: number) => ['rule-sets', 'version', version] as const,
    items: (codes: string) => ['rule-sets', 'items', codes] as const,
    search: (query: string) => ['rule-sets', 'search', query] as const,
  },
  pipelines: ['pipelines'] as const,
};
