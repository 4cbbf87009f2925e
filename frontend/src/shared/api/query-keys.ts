/** The order list as the URL describes it. */
export interface OrderListInput {
  query?: string;
  stageId?: string;
  responsibleUserId?: string;
  sort: string;
}

/** Keys of everything cached in the browser; live changes name the same subjects. */
export const queryKeys = {
  orders: {
    all: ['orders'] as const,
    list: (input: OrderListInput) => ['orders', 'list', input] as const,
    detail: (id: string) => ['orders', 'detail', id] as const,
  },
  estimates: { all: ['estimates'] as const, detail: (id: string) => ['estimates', 'detail', id] as const },
  integrations: { all: ['integrations'] as const, amocrm: ['integrations', 'amocrm'] as const },
  clients: { lookup: (phone: string) => ['clients', 'lookup', phone] as const },
  items: { search: (estimateId: string, query: string) => ['items', 'search', estimateId, query] as const },
  users: (role: string | null) => ['users', role] as const,
  organization: ['organization'] as const,
  pipelines: ['pipelines'] as const,
};
